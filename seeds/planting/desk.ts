import { Hono } from 'hono';
import type { Ctx } from '#ground/context.ts';
import type { ClientAnswer, ClientInput, RouteContract } from '#ground/http/contract.ts';
import type { RequestEnv, ServedRoute } from '#ground/http/room.ts';
import { mountRoutes } from '#ground/http/mount.ts';

/** Does what a team member does on the pages, through the same routes and checks. */
export type Act = <R extends RouteContract>(ctx: Ctx, contract: R, input: ClientInput<R>) => Promise<ClientAnswer<R>>;

/** A desk at which one act follows the other; `ctx` says who acts and when, and may be in a transaction. */
export function deskFor(routes: ServedRoute[]): Act {
  const app = new Hono<RequestEnv>();
  const acting: { ctx: Ctx | undefined } = { ctx: undefined };
  // Refusals come out as they are: planting has nobody to show a page to.
  app.onError((error) => {
    throw error;
  });
  mountRoutes(app, routes, async () => {
    if (!acting.ctx) throw new Error('Nobody sits at the desk.');
    return acting.ctx;
  });
  return async (ctx, contract, input) => {
    acting.ctx = ctx;
    const answer = await app.request(addressOf(contract, input), {
      method: contract.method.toUpperCase(),
      headers: { 'content-type': 'application/json' },
      ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
    });
    return (answer.status === 204 ? undefined : await answer.json()) as ClientAnswer<typeof contract>;
  };
}

function addressOf({ path }: RouteContract, { params }: { params?: unknown }): string {
  const values = (params ?? {}) as Record<string, string>;
  return `/api/v1${path.replaceAll(/:(\w+)/g, (_, name: string) => values[name] ?? '')}`;
}
