import { appendFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Db } from '../database/database.ts';
import { findLastSealed } from './queries.ts';

/** The end of the chain at a moment. Kept outside the database it shows later whether the end was cut off. */
export interface ChainHead {
  /** ISO instant in UTC. */
  at: string;
  seq: number;
  /** Hex. */
  mac: string;
}

/** Beside the folder of files, in DATA_DIR. To be shipped to another machine by whoever runs this one. */
export const headsFileFor = (filesDir: string): string => path.join(path.dirname(filesDir), 'audit-heads.log');

/** Appends the present end of the chain, at most once per day (UTC). */
export async function exportHead(db: Db, file: string, now: Date): Promise<void> {
  const last = await findLastSealed(db);
  if (!last?.mac) return;
  const known = await readHeads(file);
  const today = now.toISOString().slice(0, 10);
  if (known.at(-1)?.at.startsWith(today)) return;
  await appendFile(file, `${now.toISOString()} ${last.seq} ${last.mac.toString('hex')}\n`, { mode: 0o600 });
}

/** All exported heads, oldest first; none when nothing was exported yet. @throws Error when a line is not a head */
export async function readHeads(file: string): Promise<ChainHead[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').filter(Boolean).map(readLine);
}

function readLine(line: string): ChainHead {
  const [, at, seq, mac] = /^(\S+) (\d+) ([0-9a-f]+)$/.exec(line) ?? [];
  if (at === undefined || mac === undefined)
    throw new Error('The file of exported chain heads holds a line that is no head.');
  return { at, seq: Number(seq), mac };
}
