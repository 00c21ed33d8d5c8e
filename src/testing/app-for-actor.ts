import type { Hono } from 'hono';
import type { AppParts } from '../app.ts';
import { createApp } from '../app.ts';
import type { Actor } from '#ground/context.ts';
import type { RequestEnv, ServedRoute } from '#ground/http/room.ts';

/** The whole HTTP application as one actor meets it, with its real guard; undefined is nobody. */
export const appForActor = (
  parts: AppParts,
  actor: Actor | undefined,
  routes: ServedRoute[] = parts.routes,
): Hono<RequestEnv> =>
  createApp({ ...parts, routes, accounts: { ...parts.accounts, authenticate: async () => actor } });
