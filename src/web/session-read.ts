import { queryOptions } from '@tanstack/react-query';
import { ApiProblem } from '#ground/http/client.ts';
import type { Session } from '#ground/ui/session/session.ts';

/** Who is signed in; null for nobody. Read once and again when the window comes back. */
export const sessionRead = queryOptions({
  queryKey: ['/session'],
  staleTime: 60_000,
  queryFn: async ({ signal }): Promise<Session | null> => read<Session>('/api/v1/session', signal),
});

/** Whether nobody has set the house up yet. */
export const setupRead = queryOptions({
  queryKey: ['/setup'],
  queryFn: async ({ signal }) => (await read<{ needed: boolean }>('/api/v1/setup', signal)) ?? { needed: false },
});

async function read<Answer>(address: string, signal: AbortSignal): Promise<Answer | null> {
  const response = await fetch(address, { credentials: 'same-origin', signal }).catch(() => undefined);
  if (!response) throw new ApiProblem({ code: 'http.unreachable', status: 0 });
  if (response.status === 401) return null;
  if (!response.ok) throw new ApiProblem({ code: 'http.unexpected', status: response.status });
  return (await response.json()) as Answer;
}
