import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const mark = path.join(root, 'dist/web/.built-from');

/** Builds `dist/web` unless it was built from exactly these sources. */
export async function buildWebIfStale(): Promise<void> {
  const wanted = fingerprint();
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  process.stdout.write('Building the web pages (once per version) …\n');
  await buildWeb();
}

export async function buildWeb(): Promise<void> {
  await forProduction(() => build({ root, configFile: path.join(root, 'vite.config.ts'), logLevel: 'warn' }));
  mkdirSync(path.dirname(mark), { recursive: true });
  writeFileSync(mark, fingerprint());
}

/** Vite takes the development version of React where NODE_ENV says anything else, and a test runner says "test". */
async function forProduction(work: () => Promise<unknown>): Promise<void> {
  const { NODE_ENV: before } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

function fingerprint(): string {
  const files = [
    'index.html',
    'vite.config.ts',
    'package-lock.json',
    ...globSync('{src,public}/**/*.{ts,tsx,js,css,json,svg}', { cwd: root }),
  ]
    .filter((file) => existsSync(path.join(root, file)) && !file.includes('.test.'))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
}
