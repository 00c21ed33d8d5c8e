import { z } from 'zod';
import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { AppError, conflict } from '#ground/errors/app-error.ts';
import { defineJob } from '#ground/jobs/job.ts';
import { Foretelling } from './foretell.ts';
import { insertImportRows } from './outcomes.ts';
import { planBatch } from './plan.ts';
import { PlannedPeople } from './planned.ts';
import type { ImportRecord } from './queries.ts';
import { findImport } from './queries.ts';
import type { PreparedRow } from './rows.ts';
import { preparedBatches } from './rows.ts';
import { planSettingsFor } from './settings.ts';
import { tally } from './counting.ts';
import { originOf } from './to-person.ts';
import { getChangeable } from './upload.ts';

/** Rows with problems that are kept for the screen after a dry run; the counts know all of them. */
const MOST_PROBLEM_ROWS = 20_000;

export const checkImportJob = defineJob({
  name: 'inventory.check_import',
  payload: z.object({ importId: z.uuid() }),
  key: ({ importId }) => importId,
  expireInSeconds: 3600,
  run: (ctx, { importId }) => checkImport(ctx, importId),
});

/** @throws AppError inventory.columns_unanswered */
export async function startChecking(ctx: Ctx, importId: string): Promise<void> {
  const record = await getChangeable(ctx, importId);
  refuseUnanswered(record);
  await ctx.db.transaction().execute(async (db) => {
    await db
      .updateTable('imports')
      .set({ state: 'checking', rows_read: 0, check_result: null, failure: null })
      .where('id', '=', importId)
      .execute();
    await ctx.jobs({ db }, checkImportJob, { importId });
  });
}

/** A consent column stands for a text that somebody must name; nothing else may be left open. */
export function refuseUnanswered(record: ImportRecord) {
  const open = (record.mapping as { confidence: string; header: string; field: string }[]).filter(
    ({ confidence, field }) => confidence === 'ask' && field !== 'skip',
  );
  const [first] = open;
  if (first) throw conflict('inventory.columns_unanswered', { count: open.length, header: first.header });
}

/** The dry run: reads and plans every row and writes nothing but its own result. Runs again from the start after a crash. */
export async function checkImport(ctx: Ctx, importId: string): Promise<void> {
  const record = await findImport(ctx.db, importId, ctx.actor.entityIds);
  if (record?.state !== 'checking') return;
  try {
    await ctx.db.deleteFrom('import_rows').where('import_id', '=', importId).execute();
    const found = await readEverything(ctx, record);
    await ctx.db
      .updateTable('imports')
      .set({ state: 'checked', ...found })
      .where('id', '=', importId)
      .where('state', '=', 'checking')
      .execute();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await ctx.db
      .updateTable('imports')
      .set({ state: 'uploaded', failure: JSON.stringify({ code: error.code, params: error.params }) })
      .where('id', '=', importId)
      .execute();
  }
}

async function readEverything(ctx: Ctx, record: ImportRecord) {
  const settings = await planSettingsFor(ctx, record);
  const sums = tally();
  const planned = new PlannedPeople();
  const foretelling = new Foretelling(originOf(record, settings));
  let [rowsRead, lastLine, kept] = [0, 0, 0];
  for await (const batch of preparedBatches(ctx, record, { system: settings.system, afterLine: 0 })) {
    sums.addRows(batch);
    const plans = await planBatch(ctx, personsOf(batch), settings, planned);
    sums.addPlans(plans, await foretelling.unchangedLines(ctx, plans));
    const worthShowing = batch.filter(
      ({ reading }) => reading.kind === 'rejected' || (reading.kind === 'person' && reading.problems.length > 0),
    );
    const room = worthShowing.slice(0, MOST_PROBLEM_ROWS - kept);
    await insertImportRows(ctx.db, record.id, room.map(asPreview));
    kept += room.length;
    rowsRead += batch.length;
    lastLine = batch.at(-1)?.source.line ?? lastLine;
    await ctx.db.updateTable('imports').set({ rows_read: rowsRead }).where('id', '=', record.id).execute();
  }
  const result = sums.result();
  return { check_result: JSON.stringify(result), row_total: rowsRead, rows_read: rowsRead, next_line: sql<number>`0` };
}

export const personsOf = (batch: PreparedRow[]) =>
  batch.flatMap(({ reading, rowHash, identity }) =>
    reading.kind === 'person' ? [{ reading, rowHash, ...identity }] : [],
  );

const asPreview = ({ source, reading }: PreparedRow) => ({
  line: source.line,
  outcome: reading.kind === 'rejected' ? ('rejected' as const) : ('created' as const),
  talentId: null,
  heldId: null,
  problems: reading.kind === 'blank' ? [] : reading.problems,
  cells: source.cells,
  change: null,
});
