import type { Context, Hono } from 'hono';
import type { Ctx } from '../context.ts';
import type { RouteContract } from './contract.ts';
import { onlyOnce } from './idempotency.ts';
import type { RequestEnv, ServedRoute } from './room.ts';

export type RequestGuard = (contract: RouteContract, c: Context<RequestEnv>) => Promise<Ctx>;

/** Mounts all rooms; the guard decides who may pass, before anything else of the request is read. */
export function mountRoutes(app: Hono<RequestEnv>, routes: ServedRoute[], guard: RequestGuard) {
  for (const { contract, handle } of routes) {
    app.on(contract.method.toUpperCase(), `/api/v1${contract.path}`, async (c) => {
      const ctx = await guard(contract, c);
      c.set('ctx', ctx);
      return onlyOnce(contract, ctx, c, () => handle(ctx, c));
    });
  }
}
