import { useInfiniteQuery } from '@tanstack/react-query';
import { type ApiProblem, call } from '#ground/http/client.ts';
import type { ClientAnswer } from '#ground/http/contract.ts';
import { keyOf } from '#ground/http/use-call.ts';
import { listContents } from '../contract.ts';
import type { ContentsSearch } from './use-search.ts';

type ContentsPage = ClientAnswer<typeof listContents>;

/** The library as the address asks for it, growing page by page. */
export function useContents({ kind, topic, language, state, q }: ContentsSearch) {
  const query = {
    kind: kind ? [kind] : [],
    topic: topic ? [topic] : [],
    language,
    state: state ?? ('usable' as const),
    search: q ?? '',
  };
  const pages = useInfiniteQuery<
    ContentsPage,
    ApiProblem,
    { pages: ContentsPage[] },
    readonly unknown[],
    string | undefined
  >({
    queryKey: [...keyOf(listContents), 'pages', query],
    initialPageParam: undefined,
    queryFn: ({ pageParam, signal }) => call(listContents, { query: { ...query, cursor: pageParam } }, { signal }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: (before) => before,
  });
  const loaded = pages.data?.pages ?? [];
  return { ...pages, items: loaded.flatMap(({ items }) => items), total: loaded[0]?.total };
}
