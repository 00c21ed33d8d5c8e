import { createSecretKey } from 'node:crypto';
import { setImmediate as letOthersWork } from 'node:timers/promises';
import type { Ctx } from '#ground/context.ts';
import { readRow } from '../recognition/read-row.ts';
import { readRows } from '../reading/read-rows.ts';
import type { RowReading, SourceRow } from '../types.ts';
import type { Identity } from './identify.ts';
import { identityOf } from './identify.ts';
import { rowHashOf } from './plan.ts';
import type { ImportRecord } from './queries.ts';
import type { StoredFormat, StoredMapping } from './upload.ts';
import { countryOf, pathOf } from './upload.ts';

/** One row on its way: what the file has, what it means, the hash of its content, and under what its person may be known. */
export interface PreparedRow {
  source: SourceRow;
  reading: RowReading;
  rowHash: string;
  identity: Identity;
}

/** More spares little time; fewer spare little memory. A crash repeats at most so many rows. */
export const BATCH_ROWS = 1000;
/** Reading takes turns with answering requests and with the writing of the batch before, which must not wait for long. */
const ROWS_PER_TURN = 4;

const NOBODY: Identity = { keys: [], emailHashes: [], marks: [] };

interface Reading {
  /** Which source the rows are of, as in `PlanSettings`. */
  system: string;
  afterLine: number;
}

/**
 * The rows of the file after `afterLine`, with the cells mended on the screen put in, in batches. While one batch is written
 * the next is read: memory holds two batches, whatever the size of the file.
 */
export async function* preparedBatches(
  ctx: Ctx,
  record: ImportRecord,
  { system, afterLine }: Reading,
): AsyncGenerator<PreparedRow[]> {
  const batches = readBatches(ctx, record, { system, afterLine });
  let next = nextOf(batches);
  try {
    for (let batch = await next; !batch.done; batch = await next) {
      next = nextOf(batches);
      yield batch.value;
    }
  } finally {
    await next.catch(() => undefined);
    await batches.return(undefined);
  }
}

/** What goes wrong while reading ahead is told when its turn comes, not as an unhandled failure. */
function nextOf<T>(batches: AsyncGenerator<T>): Promise<IteratorResult<T>> {
  const next = batches.next();
  next.catch(() => undefined);
  return next;
}

async function* readBatches(
  ctx: Ctx,
  record: ImportRecord,
  { system, afterLine }: Reading,
): AsyncGenerator<PreparedRow[]> {
  const mapping = (record.mapping as StoredMapping[]).filter(({ field }) => field !== 'skip');
  const mended = await correctionsOf(ctx, record.id);
  const country = await countryOf(ctx, record.entity_id);
  const hashKey = createSecretKey(ctx.keys.of('import-row'));
  // The day counts on which the import was made, so that one that went on after midnight ends as it began.
  const today = (record.started_at ?? ctx.now).toISOString().slice(0, 10);
  let batch: PreparedRow[] = [];
  for await (const row of readRows(pathOf(ctx, record), record.format as StoredFormat)) {
    if (row.line <= afterLine) continue;
    const source = withCorrections(row, mended.get(row.line));
    const reading = readRow(source, mapping, { country, today });
    const identity = reading.kind === 'person' ? identityOf(ctx, reading.person, system) : NOBODY;
    batch.push({ source, reading, rowHash: rowHashOf(hashKey, source.cells), identity });
    if (batch.length % ROWS_PER_TURN === 0) await letOthersWork();
    if (batch.length === BATCH_ROWS) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

async function correctionsOf({ db }: Ctx, importId: string): Promise<Map<number, Map<number, string>>> {
  const rows = await db
    .selectFrom('import_corrections')
    .select(['line', 'column_index', 'value'])
    .where('import_id', '=', importId)
    .execute();
  const byLine = new Map<number, Map<number, string>>();
  for (const { line, column_index, value } of rows)
    byLine.set(line, (byLine.get(line) ?? new Map<number, string>()).set(column_index, value));
  return byLine;
}

function withCorrections(row: SourceRow, cells: Map<number, string> | undefined): SourceRow {
  if (!cells) return row;
  return { ...row, cells: row.cells.map((cell, index) => cells.get(index) ?? cell) };
}
