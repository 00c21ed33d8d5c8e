import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '#ground/http/client.ts';
import { keyOf } from '#ground/http/use-call.ts';
import { readMatches } from '../contract-matches.ts';
import type { MatchPage, Weights } from '../schema-matches.ts';
import { type Move, movesBetween } from './trial.ts';
import { useMatchSearch } from './use-match-search.ts';

const PAGE = 20;

/** All pages read so far; list and right column share the same answer. */
export function useMatches(demandId: string) {
  const { search, tried } = useMatchSearch(demandId);
  const how: How = { order: search.order ?? 'points', blind: search.blind ?? 'no', model: search.model ?? 'yes' };
  const list = useMatchPages(demandId, { how, tried });
  const pages = list.data?.pages ?? [];
  return { list, first: pages[0], items: itemsOf(pages) };
}

interface Trial {
  /** The answer with the weights that hold. */
  kept: MatchPage;
  moves: ReadonlyMap<string, Move>;
}

/** While other weights are tried: what holds, and who stands elsewhere because of them. */
export function useTrial(demandId: string): Trial | undefined {
  const { search, tried } = useMatchSearch(demandId);
  const how: How = { order: 'points', blind: search.blind ?? 'no', model: search.model ?? 'yes' };
  const isTrying = tried !== undefined && search.order !== 'name';
  const kept = useMatchPages(demandId, { how, isAsked: isTrying }).data?.pages ?? [];
  const { items } = useMatches(demandId);
  const [first] = kept;
  if (!isTrying || !first) return undefined;
  const before = itemsOf(kept);
  return {
    kept: first,
    moves: movesBetween({ matches: before, weights: first.weights }, items.slice(0, Math.max(before.length, PAGE))),
  };
}

const itemsOf = (pages: readonly MatchPage[]) => pages.flatMap((page) => page.items);

interface How {
  order: 'points' | 'name';
  blind: 'yes' | 'no';
  model: 'yes' | 'no';
}

interface Asked {
  how: How;
  tried?: Weights | undefined;
  isAsked?: boolean;
}

function useMatchPages(demandId: string, { how, tried, isAsked = true }: Asked) {
  const query = { ...how, ...(tried ? { weights: JSON.stringify(tried) } : {}) };
  const queryKey = [...keyOf(readMatches), demandId, how, tried];
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      call(readMatches, { params: { demandId }, query: { ...query, offset: pageParam, limit: PAGE } }, { signal }),
    initialPageParam: 0,
    getNextPageParam: ({ nextOffset }) => nextOffset,
    enabled: isAsked,
    // While other weights are tried, the list stays until the new order is there; names never stay where none are wanted.
    placeholderData: (before, query) => (differOnlyInWeights(query?.queryKey ?? [], queryKey) ? before : undefined),
  });
}

const differOnlyInWeights = (one: readonly unknown[], other: readonly unknown[]) =>
  JSON.stringify(one.slice(0, -1)) === JSON.stringify(other.slice(0, -1));
