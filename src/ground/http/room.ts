import type { Context } from 'hono';
import type { Ctx } from '../context.ts';
import { invalid } from '../errors/app-error.ts';
import type { RouteAnswer, RouteContract, RouteInput } from './contract.ts';

/** What every request carries through Hono. */
export interface RequestEnv {
  Variables: { requestId: string; ctx: Ctx; nonce: string };
}

type Handler<R extends RouteContract> = (
  ctx: Ctx,
  input: RouteInput<R>,
  c: Context<RequestEnv>,
) => Promise<RouteAnswer<R> | Response>;

export interface ServedRoute {
  contract: RouteContract;
  handle: (ctx: Ctx, c: Context<RequestEnv>) => Promise<Response>;
}

/** Binds a contract to what the room does: read, call, answer. Input and output both pass the contract's schemas. */
export function serve<R extends RouteContract>(contract: R, handler: Handler<R>): ServedRoute {
  return {
    contract,
    handle: async (ctx, c) => {
      const input = await readInput(contract, c);
      const answer = await handler(ctx, input, c);
      if (answer instanceof Response) return answer;
      if (typeof contract.answer === 'string') return c.body(null, 204);
      return c.json(contract.answer.parse(answer), (contract.status ?? 200) as 200);
    },
  };
}

async function readInput<R extends RouteContract>(contract: R, c: Context): Promise<RouteInput<R>> {
  const params = contract.params?.parse(c.req.param()) ?? {};
  const query = contract.query?.parse(queryOf(c)) ?? {};
  const body =
    contract.body === undefined || contract.body === 'file' ? undefined : contract.body.parse(await readJson(c));
  return { params, query, body } as RouteInput<R>;
}

/** A name that comes several times becomes an array. */
function queryOf(c: Context): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
}

async function readJson(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    throw invalid('http.not_json');
  }
}
