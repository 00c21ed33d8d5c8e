import { createSecretKey } from 'node:crypto';
import { setImmediate as letOthersWork } from 'node:timers/promises';
import { readRow } from '../recognition/read-row.ts';
import { readRows } from '../reading/read-rows.ts';
import type { RowReading, SourceRow } from '../types.ts';
import { rowHashOf } from './row-hash.ts';
import type { StoredFormat, StoredMapping } from './upload.ts';

/** One row as the file has it, what it means, and the hash of its content. */
export interface RowOfFile {
  source: SourceRow;
  reading: RowReading;
  rowHash: string;
}

/** Everything that reading needs to know, so that a thread of its own can do it. */
export interface ReadingOrder {
  path: string;
  format: StoredFormat;
  mapping: StoredMapping[];
  /** Cells mended on the screen: line → column → value. */
  mended: Map<number, Map<number, string>>;
  country: 'DE' | 'AT' | 'CH';
  today: string;
  afterLine: number;
  /** For the hash of a row. */
  key: Uint8Array;
}

/** More spares little time; fewer spare little memory. A crash repeats at most so many rows. */
const BATCH_ROWS = 1000;
/** Where the thread is shared, reading takes turns with answering requests, which must not wait for long. */
export const ROWS_PER_TURN = 4;

/** The rows of the file after `afterLine`, in batches. */
export async function* readBatches(order: ReadingOrder): AsyncGenerator<RowOfFile[]> {
  const { mapping, country, today, mended } = order;
  const hashKey = createSecretKey(order.key);
  let batch: RowOfFile[] = [];
  for await (const row of readRows(order.path, order.format)) {
    if (row.line <= order.afterLine) continue;
    const source = withCorrections(row, mended.get(row.line));
    const reading = readRow(source, mapping, { country, today });
    batch.push({ source, reading, rowHash: rowHashOf(hashKey, source.cells) });
    if (batch.length % ROWS_PER_TURN === 0) await letOthersWork();
    if (batch.length === BATCH_ROWS) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

function withCorrections(row: SourceRow, cells: Map<number, string> | undefined): SourceRow {
  if (!cells) return row;
  return { ...row, cells: row.cells.map((cell, index) => cells.get(index) ?? cell) };
}
