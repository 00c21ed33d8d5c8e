import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { findPostgres } from '#ground/database/postgres-binaries.ts';
import { serverUser } from '#ground/database/server-user.ts';

const run = promisify(execFile);
const READY_WITHIN_MS = 60_000;

export interface PostgresServer {
  /** Of the database `postgres`, with user and password. */
  url: string;
  major: number;
  stop: () => Promise<void>;
}

/**
 * A PostgreSQL server as an operator would run one: TCP, a password, and a German collation, so that nothing in the product
 * rests on the embedded database's own settings. Made of the system's binaries; gone after `stop`.
 * @returns undefined when this machine has no PostgreSQL of its own
 */
export async function startPostgresServer(folder: string): Promise<PostgresServer | undefined> {
  const binaries = findPostgres(undefined, 'system');
  if (!binaries) return undefined;
  const cluster = path.join(folder, 'server');
  const password = randomBytes(18).toString('base64url');
  await initialise(binaries.bin, cluster, password);
  const port = await freePort();
  const url = `postgres://wiedersehen:${password}@127.0.0.1:${port}/postgres`;
  const server = launch(binaries.bin, cluster, port);
  await untilItAnswers(url, server);
  return { url, major: binaries.major, stop: () => stop(server) };
}

async function initialise(bin: string, cluster: string, password: string) {
  mkdirSync(cluster, { mode: 0o700 });
  const passwordFile = `${cluster}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const user = serverUser();
  if (user) for (const owned of [cluster, passwordFile]) chownSync(owned, user.uid, user.gid);
  const options = [
    '--username=wiedersehen',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '-D',
    cluster,
  ];
  try {
    await run(
      path.join(bin, 'initdb'),
      [...options, '--locale=C', '--locale-provider=icu', '--icu-locale=de-DE'],
      asServerUser(),
    );
  } catch {
    // A build without ICU.
    await run(path.join(bin, 'initdb'), [...options, '--locale=C'], asServerUser());
  }
}

function launch(bin: string, cluster: string, port: number) {
  // Nothing here outlives the run, so no write has to wait for the disk.
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    max_connections: 100,
    log_min_messages: 'fatal',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // Detached: Ctrl-C in the terminal ends the tests first, and they end the server.
  return spawn(path.join(bin, 'postgres'), ['-D', cluster, ...options], {
    ...asServerUser(),
    detached: true,
    stdio: 'ignore',
  });
}

function asServerUser() {
  const user = serverUser();
  return { cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C' }, ...(user ? { uid: user.uid, gid: user.gid } : {}) };
}

type Server = ReturnType<typeof launch>;

async function untilItAnswers(url: string, server: Server) {
  const end = Date.now() + READY_WITHIN_MS;
  while (Date.now() < end && server.exitCode === null) {
    const client = new Client({ connectionString: url });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await wait(100);
    }
  }
  await stop(server);
  throw new Error('The PostgreSQL server for the tests did not become ready within a minute.');
}

async function stop(server: Server) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => resolve());
  });
  server.kill('SIGINT');
  const impatience = setTimeout(() => server.kill('SIGQUIT'), 10_000);
  await ended;
  clearTimeout(impatience);
}

/** A port that nobody listens on right now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
