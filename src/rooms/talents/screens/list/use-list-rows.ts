import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { call } from '#ground/http/client.ts';
import { keyOf } from '#ground/http/use-call.ts';
import { listTalents } from '../../contract.ts';
import type { TalentRow } from '../../schema.ts';
import { filterOf, type ListSearch, orderOf } from './list-search.ts';

const FIRST_PAGE = 60;
const NEXT_PAGE = 120;
/** Rows that are drawn as skeletons below the loaded ones while the full count is not known. */
const AHEAD = 240;
/** The next page is fetched when so few loaded rows are left below. */
const BEFORE_END = 30;

/** The rows of the list, page by page as they come into view. */
export function useListRows(search: ListSearch) {
  const query = { ...filterOf(search), ...orderOf(search) };
  const pages = useInfiniteQuery({
    queryKey: [...keyOf(listTalents), 'pages', query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(
        listTalents,
        { query: { ...query, cursor: pageParam, limit: pageParam === undefined ? FIRST_PAGE : NEXT_PAGE } },
        { signal },
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => pages.data?.pages.flatMap(({ items }) => items) ?? [], [pages.data]);
  const hits = pages.data?.pages[0]?.count ?? { value: 0, isExact: true };
  const loadUpTo = useLoading(pages, rows.length);
  return {
    pages,
    rows,
    hits,
    loadUpTo,
    rowAt: useCallback((index: number): TalentRow | undefined => rows[index], [rows]),
    total: totalOf(rows.length, hits, pages.hasNextPage),
  };
}

interface Pages {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isError: boolean;
  fetchNextPage: () => Promise<unknown>;
}

/** Fetches until the last row in view is there. */
function useLoading(pages: Pages, loaded: number): (first: number, last: number) => void {
  const lastSeen = useRef(0);
  const latest = useRef({ pages, loaded });
  useEffect(() => {
    latest.current = { pages, loaded };
  });
  const load = useCallback(() => {
    const { pages, loaded } = latest.current;
    const isNear = lastSeen.current >= loaded - BEFORE_END;
    if (isNear && pages.hasNextPage && !pages.isFetchingNextPage && !pages.isError) void pages.fetchNextPage();
  }, []);
  useEffect(load, [load, loaded]);
  return useCallback(
    (_first: number, last: number) => {
      lastSeen.current = last;
      load();
    },
    [load],
  );
}

/** Where counting stopped, the scrollbar grows with what is loaded. */
function totalOf(loaded: number, { value, isExact }: { value: number; isExact: boolean }, hasNextPage: boolean) {
  if (!hasNextPage) return loaded;
  return isExact ? Math.max(value, loaded) : loaded + AHEAD;
}
