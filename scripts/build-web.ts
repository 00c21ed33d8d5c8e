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
  await build({ root, configFile: path.join(root, 'vite.config.ts'), logLevel: 'warn' });
  mkdirSync(path.dirname(mark), { recursive: true });
  writeFileSync(mark, fingerprint());
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
