import { setImmediate as letOthersWork } from 'node:timers/promises';
import type { Ctx } from '#ground/context.ts';
import type { Identity } from './identify.ts';
import { identityOf } from './identify.ts';
import type { ImportRecord } from './queries.ts';
import type { ReadingOrder, RowOfFile } from './read-batches.ts';
import { readBatches, ROWS_PER_TURN } from './read-batches.ts';
import { readInThread } from './read-in-thread.ts';
import type { StoredFormat, StoredMapping } from './upload.ts';
import { countryOf, pathOf } from './upload.ts';

/** One row on its way: as it was read, and under what its person may be known. */
export interface PreparedRow extends RowOfFile {
  identity: Identity;
}

const NOBODY: Identity = { keys: [], emailHashes: [], marks: [] };
/** Starting a thread takes longer than reading a smaller file. */
const BYTES_WORTH_A_THREAD = 500_000;

interface Reading {
  /** Which source the rows are of, as in `PlanSettings`. */
  system: string;
  afterLine: number;
}

/**
 * The rows of the file after `afterLine`, with the cells mended on the screen put in, in batches. While one batch is written
 * the next is read: memory holds few batches, whatever the size of the file.
 */
export async function* preparedBatches(
  ctx: Ctx,
  record: ImportRecord,
  reading: Reading,
): AsyncGenerator<PreparedRow[]> {
  const order = await orderFor(ctx, record, reading);
  const isLarge = record.file_bytes > BYTES_WORTH_A_THREAD;
  const batches = identified(ctx, isLarge ? readInThread(order) : readBatches(order), reading);
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

async function* identified(
  ctx: Pick<Ctx, 'keys'>,
  batches: AsyncIterable<RowOfFile[]>,
  { system }: Reading,
): AsyncGenerator<PreparedRow[]> {
  for await (const batch of batches) {
    const prepared: PreparedRow[] = [];
    for (const row of batch) {
      const identity = row.reading.kind === 'person' ? identityOf(ctx, row.reading.person, system) : NOBODY;
      prepared.push({ ...row, identity });
      if (prepared.length % ROWS_PER_TURN === 0) await letOthersWork();
    }
    yield prepared;
  }
}

/** What goes wrong while reading ahead is told when its turn comes, not as an unhandled failure. */
function nextOf<T>(batches: AsyncGenerator<T>): Promise<IteratorResult<T>> {
  const next = batches.next();
  next.catch(() => undefined);
  return next;
}

async function orderFor(ctx: Ctx, record: ImportRecord, { afterLine }: Reading): Promise<ReadingOrder> {
  return {
    path: pathOf(ctx, record),
    format: record.format as StoredFormat,
    mapping: (record.mapping as StoredMapping[]).filter(({ field }) => field !== 'skip'),
    mended: await correctionsOf(ctx, record.id),
    country: await countryOf(ctx, record.entity_id),
    // The day counts on which the import was made, so that one that went on after midnight ends as it began.
    today: (record.started_at ?? ctx.now).toISOString().slice(0, 10),
    afterLine,
    key: new Uint8Array(ctx.keys.of('import-row')),
  };
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
