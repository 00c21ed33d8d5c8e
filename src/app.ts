import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { collectDefaultMetrics, register } from 'prom-client';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Config } from '#ground/config/config.ts';
import type { Keys } from '#ground/config/key-ring.ts';
import type { Actor, Ctx, JobSender } from '#ground/context.ts';
import type { Db } from '#ground/database/database.ts';
import { unauthenticated, unavailable } from '#ground/errors/app-error.ts';
import type { EventBoard } from '#ground/events/events.ts';
import { newId } from '#ground/ids.ts';
import { apiPage } from '#ground/http/api-page.ts';
import { openApiDocument } from '#ground/http/openapi.ts';
import { answerProblem, problemFor } from '#ground/http/problem.ts';
import type { Mailer } from '#ground/mail/mailer.ts';
import type { RequestGuard } from '#ground/http/mount.ts';
import { mountRoutes } from '#ground/http/mount.ts';
import type { RequestEnv, ServedRoute } from '#ground/http/room.ts';
import { sameOriginWrites, securityHeaders } from '#ground/http/security.ts';
import { servePages } from '#ground/http/pages.ts';
import type { Accounts } from '#rooms/accounts/index.ts';
import { allow, isPermission } from '#rooms/accounts/index.ts';

const LARGEST_JSON_BYTES = 2 * 1024 * 1024;

export interface AppParts {
  config: Config;
  db: Db;
  keys: Keys;
  log: Logger;
  jobs: JobSender;
  events: EventBoard;
  accounts: Accounts;
  routes: ServedRoute[];
  /** The clock of every request; tests give their own. */
  now: () => Date;
  filesDir: string;
  /** Absent where no mail server is set up. */
  mailer?: Mailer | undefined;
  version: string;
}

/** Puts one HTTP application together: who may pass, what is served, how refusals are told. */
export function createApp(parts: AppParts): Hono<RequestEnv> {
  const { config, log, routes, version } = parts;
  const app = new Hono<RequestEnv>();

  app.use(async (c, next) => {
    c.set('requestId', newId());
    await next();
  });
  app.use(securityHeaders(config));
  const openPaths = routes.filter(({ contract }) => contract.origin === 'any').map(({ contract }) => contract.path);
  app.use('/api/*', sameOriginWrites(config.baseUrl, openPaths));
  app.use('/api/*', limitJson());
  app.onError((error, c) => {
    const problem = problemFor(error, c.get('requestId'));
    if (problem.status >= 500) log.error({ code: 'http.unexpected', requestId: problem.id, err: error });
    return answerProblem(c, problem);
  });

  mountHealth(app, parts);
  app.get('/api/docs', (c) =>
    c.html(
      apiPage(
        routes.map(({ contract }) => contract),
        version,
        c.get('nonce'),
      ),
    ),
  );
  app.get('/api/openapi.json', (c) =>
    c.json(
      openApiDocument(
        routes.map(({ contract }) => contract),
        version,
      ),
    ),
  );
  mountRoutes(app, routes, guard(parts));
  app.all('/api/*', (c) =>
    answerProblem(c, {
      type: 'urn:wiedersehen:http.no_such_route',
      title: 'http.no_such_route',
      status: 404,
      code: 'http.no_such_route',
      id: c.get('requestId'),
    }),
  );
  servePages(app);
  return app;
}

/** Uploads are streams with limits of their own; everything else is small. */
function limitJson() {
  const limit = bodyLimit({
    maxSize: LARGEST_JSON_BYTES,
    onError: () => {
      throw unavailable('http.body_too_large');
    },
  });
  return async (c: Parameters<typeof limit>[0], next: Parameters<typeof limit>[1]) =>
    c.req.header('content-type')?.startsWith('application/octet-stream') ? next() : limit(c, next);
}

/** Deny by default: a route without a known permission is closed to everybody. */
function guard(parts: AppParts): RequestGuard {
  return async (contract, c) => {
    const now = parts.now();
    const actor = await parts.accounts.authenticate(c.req.raw.headers, now);
    if (contract.allow === 'public') return contextFor(parts, actor ?? NOBODY, now);
    if (!actor) throw unauthenticated('accounts.sign_in_needed');
    if (contract.allow !== 'signed_in') {
      if (!isPermission(contract.allow))
        throw new Error(`${contract.method} ${contract.path} names an unknown permission`);
      allow(actor, contract.allow);
    }
    return contextFor(parts, actor, now);
  };
}

/** Somebody who is not signed in: no role, so every permission is denied. */
const NOBODY: Actor = {
  kind: 'member',
  memberId: null,
  role: 'nobody',
  entityIds: [],
  language: 'de',
  timeZone: 'UTC',
  sessionId: null,
};

export function contextFor(
  { config, db, jobs, events, keys, filesDir, mailer }: AppParts,
  actor: Actor,
  now: Date,
): Ctx {
  const { baseUrl, smtpUrl, modelAddresses } = config;
  return { db, actor, now, jobs, emit: events.emit, keys, baseUrl, filesDir, modelAddresses, mailer, smtpUrl };
}

function mountHealth(app: Hono<RequestEnv>, { db, config }: AppParts) {
  app.get('/health/live', (c) => c.json({ status: 'live' }));
  app.get('/health/ready', async (c) => {
    try {
      await sql`select 1`.execute(db);
      return c.json({ status: 'ready' });
    } catch {
      return c.json({ status: 'database_unreachable' }, 503);
    }
  });
  if (!register.getSingleMetric('process_cpu_user_seconds_total')) collectDefaultMetrics();
  app.get('/metrics', async (c) => {
    // Figures of the process are for the operator: only a program on this machine may read them.
    if (!['127.0.0.1', '::1', 'localhost'].includes(config.host)) return c.notFound();
    return c.text(await register.metrics());
  });
}
