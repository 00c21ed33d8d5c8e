import { chainBits, findChains, isWorthFollowing, type Link } from './chains.ts';
import { compareRecords } from './compare.ts';
import { emptyOutcome, type Outcome } from './outcome.ts';
import { outcomeOf, type PairStore } from './pair-store.ts';
import type { PreparedRecord } from './prepared.ts';
import { explain, totalBits, withChain } from './score.ts';
import type { LinkageModel, ScoredPair } from './types.ts';
import { probabilityOf, weightTables, type Odds, type WeightTables } from './weights.ts';

interface Scoring {
  records: PreparedRecord[];
  pairs: PairStore;
  model: LinkageModel;
  leastProbability: number;
}

/** Scores all compared pairs, and those that a common record joins; by falling weight, then by id. */
export function scorePairs({ records, pairs, model, leastProbability }: Scoring): ScoredPair[] {
  const tables = weightTables(model);
  const links = weighLinks(pairs, tables);
  const chains = strongestChains({ links, records, tables, leastProbability });
  const scored: ScoredPair[] = [];
  for (const [pair, { a, b, bits }] of links.entries()) {
    const added = takeOut(chains, keyOf(a, b, records.length))?.added ?? 0;
    if (probabilityOf(bits + added) < leastProbability) continue;
    scored.push(describe({ records, tables, a, b, outcome: outcomeOf(pairs, pair), added }));
  }
  const outcome = emptyOutcome();
  for (const { a, b, added } of chains.values()) {
    compareRow(records, a, b, outcome);
    const described = describe({ records, tables, a, b, outcome, added });
    if (described.probability >= leastProbability) scored.push(described);
  }
  return scored.sort((x, y) => y.weightBits - x.weightBits || compareIds(x.a, y.a) || compareIds(x.b, y.b));
}

function weighLinks(pairs: PairStore, tables: WeightTables): Link[] {
  const odds: Odds = { same: 0, relative: 0, namesake: 0 };
  return Array.from({ length: pairs.count }, (_, pair) => ({
    a: pairs.rowsA[pair] ?? 0,
    b: pairs.rowsB[pair] ?? 0,
    bits: totalBits(tables, outcomeOf(pairs, pair), odds),
  }));
}

interface Joined {
  a: number;
  b: number;
  added: number;
}

interface ChainSearch {
  links: Link[];
  records: PreparedRecord[];
  tables: WeightTables;
  leastProbability: number;
}

/** For each pair with a common record the chain that adds most. */
function strongestChains({ links, records, tables, leastProbability }: ChainSearch): Map<number, Joined> {
  const joined = new Map<number, Joined>();
  const outcome = emptyOutcome();
  const odds: Odds = { same: 0, relative: 0, namesake: 0 };
  findChains(links, (chain) => {
    if (!isWorthFollowing(chain, leastProbability)) return;
    const { a, b } = chain;
    compareRow(records, a, b, outcome);
    const directBits = totalBits(tables, outcome, odds);
    const added = chainBits(directBits, directBits - tables.priorBits.same, chain.linkBits);
    const key = keyOf(a, b, records.length);
    if (added > (joined.get(key)?.added ?? 0)) joined.set(key, { a, b, added });
  });
  return joined;
}

function compareRow(records: PreparedRecord[], a: number, b: number, outcome: Outcome): void {
  const [one, other] = [records[a], records[b]];
  if (one && other) compareRecords(one, other, outcome);
}

function takeOut(chains: Map<number, Joined>, key: number): Joined | undefined {
  const chain = chains.get(key);
  chains.delete(key);
  return chain;
}

interface Described {
  records: PreparedRecord[];
  tables: WeightTables;
  a: number;
  b: number;
  outcome: Outcome;
  added: number;
}

function describe({ records, tables, a, b, outcome, added }: Described): ScoredPair {
  const pair = explain(tables, outcome, records[a]?.id ?? '', records[b]?.id ?? '');
  return added > 0 ? withChain(pair, added) : pair;
}

function keyOf(a: number, b: number, recordCount: number): number {
  return a * recordCount + b;
}

function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
