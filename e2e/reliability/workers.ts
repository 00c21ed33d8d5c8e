import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import type { Order } from './import-child.ts';

const SPARES = 3;

export type WorkerEnd = 'finished' | 'failed' | 'killed';

/** Worker processes that are loaded ahead of time: a start takes longer than most of them live. */
export function workers(dataDir: string) {
  const spares: ChildProcess[] = [];
  const refill = () => {
    while (spares.length < SPARES) spares.push(spawnChild(dataDir));
  };

  /** Lets a worker do the order until `interrupt` acts on it. @returns how it ended */
  async function letWork(order: Order, interrupt: (child: ChildProcess) => Promise<void>): Promise<WorkerEnd> {
    refill();
    const child = spares.shift();
    if (!child?.stdout || !child.stdin) throw new Error('a worker has both pipes');
    if (!child.stdout.readableDidRead) await once(child.stdout, 'data');
    const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
    child.stdin.write(`${JSON.stringify(order)}\n`);
    const stop = new AbortController();
    await Promise.race([ended, interrupt(child)]);
    stop.abort();
    const [code, signal] = (await Promise.race([
      ended,
      wait(60_000, undefined, { signal: stop.signal, ref: false }).catch(() => ended),
    ])) as [number | null, NodeJS.Signals | null];
    refill();
    return signal === 'SIGKILL' ? 'killed' : code === 0 ? 'finished' : 'failed';
  }

  const close = () => {
    for (const spare of spares.splice(0)) spare.kill('SIGKILL');
  };
  refill();
  return { letWork, close };
}

function spawnChild(dataDir: string): ChildProcess {
  // What Node has translated once is read by all later children.
  const env = { ...process.env, NODE_COMPILE_CACHE: path.join(dataDir, 'translated') };
  return spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path.join(import.meta.dirname, 'import-child.ts')],
    { env, stdio: ['pipe', 'pipe', 'ignore'] },
  );
}
