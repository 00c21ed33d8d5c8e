import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { findChromium } from '../../e2e/support/chromium.ts';
import { buildWebIfStale } from '../build-web.ts';
import type { Counts } from './counts.ts';
import { installDebianPackage } from './debian-packages.ts';
import { startPostgresServer } from './postgres-server.ts';
import { runProgram, wasInterrupted } from './run-program.ts';

export interface PartOutcome extends Counts {
  title: string;
  code: number;
  seconds: number;
  /** Why the part could not run on this machine. */
  notRun?: string;
}

interface Part {
  title: string;
  run: (folder: string) => Promise<Omit<PartOutcome, 'title'>>;
}

const PARTS: Record<string, Part> = {
  unit: { title: 'Unit tests', run: (folder) => vitest(folder, 'unit', {}) },
  // An empty TEST_DATABASE_URL: the operator's server is for the next part.
  embedded: {
    title: 'Database tests, embedded',
    run: (folder) =>
      vitest(folder, 'database', { TEST_POSTGRES: 'package', TEST_DATABASE_URL: '', TEST_ON_SERVER: '' }),
  },
  server: { title: 'Database tests, PostgreSQL server', run: runOnServer },
  browser: { title: 'Browser tests', run: runInBrowser },
};

export const ALL_PARTS: readonly string[] = Object.keys(PARTS);

export async function runParts(names: string[], folder: string): Promise<PartOutcome[]> {
  const outcomes: PartOutcome[] = [];
  for (const name of names) {
    const part = PARTS[name];
    if (!part || wasInterrupted()) continue;
    process.stdout.write(`\n${part.title}\n`);
    outcomes.push({ title: part.title, ...(await part.run(folder)) });
  }
  return outcomes;
}

async function runOnServer(folder: string) {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return vitest(folder, 'database', { TEST_DATABASE_URL: given, TEST_ON_SERVER: 'yes' });
  let server = await startPostgresServer(folder);
  if (!server) {
    const obstacle = installDebianPackage('postgresql');
    if (obstacle) return notRun(`no PostgreSQL server here: ${obstacle}, or set TEST_DATABASE_URL`);
    server = await startPostgresServer(folder);
  }
  if (!server) return notRun('PostgreSQL was installed but its programs were not found');
  try {
    return await vitest(folder, 'database', { TEST_DATABASE_URL: server.url, TEST_ON_SERVER: 'yes' });
  } finally {
    await server.stop();
  }
}

async function runInBrowser(folder: string) {
  if (!findChromium()) {
    const obstacle = installDebianPackage('chromium');
    if (obstacle) return notRun(`no Chromium here: ${obstacle}, or set CHROMIUM_PATH`);
  }
  try {
    await buildWebIfStale();
  } catch (error) {
    process.stderr.write(
      `The web pages could not be built: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return { passed: 0, failed: 1, code: 1, seconds: 0 };
  }
  return vitest(folder, 'browser', {});
}

/** What did not run counts as failed where a machine reads the result. */
const notRun = (reason: string) => ({ passed: 0, failed: process.env.CI ? 1 : 0, code: 0, seconds: 0, notRun: reason });

async function vitest(folder: string, project: string, env: Record<string, string>) {
  const file = path.join(folder, `counts-${project}-${performance.now()}.json`);
  const { code, seconds } = await runProgram({
    command: process.execPath,
    args: ['scripts/vitest.ts', '--project', project],
    env: { ...env, TEST_COUNTS_FILE: file },
    output: 'show',
  });
  const counts: Counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 1 };
  // A run that fails without a failed test (a broken set-up) must not look green.
  return { passed: counts.passed, failed: counts.failed === 0 && code !== 0 ? 1 : counts.failed, code, seconds };
}
