import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createHash, randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { sql } from 'kysely';
import pg from 'pg';
import type { Actor, Ctx } from '#ground/context.ts';
import { readConfig } from '#ground/config/config.ts';
import { startEmbeddedPostgres } from '#ground/database/embedded.ts';
import { findPostgres } from '#ground/database/postgres-binaries.ts';
import { newId } from '#ground/ids.ts';
import { setFirstPeriods } from '#rooms/consent/index.ts';
import { recordText } from '#rooms/consent/records.ts';
import type { House } from '../src/house.ts';
import { openHouse } from '../src/house.ts';

/** Nothing secret: a data folder that is kept for the next run must open again. */
const KEY = createHash('sha256').update('a bench has no secrets').digest('base64');

export type DatabaseKind = 'embedded' | 'server';

export interface BenchHouse {
  house: House;
  ctx: Ctx;
  actor: Actor;
  entityId: string;
  textId: string;
  /** For a second database beside the product's, on the same server. */
  addressOf: (database: string) => string;
  /** E.g. `PostgreSQL 15.14 on …`, cut after the version. */
  version: string;
  /** Process id of the database server, where it runs on this machine for this run. */
  serverPid: number | undefined;
  folder: string;
  close: () => Promise<void>;
}

/**
 * The whole product on an empty database in a folder that goes afterwards. `embedded` is what `npm start` brings with it, `server`
 * is DATABASE_URL, or else the PostgreSQL of this machine; durability is PostgreSQL's default on both.
 * @param given an existing data folder, kept for the next run
 * @returns undefined when there is no such database here
 */
export async function openBenchHouse(kind: DatabaseKind, given?: string): Promise<BenchHouse | undefined> {
  const folder = given ?? mkdtempSync(path.join(tmpdir(), 'wiedersehen-bench-'));
  mkdirSync(folder, { recursive: true });
  // Started by root the database server runs as another user, who must be able to pass.
  chmodSync(folder, 0o711);
  const removeFolder = () => (given ? undefined : rmSync(folder, { recursive: true, force: true }));
  const database = await openDatabaseOf(kind, folder);
  if (!database) {
    removeFolder();
    return undefined;
  }
  const DATABASE_URL = database.addressOf(database.name);
  const config = readConfig({ DATA_DIR: folder, DATABASE_URL, LOG_LEVEL: 'warn', SECRET_KEY: KEY });
  const house = await openHouse(config, { stay: 'visitor' });
  const settled = await settle(house);
  const { rows } = await sql<{ version: string }>`select version()`.execute(house.db);
  return {
    house,
    ...settled,
    addressOf: database.addressOf,
    folder,
    serverPid: database.serverPid,
    version: rows[0]?.version.split(' on ')[0] ?? '',
    close: async () => {
      await house.close();
      await database.end();
      removeFolder();
    },
  };
}

async function openDatabaseOf(kind: DatabaseKind, folder: string) {
  const given = process.env.DATABASE_URL;
  if (kind === 'server' && given) return databaseOnServer(given);
  if (kind === 'server' && !findPostgres(undefined, 'system')) return undefined;
  const own = await startEmbeddedPostgres(folder, { only: kind === 'server' ? 'system' : 'package' });
  const addressOf = (database: string) => own.connectionString(database);
  return { name: 'wiedersehen', addressOf, serverPid: await postmasterOf(addressOf('postgres')), end: own.stop };
}

async function databaseOnServer(given: string) {
  const addressOf = (database: string) => withDatabase(given, database);
  const name = `wiedersehen_bench_${randomBytes(4).toString('hex')}`;
  await onServer(addressOf('postgres'), `create database ${name}`);
  const end = async () => void (await onServer(addressOf('postgres'), `drop database ${name} with (force)`));
  return { name, addressOf, serverPid: undefined, end };
}

const withDatabase = (address: string, database: string) =>
  address.replace(/^(postgres(?:ql)?:\/\/[^/]*)\/[^?]*/, `$1/${database}`);

export async function onServer(address: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

async function postmasterOf(address: string): Promise<number> {
  const [row] = await onServer(address, "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid");
  return Number(row?.pid);
}

/** A company, a team member and the consent text, once. */
async function settle(house: House) {
  const known = await house.db.selectFrom('entities').select('id').executeTakeFirst();
  const entityId = known?.id ?? newId();
  if (!known) await settleCompany(house, entityId);
  const member = await house.db.selectFrom('members').select('id').executeTakeFirstOrThrow();
  const actor: Actor = {
    kind: 'member',
    memberId: member.id,
    role: 'recruiter',
    entityIds: [entityId],
    language: 'de',
    timeZone: 'Europe/Zurich',
    sessionId: null,
  };
  const ctx: Ctx = { ...house.ctxFor(actor), jobs: async () => {} };
  const { id: textId } = await recordText(ctx, {
    purpose: 'talent_pool',
    language: 'de',
    body: 'Ja, ich möchte im Talentpool bleiben und von Ihnen hören.',
  });
  return { ctx, actor, entityId, textId };
}

async function settleCompany({ db, ctxFor }: House, entityId: string) {
  const memberId = newId();
  await db
    .insertInto('installation')
    .values({ company_name: 'Kellermatt Antriebe AG', country_profile: 'CH', language: 'de' })
    .execute();
  await db
    .insertInto('entities')
    .values({ id: entityId, name: 'Kellermatt Antriebe AG', country_profile: 'CH' })
    .execute();
  await db
    .insertInto('members')
    .values({
      id: memberId,
      name: 'Mara Keller',
      email: 'mara@kellermatt.example',
      role: 'recruiter',
      language: 'de',
      time_zone: 'Europe/Zurich',
    })
    .execute();
  await db.insertInto('member_entities').values({ member_id: memberId, entity_id: entityId }).execute();
  await setFirstPeriods(
    ctxFor({
      kind: 'system',
      memberId: null,
      role: 'system',
      entityIds: [entityId],
      language: 'de',
      timeZone: 'UTC',
      sessionId: null,
    }),
    'CH',
  );
}
