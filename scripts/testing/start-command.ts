import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './postgres-server.ts';

/** A fresh clone first installs its packages and builds its pages. */
const READY_WITHIN_MS = 600_000;
const DOWN_WITHIN_MS = 30_000;

export interface Started {
  baseUrl: string;
  output: () => string;
  /** SIGTERM to the command alone, as a service manager sends it. Returns what was still running half a minute later, and ends that too. */
  stop: () => Promise<string[]>;
}

/** Runs `npm start` in a folder, until it is ready. @throws Error when it ends before, or takes more than ten minutes */
export async function startCommand({
  cwd,
  args,
  env,
}: {
  cwd: string;
  args: string[];
  env: Record<string, string>;
}): Promise<Started> {
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const child = spawn('npm', ['start', '--', ...args], {
    cwd,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...plainEnvironment(), PORT: String(port), ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  const group = child.pid ?? 0;
  const started: Started = {
    baseUrl,
    output: () => said,
    stop: () => stop(group, env.DATA_DIR ?? path.join(cwd, 'data')),
  };

  const end = Date.now() + READY_WITHIN_MS;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode} before it was ready:\n${gist(said)}`);
    if (await isReady(baseUrl)) return started;
    await wait(200);
  }
  await started.stop();
  throw new Error(`it was not ready within ten minutes:\n${gist(said)}`);
}

const GIST_CHARS = 1200;

/** Beginning and end: what went wrong stands at one of them. */
function gist(text: string): string {
  return text.length <= 2 * GIST_CHARS ? text : `${text.slice(0, GIST_CHARS)}\n  …\n${text.slice(-GIST_CHARS)}`;
}

/** As a newcomer's terminal: nothing that this run set for itself. */
function plainEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(npm_|DATA_DIR$|DATABASE_URL$|BASE_URL$|HOST$|SECRET_KEY$|NODE_ENV$|CI$)/.test(name),
    ),
  );
}

async function isReady(baseUrl: string): Promise<boolean> {
  try {
    return (await fetch(`${baseUrl}/health/ready`, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}

async function stop(group: number, dataDir: string): Promise<string[]> {
  send(group, 'SIGTERM');
  const end = Date.now() + DOWN_WITHIN_MS;
  while (Date.now() < end && stillRunning(group, dataDir).length > 0) await wait(200);
  const left = stillRunning(group, dataDir);
  if (left.length > 0) send(-group, 'SIGKILL');
  return left;
}

function send(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended already.
  }
}

/** The command lines of the process group, and the embedded database, which has a group of its own. */
function stillRunning(group: number, dataDir: string): string[] {
  const pidFile = path.join(dataDir, 'postgres/postmaster.pid');
  const members = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => groupOf(pid) === group)
    .map((pid) => commandLineOf(pid));
  return [...members.filter(Boolean), ...(existsSync(pidFile) ? [`PostgreSQL in ${dataDir}`] : [])];
}

function groupOf(pid: string): number | undefined {
  try {
    // After the name in brackets: state, parent, group.
    const [state, , group] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return state === 'Z' ? undefined : Number(group);
  } catch {
    return undefined;
  }
}

function commandLineOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}
