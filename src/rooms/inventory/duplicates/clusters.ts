import { findRoot, unite } from './persons.ts';
import { DUPLICATE_PROBABILITY } from './thresholds.ts';

export interface ClusterPair {
  a: string;
  b: string;
  probability: number;
}

export interface Cluster {
  ids: string[];
  /** Pairs through which the cluster would fall apart, and whose two sides do not agree otherwise. */
  weakBridges: ClusterPair[];
}

/**
 * A bridge below this probability holds no cluster together when the two sides have no second connection: in a chain
 * of three whose ends disagree, the middle one is more often a mixture than all three are one person.
 */
const FIRM_BRIDGE_PROBABILITY = 0.9;

/**
 * Groups pairs above the threshold into people. A weak bridge between two groups that are otherwise apart is cut: both
 * sides become clusters of their own, and the bridge is reported with each of them.
 * @param pairs any order; pairs below the threshold count as disagreement
 */
export function clusterPairs(pairs: Iterable<ClusterPair>): Cluster[] {
  const links = Array.from(pairs).filter(({ probability }) => probability >= DUPLICATE_PROBABILITY);
  // The firmest pairs first; ids decide among equals, so that the order of arrival cannot matter.
  links.sort((x, y) => y.probability - x.probability || compareText(x.a, y.a) || compareText(x.b, y.b));
  const ids = [...new Set(links.flatMap(({ a, b }) => [a, b]))].sort(compareText);
  const rows = new Map(ids.map((id, row) => [id, row]));
  const grouping = joinFirmly(links, rows);
  const clusters = Map.groupBy(ids, (id) => findRoot(grouping.parents, rows.get(id) ?? 0));
  return [...clusters].map(([root, members]) => ({
    ids: members,
    weakBridges: grouping.weakBridges.filter(({ a, b }) =>
      [a, b].some((id) => findRoot(grouping.parents, rows.get(id) ?? 0) === root),
    ),
  }));
}

interface Grouping {
  parents: Int32Array;
  weakBridges: ClusterPair[];
}

function joinFirmly(links: ClusterPair[], rows: Map<string, number>): Grouping {
  const parents = Int32Array.from({ length: rows.size }, (_, row) => row);
  const sizes = new Int32Array(rows.size).fill(1);
  const rowOf = (id: string) => findRoot(parents, rows.get(id) ?? 0);
  const partners = partnersOf(links);
  const weakBridges: ClusterPair[] = [];
  for (const link of links) {
    const [rootA, rootB] = [rowOf(link.a), rowOf(link.b)];
    if (rootA === rootB) continue;
    if (isWeakBridge(link, (sizes[rootA] ?? 1) + (sizes[rootB] ?? 1), partners)) {
      weakBridges.push(link);
      continue;
    }
    unite(parents, rootA, rootB);
    sizes[Math.min(rootA, rootB)] = (sizes[rootA] ?? 1) + (sizes[rootB] ?? 1);
  }
  return { parents, weakBridges };
}

/** A pair of two is no bridge; a larger group needs a firm link or a third record that knows both ends. */
function isWeakBridge({ a, b, probability }: ClusterPair, size: number, partners: Map<string, Set<string>>): boolean {
  if (size === 2 || probability >= FIRM_BRIDGE_PROBABILITY) return false;
  const ofB = partners.get(b);
  return ![...(partners.get(a) ?? [])].some((id) => ofB?.has(id));
}

function partnersOf(links: ClusterPair[]): Map<string, Set<string>> {
  const partners = new Map<string, Set<string>>();
  for (const { a, b } of links) {
    partners.set(a, (partners.get(a) ?? new Set()).add(b));
    partners.set(b, (partners.get(b) ?? new Set()).add(a));
  }
  return partners;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
