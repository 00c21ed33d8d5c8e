import { ApiProblem } from '#ground/http/client.ts';
import type { Preferences } from './preferences.ts';

/** Keeps language, theme and density with the member. Without an answer this browser still remembers them. */
export async function savePreferences(changed: Partial<Preferences>): Promise<void> {
  await send('PATCH', '/api/v1/session', changed).catch(() => undefined);
}

/** Ends this session. @throws ApiProblem when no one answered: then one is still signed in. */
export async function signOut(): Promise<void> {
  const response = await send('DELETE', '/api/v1/session');
  if (!response.ok && response.status !== 401)
    throw new ApiProblem({ code: 'http.unexpected', status: response.status });
}

const send = (method: string, address: string, body?: unknown) =>
  fetch(address, {
    method,
    credentials: 'same-origin',
    headers: { 'x-requested-with': 'wiedersehen', 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
