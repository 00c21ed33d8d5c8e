import { readdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import process from 'node:process';

const TICKS_PER_SECOND = 100;

export interface Span {
  seconds: number;
  /** Of this process with its threads. */
  cpuSeconds: number;
  /** Of the database server's processes that are alive; undefined when it runs elsewhere. */
  databaseCpuSeconds: number | undefined;
  /** The most that this process held in memory, looked at five times a second. */
  residentMegabytes: number;
}

/** Wall time beside processor time: on a machine with other work only the second compares. */
export async function spanOf(work: () => Promise<unknown>, serverPid?: number): Promise<Span> {
  const [started, cpu, database] = [performance.now(), process.cpuUsage(), serverCpuSeconds(serverPid)];
  const memory = watchMemory();
  await work().finally(memory.end);
  const { user, system } = process.cpuUsage(cpu);
  const after = serverCpuSeconds(serverPid);
  return {
    seconds: rounded((performance.now() - started) / 1000),
    cpuSeconds: rounded((user + system) / 1e6),
    databaseCpuSeconds: database === undefined || after === undefined ? undefined : rounded(after - database),
    residentMegabytes: memory.largest(),
  };
}

function watchMemory() {
  let largest = residentMegabytes();
  const look = () => {
    largest = Math.max(largest, residentMegabytes());
  };
  const timer = setInterval(look, 200);
  return { end: () => clearInterval(timer), largest: () => largest };
}

/** Processor seconds of a server and of all its processes, also of those that have ended. */
function serverCpuSeconds(serverPid: number | undefined): number | undefined {
  if (serverPid === undefined) return undefined;
  let ticks = 0;
  for (const name of readdirSync('/proc')) {
    const fields = /^\d+$/.test(name) ? statOf(name) : undefined;
    if (!fields) continue;
    const [parent, own, ended] = [
      Number(fields[1]),
      Number(fields[11]) + Number(fields[12]),
      Number(fields[13]) + Number(fields[14]),
    ];
    if (Number(name) === serverPid) ticks += own + ended;
    else if (parent === serverPid) ticks += own;
  }
  return ticks / TICKS_PER_SECOND;
}

/** Fields after the name, which may hold blanks: state, parent, … */
function statOf(pid: string): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** @returns milliseconds, by the nearest rank */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return rounded(sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0);
}

export const rounded = (value: number) => Math.round(value * 100) / 100;
export const peakMegabytes = () => Math.round(process.resourceUsage().maxRSS / 1024);
const residentMegabytes = () => Math.round(process.memoryUsage.rss() / 1_048_576);
export const load = () => rounded(loadavg()[0] ?? 0);
