// Starts the product as a newcomer does: a fresh clone, `npm start`, nothing else. Then with the sample company, and with a PostgreSQL server.
//   --here   copies the working tree instead of cloning the last commit
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { closingLine } from './testing/counts.ts';
import { installDebianPackage } from './testing/debian-packages.ts';
import { startPostgresServer } from './testing/postgres-server.ts';
import { openRunFolder } from './testing/run-folder.ts';
import type { Started } from './testing/start-command.ts';
import { startCommand } from './testing/start-command.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = openRunFolder();
const clone = path.join(folder.path, 'clone');
const counts = { passed: 0, failed: 0 };

let current: Started | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(
    signal,
    () => void (current?.stop() ?? Promise.resolve()).then(folder.close).then(() => process.exit(130)),
  );
}

try {
  takeCopy();
  await smoke('npm start in a fresh clone', {}, []);
  await smoke('npm start again, with the data of the first time', {}, []);
  if (existsSync(path.join(clone, 'src/demo.ts')))
    await smoke('npm start -- --demo', { DATA_DIR: path.join(folder.path, 'demo') }, ['--demo']);
  await smokeOnServer();
} finally {
  await folder.close();
}
process.stdout.write(`${closingLine(counts)}\n`);
process.exitCode = counts.failed > 0 ? 1 : 0;

function takeCopy() {
  if (!process.argv.includes('--here')) {
    execFileSync('git', ['clone', '--quiet', root, clone]);
    return;
  }
  mkdirSync(clone);
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter(Boolean);
  for (const file of files)
    if (existsSync(path.join(root, file))) cpSync(path.join(root, file), path.join(clone, file));
}

/** One start, looked at from outside, and stopped again. */
async function smoke(title: string, env: Record<string, string>, args: string[]) {
  const seconds = -performance.now() / 1000;
  try {
    current = await startCommand({ cwd: clone, args, env });
    await lookAround(current.baseUrl);
    const left = await current.stop();
    if (left.length > 0) throw new Error(`after SIGTERM these were still there: ${left.join(', ')}`);
    counts.passed += 1;
    process.stdout.write(`fine    ${title} (${(seconds + performance.now() / 1000).toFixed(0)} s)\n`);
  } catch (error) {
    counts.failed += 1;
    process.stdout.write(
      `FAILED  ${title}: ${error instanceof Error ? error.message : String(error)}\n${current?.output().slice(-1500) ?? ''}\n`,
    );
    await current?.stop();
  }
  current = undefined;
}

async function lookAround(baseUrl: string) {
  const page = await textOf(`${baseUrl}/`);
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1];
  if (!page.includes('id="root"') || !script) throw new Error('the first page is not the built one');
  await textOf(`${baseUrl}${script}`);
  JSON.parse(await textOf(`${baseUrl}/api/openapi.json`));
  const { needed } = JSON.parse(await textOf(`${baseUrl}/api/v1/setup`)) as { needed?: boolean };
  if (typeof needed !== 'boolean') throw new Error('/api/v1/setup does not say whether a set-up is needed');
}

async function textOf(url: string): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(15_000) });
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  return response.text();
}

async function smokeOnServer() {
  const title = 'npm start behind DATABASE_URL';
  const dataDir = path.join(folder.path, 'behind-server');
  mkdirSync(dataDir);
  chmodSync(dataDir, 0o755);
  const server =
    (await startPostgresServer(folder.path)) ??
    (installDebianPackage('postgresql') === undefined ? await startPostgresServer(folder.path) : undefined);
  if (!server) {
    counts.failed += process.env.CI ? 1 : 0;
    process.stdout.write(`NOT RUN ${title}: there is no PostgreSQL server on this machine\n`);
    return;
  }
  await smoke(title, { DATABASE_URL: server.url, DATA_DIR: dataDir }, []);
  await server.stop();
  if (!existsSync(path.join(dataDir, 'postgres'))) return;
  counts.failed += 1;
  process.stdout.write(`FAILED  ${title}: an embedded database was made all the same\n`);
}
