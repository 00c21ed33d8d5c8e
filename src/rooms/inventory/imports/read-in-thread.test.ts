import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { AppError } from '#ground/errors/app-error.ts';
import type { ColumnMapping } from '../types.ts';
import type { ReadingOrder, RowOfFile } from './read-batches.ts';
import { readBatches } from './read-batches.ts';
import { readInThread } from './read-in-thread.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'wiedersehen-thread-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const column = (at: number, header: string, field: ColumnMapping['field']) => ({
  column: at,
  header,
  field,
  confidence: 'sure' as const,
  reason: { code: 'x', params: {} },
  isSensitive: false,
  samples: [],
});

function orderFor(text: string, given: Partial<ReadingOrder> = {}): ReadingOrder {
  const file = path.join(folder, 'people.csv');
  writeFileSync(file, text);
  return {
    path: file,
    format: { kind: 'csv', encoding: 'utf-8', separator: ';', quote: '"', headerLine: 1, sheets: [], warnings: [] },
    mapping: [column(0, 'Vorname', 'first_name'), column(1, 'Nachname', 'last_name'), column(2, 'Mail', 'email')],
    mended: new Map(),
    country: 'CH',
    today: '2026-11-29',
    afterLine: 0,
    key: new Uint8Array(32).fill(7),
    ...given,
  };
}

const PEOPLE = 2_345;
const rows = Array.from({ length: PEOPLE }, (_, at) => `Änne ${at};Züst\u2003Łoś;p${at}@beispiel.example`);
const text = ['Vorname;Nachname;Mail', ...rows, ';;', 'ohne Mail;;kein @ hier'].join('\r\n');

async function all(batches: AsyncIterable<RowOfFile[]>): Promise<RowOfFile[][]> {
  const found: RowOfFile[][] = [];
  for await (const batch of batches) found.push(batch);
  return found;
}

describe('rows read in a thread of their own', () => {
  it('are the rows that are read without it', async () => {
    const order = orderFor(text, { afterLine: 3, mended: new Map([[5, new Map([[2, 'neu@beispiel.example']])]]) });

    const inThread = await all(readInThread(order));

    expect(inThread.flat().length).toBe(PEOPLE);
    expect(inThread).toEqual(await all(readBatches(order)));
  });

  it('tell a refusal as what it is', async () => {
    const order = orderFor(`Vorname;Nachname;Mail\n"${'x'.repeat(3_000_000)}`);

    const here = await all(readBatches(order)).catch((error: unknown) => error);
    const there = await all(readInThread(order)).catch((error: unknown) => error);

    expect(there).toBeInstanceOf(AppError);
    expect(there).toEqual(here);
  });

  it('tell a file that is not there', async () => {
    const order = { ...orderFor(text), path: path.join(folder, 'gone.csv') };

    await expect(all(readInThread(order))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('may be left in the middle', async () => {
    for await (const batch of readInThread(orderFor(text))) {
      expect(batch.length).toBe(1000);
      break;
    }
  });
});
