import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ApiProblem, call } from '#ground/http/client.ts';
import type { ClientAnswer } from '#ground/http/contract.ts';
import { keyOf } from '#ground/http/use-call.ts';
import { listCampaignsRoute } from '../../contract-writing.ts';

export const LIST_STATES = ['all', 'writing', 'under_way', 'over'] as const;
export type ListState = (typeof LIST_STATES)[number];
export interface CampaignsSearch {
  state?: ListState;
  q?: string;
}
type CampaignsPage = ClientAnswer<typeof listCampaignsRoute>;

/** While something is on its way, the list looks again after so many ms. */
const LOOK_AGAIN_MS = 5000;

/** What the address asks for, and a way to change it; reload and back show the same list. */
export function useCampaignsSearch(): [CampaignsSearch, (change: CampaignsSearch) => void] {
  const navigate = useNavigate();
  const search: CampaignsSearch = useSearch({ strict: false });
  return [search, (change) => void navigate({ to: '/campaigns', search: { ...search, ...change }, replace: true })];
}

/** Letters as the address asks for them, growing page by page. */
export function useCampaigns({ state = 'all', q = '' }: CampaignsSearch) {
  const query = { state, search: q };
  const pages = useInfiniteQuery<
    CampaignsPage,
    ApiProblem,
    { pages: CampaignsPage[] },
    readonly unknown[],
    string | undefined
  >({
    queryKey: [...keyOf(listCampaignsRoute), 'pages', query],
    initialPageParam: undefined,
    queryFn: ({ pageParam, signal }) =>
      call(listCampaignsRoute, { query: { ...query, cursor: pageParam } }, { signal }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: (before) => before,
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some(({ items }) => items.some(isOnItsWay)) ? LOOK_AGAIN_MS : false,
  });
  return { ...pages, items: pages.data?.pages.flatMap(({ items }) => items) };
}

const isOnItsWay = ({ state }: CampaignsPage['items'][number]) => state === 'preparing' || state === 'sending';
