import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { sql } from 'kysely';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '#ground/database/database.ts';
import { startEmbeddedPostgres } from '#ground/database/embedded.ts';
import { migrateToLatest } from '#ground/database/migrate.ts';
import { migrations } from '#migrations/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseAddress: string;
  }
}

const TEMPLATE = 'wiedersehen_template';

/**
 * One PostgreSQL for the whole run, migrated once; each test file gets a copy of it (see `test-database.ts`).
 * TEST_DATABASE_URL names a server to use; without it the embedded database is started, as `npm start` does.
 */
export default async function setUp(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL;
  const folder = mkdtempSync(path.join(tmpdir(), 'wiedersehen-test-'));
  // Started by root, the server runs as another user and must be able to pass through.
  chmodSync(folder, 0o711);
  const embedded = given ? undefined : await startEmbeddedPostgres(folder, whichOne());
  const address = given ?? embedded?.connectionString('postgres') ?? '';
  if (embedded) await waitForNoDisk(address);
  await makeTemplate(address);
  project.provide('databaseAddress', address);

  return async () => {
    await embedded?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

function whichOne(): { only?: 'system' | 'package' } {
  const wanted = process.env.TEST_POSTGRES;
  return wanted === 'system' || wanted === 'package' ? { only: wanted } : {};
}

/** For a server that ends with the run: nothing in it has to survive a power cut. */
export async function waitForNoDisk(address: string) {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit'])
    await client.query(`alter system set ${setting} = off`);
  await client.query('select pg_reload_conf()');
  await client.end();
}

async function makeTemplate(address: string) {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await client.query(`drop database if exists ${TEMPLATE} with (force)`);
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const { db, close } = openDatabase({ connectionString: withDatabase(address, TEMPLATE) });
  await migrateToLatest(db, migrations);
  await sql`analyze`.execute(db);
  await close();
}

/** The same address with another database. */
export function withDatabase(address: string, database: string): string {
  return address.replace(/^(postgres(?:ql)?:\/\/[^/]*)\/[^?]*/, `$1/${database}`);
}
