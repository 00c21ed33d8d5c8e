import type { ChildProcessByStdio } from 'node:child_process';
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import process from 'node:process';
import pg from 'pg';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { findPostgres } from './postgres-binaries.ts';
import type { ServerUser } from './server-user.ts';
import { serverUser } from './server-user.ts';

const run = promisify(execFile);
/** The longest path of a Unix socket is 107 bytes on Linux; PostgreSQL adds `/.s.PGSQL.5432`. */
const LONGEST_SOCKET_FOLDER = 90;
const READY_WITHIN_MS = 60_000;

export interface EmbeddedPostgres {
  /** For the given database, default `wiedersehen`. */
  connectionString: (database?: string) => string;
  binaries: PostgresBinaries;
  /** True when a server was already running in this folder, e.g. because a command runs beside `start`. */
  wasRunning: boolean;
  /** Stops the server; connections are ended, everything acknowledged is on disk. */
  stop: () => Promise<void>;
}

interface Place {
  cluster: string;
  socketDir: string;
  user: ServerUser | undefined;
}

/** The embedded database: a real PostgreSQL, reachable only by a Unix socket in a folder that only its user may enter. */
export async function startEmbeddedPostgres(
  dataDir: string,
  wanted?: { bin?: string; only?: PostgresBinaries['origin'] },
): Promise<EmbeddedPostgres> {
  const place = placeFor(dataDir);
  const binaries = reachable(binariesFor(place.cluster, wanted), place.user);
  if (!existsSync(path.join(place.cluster, 'PG_VERSION'))) await initialise(binaries, place);
  prepareSocketFolder(place);
  const connectionString = (database = 'wiedersehen') =>
    `postgres://wiedersehen@/${database}?host=${encodeURIComponent(place.socketDir)}`;
  const wasRunning = await answers(connectionString('postgres'));
  if (!wasRunning) await launch(binaries, place, connectionString('postgres'));
  await ensureDatabase(connectionString);
  return { connectionString, binaries, wasRunning, stop: () => stopServer(place.cluster) };
}

/** A cluster made by one major version can only be opened by the same. */
function binariesFor(cluster: string, wanted?: { bin?: string; only?: PostgresBinaries['origin'] }): PostgresBinaries {
  const versionFile = path.join(cluster, 'PG_VERSION');
  const found = findPostgres(wanted?.bin, wanted?.only);
  if (!existsSync(versionFile)) {
    if (found) return found;
    throw new Error(
      'No PostgreSQL from version 15 was found, neither on this machine nor as an npm package. Please install PostgreSQL, or set DATABASE_URL or POSTGRES_BIN.',
    );
  }
  const major = Number(readFileSync(versionFile, 'utf8').trim());
  const fitting = [found, findPostgres(wanted?.bin, 'system'), findPostgres(wanted?.bin, 'package')].find(
    (one) => one?.major === major,
  );
  if (fitting) return fitting;
  throw new Error(
    `The database in ${cluster} was made by PostgreSQL ${major}, which is not on this machine any more. Please install it or set POSTGRES_BIN; the data is untouched.`,
  );
}

function placeFor(dataDir: string): Place {
  const user = serverUser();
  const wished = path.join(dataDir, 'postgres');
  const mark = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  // Root's home is closed to other users: the server could not reach a cluster inside it.
  const cluster = user && !mayReach(dataDir, user) ? path.join('/var/lib/wiedersehen', mark, 'postgres') : wished;
  const beside = path.join(path.dirname(cluster), 'run');
  const socketDir = beside.length <= LONGEST_SOCKET_FOLDER ? beside : path.join('/tmp', `wiedersehen-${mark}`);
  return { cluster, socketDir, user };
}

/** Whether the server's user may pass through every folder on the way. */
function mayReach(folder: string, user = serverUser()): boolean {
  if (!user) return true;
  let at = path.resolve(folder);
  while (!existsSync(at)) at = path.dirname(at);
  for (; ; at = path.dirname(at)) {
    if (!isOpenTo(user, at)) return false;
    if (at === path.dirname(at)) return true;
  }
}

