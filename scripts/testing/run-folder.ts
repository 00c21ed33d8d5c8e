import { spawn } from 'node:child_process';
import { chmodSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';

export interface RunFolder {
  path: string;
  /** Ends every PostgreSQL that was left running in the folder, then removes the folder. */
  close: () => Promise<void>;
}

const PATIENCE_MS = 10_000;

/** A folder for everything one run leaves on disk. All programs started in the run use it for their temporary files. */
export function openRunFolder(): RunFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'wsh-'));
  // Started by root, PostgreSQL runs as another user and has to pass through.
  chmodSync(folder, 0o711);
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  const guard = standGuard(folder);
  return {
    path: folder,
    close: async () => {
      await Promise.all(serversBelow(folder).map(endServer));
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
      guard.stdin.end();
    },
  };
}

/** Waits until the run is gone, then does what it has left undone. */
const GUARD = `
cat > /dev/null
[ -d "$1" ] || exit 0
for tries in 1 2 3 4 5 6 7 8 9 10; do
  left=
  for file in $(find "$1" -name postmaster.pid 2> /dev/null); do
    pid=$(head -n 1 "$file")
    if grep -q postgres "/proc/$pid/cmdline" 2> /dev/null; then left=1; kill -INT "$pid"; fi
  done
  [ "$left" ] || break
  sleep 1
done
rm -rf "$1"`;

/** A run may also end by \`kill -9\`, or because nobody reads its output any more. The guard notices that its input has ended. */
function standGuard(folder: string) {
  const guard = spawn('/bin/sh', ['-c', GUARD, 'sh', folder], {
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  if ('unref' in guard.stdin && typeof guard.stdin.unref === 'function') guard.stdin.unref();
  return guard;
}

function serversBelow(folder: string): number[] {
  return globSync('**/postmaster.pid', { cwd: folder })
    .map((file) => Number(readFileSync(path.join(folder, file), 'utf8').split('\n')[0]))
    .filter((pid) => pid > 1 && isPostgres(pid));
}

/** A pid file may be older than the process that has its number today. */
function isPostgres(pid: number): boolean {
  const file = `/proc/${pid}/cmdline`;
  return existsSync(file) && readFileSync(file, 'utf8').includes('postgres');
}

async function endServer(pid: number) {
  const end = Date.now() + PATIENCE_MS;
  while (isPostgres(pid)) {
    try {
      // "Fast" shutdown first, "immediate" when that takes too long: the data is thrown away anyway.
      process.kill(pid, Date.now() < end ? 'SIGINT' : 'SIGQUIT');
    } catch {
      return;
    }
    await wait(200);
  }
}
