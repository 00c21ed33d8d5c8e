import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useRef } from 'react';
import { call } from '#ground/http/client.ts';
import { keyOf } from '#ground/http/use-call.ts';
import { listTalents } from '../../contract.ts';
import type { TalentRow } from '../../schema.ts';
import { filterOf, type ListSearch, orderOf } from './list-search.ts';

const FIRST_PAGE = 60;
const NEXT_PAGE = 120;
/** Rows that are drawn as skeletons below the loaded ones while the full count is not known. */
const AHEAD = 240;

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
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = pages;
  const state = useRef({ rows, fetchNextPage, hasNextPage, isFetchingNextPage });
  state.current = { rows, fetchNextPage, hasNextPage, isFetchingNextPage };
  const loadUpTo = useCallback((last: number) => {
    const now = state.current;
    if (now.hasNextPage && !now.isFetchingNextPage && last >= now.rows.length - 20) void now.fetchNextPage();
  }, []);
  return {
    pages,
    rows,
    hits,
    loadUpTo,
    rowAt: useCallback((index: number): TalentRow | undefined => rows[index], [rows]),
    total: totalOf(rows.length, hits, hasNextPage),
  };
}

/** Where counting stopped, the scrollbar grows with what is loaded. */
function totalOf(loaded: number, { value, isExact }: { value: number; isExact: boolean }, hasNextPage: boolean) {
  if (!hasNextPage) return loaded;
  return isExact ? Math.max(value, loaded) : loaded + AHEAD;
}
