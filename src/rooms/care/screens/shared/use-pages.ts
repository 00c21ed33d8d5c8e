import { useInfiniteQuery } from '@tanstack/react-query';
import type { ApiProblem } from '#ground/http/client.ts';

interface KeysetPage {
  nextCursor: string | null;
}

interface PageQuestion<Page> {
  /** Path of the route first, so that a stale route drops all its pages. */
  key: readonly unknown[];
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<Page>;
}

/** A list that grows by keyset pages. */
export function usePages<Page extends KeysetPage>({ key, load }: PageQuestion<Page>) {
  const query = useInfiniteQuery<Page, ApiProblem, { pages: Page[] }, readonly unknown[], string | undefined>({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    initialPageParam: undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  return { ...query, pages: query.data?.pages ?? [] };
}
