import {
  queryOptions,
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { type ApiProblem, call } from './client.ts';
import type { ClientAnswer, ClientInput, RouteContract } from './contract.ts';

/** Key of a read in the cache: path first, so that `forget([route])` drops all its variants. */
export const keyOf = (route: RouteContract, input?: { params?: unknown; query?: unknown }) =>
  input === undefined ? [route.path] : [route.path, input.params ?? null, input.query ?? null];

/** A read for `useQuery`, `prefetchQuery` or a route's loader. */
export function reading<R extends RouteContract>(route: R, input: ClientInput<R>) {
  return queryOptions<ClientAnswer<R> | null, ApiProblem>({
    queryKey: keyOf(route, input),
    // The cache refuses undefined, which a route without an answer gives.
    queryFn: async ({ signal }) => (await call(route, input, { signal })) ?? null,
  });
}

/** Reads through the cache: the one hook a screen fetches with. */
export function useRead<R extends RouteContract>(
  route: R,
  input: ClientInput<R>,
  options: { enabled?: boolean; refetchInterval?: number | false; staleTime?: number } = {},
): UseQueryResult<ClientAnswer<R>, ApiProblem> {
  return useQuery({ ...reading(route, input), ...options }) as UseQueryResult<ClientAnswer<R>, ApiProblem>;
}

interface ActOptions<R extends RouteContract> {
  /** Reads that are stale afterwards. */
  stale?: readonly RouteContract[];
  onDone?: (answer: ClientAnswer<R>, input: ClientInput<R>) => void;
}

/** A change. Afterwards the named reads are fetched anew. */
export function useAct<R extends RouteContract>(
  route: R,
  { stale = [], onDone }: ActOptions<R> = {},
): UseMutationResult<ClientAnswer<R>, ApiProblem, ClientInput<R>> {
  const cache = useQueryClient();
  return useMutation<ClientAnswer<R>, ApiProblem, ClientInput<R>>({
    mutationFn: (input) => call(route, input),
    onSuccess: async (answer, input) => {
      onDone?.(answer, input);
      await Promise.all(stale.map((read) => cache.invalidateQueries({ queryKey: keyOf(read) })));
    },
  });
}
