// Runs a part of the test suite: node scripts/vitest.ts --project unit [files…]
import path from 'node:path';
import process from 'node:process';
import type { Vitest } from 'vitest/node';
import { createVitest } from 'vitest/node';
import type { EmbeddedPostgres } from '#ground/database/embedded.ts';
import { startEmbeddedPostgres } from '#ground/database/embedded.ts';
import { waitForNoDisk } from '#ground/testing/database-for-tests.ts';
import { openRunFolder } from './testing/run-folder.ts';

const LONGEST_CLEAN_UP_MS = 20_000;

const files = process.argv.slice(2);
const at = files.indexOf('--project');
const project = at === -1 ? [] : files.splice(at, 2).slice(1);

const folder = openRunFolder();
let database: Promise<EmbeddedPostgres | undefined> | undefined;
let vitest: Vitest | undefined;
let isEnding = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void interrupt());

try {
  database = databaseForRun();
  await database;
  vitest = await createVitest({ project, run: true, watch: false, passWithNoTests: false });
  await vitest.start(files);
} catch (error) {
  // Vitest has already said that it found no files, and where it looked.
  if (!(error instanceof Error && error.message === 'No test files found')) process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
}
if (!isEnding) await end();

/** The embedded database as `npm start` runs it, here so that it ends with the run, however the run ends. */
async function databaseForRun() {
  const isNeeded = project.length === 0 || project.includes('database');
  if (!isNeeded || process.env.TEST_DATABASE_URL) return undefined;
  const only = process.env.TEST_POSTGRES === 'package' ? { only: 'package' as const } : {};
  const server = await startEmbeddedPostgres(path.join(folder.path, 'data'), only);
  process.env.TEST_DATABASE_URL = server.connectionString('postgres');
  await waitForNoDisk(process.env.TEST_DATABASE_URL);
  return server;
}

async function interrupt() {
  if (isEnding) return;
  isEnding = true;
  setTimeout(() => process.exit(130), LONGEST_CLEAN_UP_MS).unref();
  await vitest?.cancelCurrentRun('keyboard-input');
  await end();
  process.exit(130);
}

async function end() {
  await vitest?.close();
  // Also where the run was interrupted while the database was starting.
  await (await database?.catch(() => undefined))?.stop();
  await folder.close();
}
