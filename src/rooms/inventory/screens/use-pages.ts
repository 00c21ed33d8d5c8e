import { useInfiniteQuery } from '@tanstack/react-query';
import type { ApiProblem } from '#ground/http/client.ts';

interface KeysetPage {
  items: readonly unknown[];
  nextCursor: string | null;
}

export interface PageQuestion<Page> {
  /** Path of the route first, so that a stale route drops all its pages. */
  key: readonly unknown[];
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<Page>;
  enabled?: boolean;
}

/** A list that grows by keyset pages. */
export function usePages<Page extends KeysetPage>({ key, load, enabled = true }: PageQuestion<Page>) {
  const query = useInfiniteQuery<Page, ApiProblem, { pages: Page[] }, readonly unknown[], string | undefined>({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    initialPageParam: undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    enabled,
  });
  const pages = query.data?.pages ?? [];
  return { ...query, pages, items: pages.flatMap(({ items }) => items) as Page['items'][number][], first: pages[0] };
}
