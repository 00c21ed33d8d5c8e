import type { ClientAnswer, ClientInput, RouteContract } from './contract.ts';

/** A refusal or failure as the server described it. `code` names the sentence, `id` the line in the log. */
export class ApiProblem extends Error {
  readonly code: string;
  readonly status: number;
  readonly params: Record<string, unknown>;
  readonly errors: readonly FieldProblem[];
  readonly id: string;

  constructor({
    code,
    status,
    params = {},
    errors = [],
    id = '',
  }: Partial<ApiProblemFacts> & { code: string; status: number }) {
    super(code);
    this.name = 'ApiProblem';
    this.code = code;
    this.status = status;
    this.params = params;
    this.errors = errors;
    this.id = id;
  }
}

interface FieldProblem {
  path: string;
  code: string;
  message: string;
}

interface ApiProblemFacts {
  code: string;
  status: number;
  params: Record<string, unknown>;
  errors: readonly FieldProblem[];
  id: string;
}

interface CallOptions {
  signal?: AbortSignal;
}

/** Status of a problem when no server answered. */
const UNREACHABLE = 0;

const BASE = '/api/v1';
/** Foreign pages cannot set this header, so writes without it are refused. */
const OWN_HEADER = { 'x-requested-with': 'wiedersehen' };

type Input = { params?: object; query?: object; body?: unknown };

/**
 * Calls a route of our own server.
 * @throws ApiProblem with the server's code; `http.unreachable` and status 0 when no one answered
 */
export async function call<R extends RouteContract>(
  route: R,
  input: ClientInput<R>,
  { signal }: CallOptions = {},
): Promise<ClientAnswer<R>> {
  const { body } = input as Input;
  const response = await reach(addressOf(route, input), {
    method: route.method.toUpperCase(),
    headers: body === undefined ? OWN_HEADER : { ...OWN_HEADER, 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal,
  });
  return (await readAnswer(response)) as ClientAnswer<R>;
}

interface UploadOptions extends CallOptions {
  /** Share sent so far, 0 to 1. */
  onProgress?: (share: number) => void;
}

/** Sends a file as raw bytes to a route with `body: 'file'`. @throws ApiProblem */
export function upload<R extends RouteContract>(
  route: R,
  input: Omit<ClientInput<R>, 'body'>,
  file: Blob,
  { signal, onProgress }: UploadOptions = {},
): Promise<ClientAnswer<R>> {
  const { promise, resolve, reject } = Promise.withResolvers<ClientAnswer<R>>();
  const request = new XMLHttpRequest();
  request.open(route.method.toUpperCase(), addressOf(route, input));
  for (const [name, value] of Object.entries(OWN_HEADER)) request.setRequestHeader(name, value);
  // The server goes by the content; a named type would only change which size limit applies.
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.upload.addEventListener('progress', ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0));
  request.addEventListener('error', () => reject(unreachable()));
  request.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
  request.addEventListener('load', () => {
    const answer = new Response(request.status === 204 ? null : request.responseText, { status: request.status });
    readAnswer(answer).then((value) => resolve(value as ClientAnswer<R>), reject);
  });
  signal?.addEventListener('abort', () => request.abort());
  request.send(file);
  return promise;
}

/** Address of a route, for links to downloads and for `EventSource`. */
export function addressOf<R extends RouteContract>(route: R, input: Omit<ClientInput<R>, 'body'>): string {
  const { params = {}, query = {} } = input as Input;
  const values = params as Record<string, unknown>;
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values[name])));
  const search = searchOf(query as Record<string, unknown>);
  return `${BASE}${path}${search === '' ? '' : `?${search}`}`;
}

/** Lists come several times under the same name; what is undefined or null is left out. */
function searchOf(query: Record<string, unknown>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null)
        search.append(name, typeof one === 'object' ? JSON.stringify(one) : String(one));
    }
  }
  return search.toString();
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    const response = await fetch(address, { credentials: 'same-origin', ...init });
    tellReachable('reachable');
    return response;
  } catch (error) {
    if (init.signal?.aborted) throw error;
    tellReachable('unreachable');
    throw unreachable();
  }
}

const unreachable = () => new ApiProblem({ code: 'http.unreachable', status: UNREACHABLE });

async function readAnswer(response: Response): Promise<unknown> {
  const text = await response.text();
  const value = parse(text);
  if (response.ok) return value;
  const facts = (typeof value === 'object' && value !== null ? value : {}) as Partial<ApiProblemFacts>;
  throw new ApiProblem({ ...facts, code: facts.code ?? 'http.unexpected', status: response.status });
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Reach = 'reachable' | 'unreachable';

let reachNow: Reach = 'reachable';
const watchers = new Set<() => void>();

/** Whether the last call got an answer; the shell shows a bar while it did not. */
export const currentReach = (): Reach => reachNow;

export function watchReach(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function tellReachable(reach: Reach) {
  if (reach === reachNow) return;
  reachNow = reach;
  for (const watcher of watchers) watcher();
}
