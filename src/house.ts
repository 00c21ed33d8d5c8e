import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Hono } from 'hono';
import type { Logger } from 'pino';
import { pino } from 'pino';
import { createApp, contextFor } from './app.ts';
import type { AppParts } from './app.ts';
import { keyRing } from '#ground/config/key-ring.ts';
import type { Config } from '#ground/config/config.ts';
import type { Actor, Ctx } from '#ground/context.ts';
import type { Db } from '#ground/database/database.ts';
import { openDatabase } from '#ground/database/database.ts';
import { startEmbeddedPostgres } from '#ground/database/embedded.ts';
import { migrateToLatest } from '#ground/database/migrate.ts';
import { eventBoard } from '#ground/events/events.ts';
import type { RequestEnv } from '#ground/http/room.ts';
import type { JobBoard } from '#ground/jobs/board.ts';
import { openJobBoard } from '#ground/jobs/board.ts';
import { openMailer } from '#ground/mail/mailer.ts';
import { migrations } from '#migrations/index.ts';
import { openAccounts, systemActor } from '#rooms/accounts/index.ts';
import { jobsOfAllRooms, routesOfAllRooms, wireEvents } from './rooms.ts';

export const VERSION: string = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;

export interface House {
  app: Hono<RequestEnv>;
  db: Db;
  log: Logger;
  board: JobBoard;
  parts: AppParts;
  /** The program's own context: sees all entities. */
  systemCtx: () => Promise<Ctx>;
  ctxFor: (actor: Actor) => Ctx;
  close: () => Promise<void>;
}

export interface HouseOptions {
  /** `server` stops the embedded database at the end; `visitor` leaves one that it found running. */
  stay: 'server' | 'visitor';
  now?: () => Date;
  log?: Logger;
}

/** Opens the whole product: database (started and migrated where needed), jobs, rooms and the HTTP application. */
export async function openHouse(
  config: Config,
  { stay, now = () => new Date(), log = logFor(config) }: HouseOptions,
): Promise<House> {
  const mailer = openMailer(config);
  const embedded = config.databaseUrl
    ? undefined
    : await startEmbeddedPostgres(config.dataDir, config.postgresBin ? { bin: config.postgresBin } : {});
  const connectionString = config.databaseUrl ?? embedded?.connectionString() ?? '';
  const opened = openDatabase({ connectionString, maxConnections: 16 });
  await migrateToLatest(opened.db, migrations);
  const keys = keyRing(config.secretKey);
  const filesDir = path.join(config.dataDir, 'files');
  mkdirSync(filesDir, { recursive: true, mode: 0o700 });
  const board = await openJobBoard(connectionString, jobsOfAllRooms, log);
  const accounts = openAccounts({ db: opened.db, config, keys, log });
  const events = eventBoard();
  wireEvents(events);
  const parts: AppParts = {
    config,
    db: opened.db,
    keys,
    log,
    jobs: board.send,
    events,
    accounts,
    routes: routesOfAllRooms(accounts, config.baseUrl),
    now,
    filesDir,
    mailer,
    version: VERSION,
  };

  return {
    app: createApp(parts),
    db: opened.db,
    log,
    board,
    parts,
    ctxFor: (actor) => contextFor(parts, actor, now()),
    systemCtx: async () => contextFor(parts, systemActor(await entityIdsOf(opened.db)), now()),
    close: async () => {
      await board.stop();
      mailer?.close();
      await opened.close();
      if (embedded && (stay === 'server' || !embedded.wasRunning)) await embedded.stop();
    },
  };
}

async function entityIdsOf(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('entities').select('id').execute();
  return rows.map(({ id }) => id);
}

/** Logs hold ids and codes; should a name or address ever slip into an object, it is cut here. */
function logFor({ logLevel }: Config): Logger {
  return pino({
    level: logLevel,
    redact: {
      paths: [
        '*.email',
        '*.name',
        '*.phone',
        '*.body',
        '*.password',
        '*.token',
        'err.parameters',
        'err.detail',
        'err.where',
      ],
      remove: true,
    },
  });
}