function isOpenTo(user: ServerUser, folder: string): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  return (mode & (gid === user.gid ? 0o010 : 0o001)) !== 0;
}

/** Binaries inside a closed folder are copied to where the server's user can run them. */
function reachable(binaries: PostgresBinaries, user: ServerUser | undefined): PostgresBinaries {
  if (mayReach(binaries.bin, user)) return binaries;
  const copy = path.join('/var/lib/wiedersehen', `postgresql-${binaries.major}-${process.arch}`);
  if (!existsSync(path.join(copy, 'complete'))) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(path.dirname(binaries.bin), copy, { recursive: true, verbatimSymlinks: true });
    writeFileSync(path.join(copy, 'complete'), '');
  }
  return { ...binaries, bin: path.join(copy, 'bin') };
}

const asUser = (user: ServerUser | undefined) => (user ? { uid: user.uid, gid: user.gid } : {});

function ownedFolder(folder: string, user: ServerUser | undefined) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user) chownSync(folder, user.uid, user.gid);
}

/** Initialised beside its final place and moved there whole, so that a crash never leaves half a cluster. */
async function initialise(binaries: PostgresBinaries, { cluster, user }: Place) {
  mkdirSync(path.dirname(cluster), { recursive: true });
  const half = `${cluster}.new`;
  rmSync(half, { recursive: true, force: true });
  ownedFolder(half, user);
  const options = [
    '--username=wiedersehen',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--data-checksums',
    '-D',
    half,
  ];
  await run(path.join(binaries.bin, 'initdb'), options, {
    ...asUser(user),
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  });
  rmSync(cluster, { recursive: true, force: true });
  renameSync(half, cluster);
}

function prepareSocketFolder({ socketDir, user }: Place) {
  ownedFolder(socketDir, user);
  const { uid, mode } = statSync(socketDir);
  const owner = user?.uid ?? process.getuid?.();
  if (uid !== owner || (mode & 0o077) !== 0)
    throw new Error(
      `${socketDir} belongs to somebody else or is open to others. Please remove it or choose another DATA_DIR.`,
    );
}

/** Settings for a machine that also runs the program itself; durability stays as strict as PostgreSQL's default. */
const SETTINGS: Record<string, string> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '256MB',
  work_mem: '24MB',
  maintenance_work_mem: '256MB',
  effective_cache_size: '1GB',
  max_wal_size: '2GB',
  checkpoint_completion_target: '0.9',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_min_messages: 'warning',
};

async function launch(binaries: PostgresBinaries, { cluster, socketDir, user }: Place, address: string) {
  const settings = Object.entries({ ...SETTINGS, unix_socket_directories: socketDir }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  // Detached: Ctrl-C in the terminal must not reach the server before the program has finished its own work.
  const server = spawn(path.join(binaries.bin, 'postgres'), ['-D', cluster, ...settings], {
    ...asUser(user),
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  });
  let said = '';
  server.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000);
  });
  const end = Date.now() + READY_WITHIN_MS;
  while (Date.now() < end) {
    if (server.exitCode !== null)
      throw new Error(`PostgreSQL did not start: ${said.trim() || `exit code ${server.exitCode}`}`);
    if (await answers(address)) return letGo(server);
    await wait(40);
  }
  throw new Error(`PostgreSQL did not become ready within a minute: ${said.trim()}`);
}

/** The program may end without waiting for the server process. */
function letGo(server: ChildProcessByStdio<null, null, Readable>) {
  server.unref();
  if ('unref' in server.stderr && typeof server.stderr.unref === 'function') server.stderr.unref();
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

async function ensureDatabase(connectionString: (database?: string) => string) {
  const client = new pg.Client({ connectionString: connectionString('postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = 'wiedersehen'");
    if (!rowCount) await client.query('create database wiedersehen');
  } finally {
    await client.end();
  }
}

/** SIGINT is PostgreSQL's "fast" shutdown: open transactions are rolled back, then a checkpoint is written. */
async function stopServer(cluster: string) {
  const pidFile = path.join(cluster, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    return;
  }
  for (let tries = 0; tries < 1500 && existsSync(pidFile); tries += 1) await wait(20);
}
