import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import process from 'node:process';

const running = new Set<ChildProcess>();
let interrupted = false;

export interface Ended {
  /** 1 when the program was ended by a signal. */
  code: number;
  /** What it printed; empty when the output went to the terminal. */
  output: string;
  seconds: number;
}

export interface Program {
  command: string;
  args: string[];
  env?: Record<string, string>;
  cwd?: string;
  /** `show` passes the output on to the terminal, `keep` returns it. */
  output: 'show' | 'keep';
}

/** Runs a program to its end. Ctrl-C is passed on to it, and nothing new is started afterwards. */
export function runProgram({ command, args, env = {}, cwd, output }: Program): Promise<Ended> {
  if (interrupted) return Promise.resolve({ code: 1, output: 'Interrupted.', seconds: 0 });
  const start = performance.now();
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', ...(output === 'show' ? (['inherit', 'inherit'] as const) : (['pipe', 'pipe'] as const))],
  });
  running.add(child);
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => said.push(chunk));
  return new Promise((resolve) => {
    const end = (code: number) => {
      running.delete(child);
      resolve({ code, output: Buffer.concat(said).toString(), seconds: (performance.now() - start) / 1000 });
    };
    child.once('error', (error) => {
      said.push(Buffer.from(error.message));
      end(1);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}

export const wasInterrupted = () => interrupted;

/** Lets the running programs finish their own cleaning up; the caller goes on to its own. */
export function passOnInterrupts() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      interrupted = true;
      for (const child of running) child.kill('SIGTERM');
    });
  }
}
