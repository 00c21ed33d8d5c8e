import { z } from 'zod';
import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { conflict, notFound } from '#ground/errors/app-error.ts';
import { removeFile } from '#ground/files/store.ts';
import { refreshStatistics } from '#ground/database/statistics.ts';
import { defineJob } from '#ground/jobs/job.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/index.ts';
import { findDuplicatesJob } from '../review/search.ts';
import type { ImportCounts } from '../schema.ts';
import { applyBatch } from './apply.ts';
import { personsOf, refuseUnanswered } from './check.ts';
import { addCounts, noCounts } from './counting.ts';
import type { ImportRowRecord } from './outcomes.ts';
import { insertImportRows } from './outcomes.ts';
import type { PlanSettings, RowPlan } from './plan.ts';
import { mendable } from './outage.ts';
import { planBatch } from './plan.ts';
import { PlannedPeople } from './planned.ts';
import type { ImportRecord } from './queries.ts';
import { findImport } from './queries.ts';
import type { PreparedRow } from './rows.ts';
import { preparedBatches } from './rows.ts';
import { planSettingsFor } from './settings.ts';
import type { StoredMapping } from './upload.ts';
import { headerSignature, importsFolder } from './upload.ts';

/** The planner is told early of the first thousands of rows; later looks find nothing to do. */
const BATCHES_PER_LOOK = 2;

export const runImportJob = defineJob({
  name: 'inventory.run_import',
  payload: z.object({ importId: z.uuid() }),
  key: ({ importId }) => importId,
  expireInSeconds: 6 * 3600,
  run: (ctx, { importId }) => runImport(ctx, importId),
});

/** Starts or goes on. @throws AppError inventory.import_not_found, inventory.not_checked_yet, inventory.columns_unanswered */
export async function startRunning(ctx: Ctx, importId: string): Promise<void> {
  allow(ctx.actor, 'inventory.import');
  await ctx.db.transaction().execute(async (db) => {
    const record = await db
      .selectFrom('imports')
      .selectAll()
      .where('id', '=', importId)
      .where('entity_id', 'in', ctx.actor.entityIds)
      .forUpdate()
      .executeTakeFirst();
    if (!record) throw notFound('inventory.import_not_found');
    if (record.state === 'running') return;
    if (record.state !== 'checked' && record.state !== 'paused')
      throw conflict('inventory.not_checked_yet', { state: record.state });
    refuseUnanswered(record);
    if (record.state === 'checked') await beginAfresh({ ...ctx, db }, record);
    await db
      .updateTable('imports')
      .set({ state: 'running', wish: null, failure: null })
      .where('id', '=', importId)
      .execute();
    await ctx.jobs({ db }, runImportJob, { importId });
  });
}

/** What the dry run noted goes; the mapping is kept for the next file of this kind. */
async function beginAfresh(ctx: Ctx, record: ImportRecord) {
  await ctx.db.deleteFrom('import_rows').where('import_id', '=', record.id).execute();
  await ctx.db
    .updateTable('imports')
    .set({ started_at: ctx.now, next_line: 0, rows_read: 0, counts: JSON.stringify(noCounts()) })
    .where('id', '=', record.id)
    .execute();
  const mapping = (record.mapping as StoredMapping[]).map(({ samples: _samples, ...column }) => column);
  const profile = {
    format: JSON.stringify(record.format),
    mapping: JSON.stringify(mapping),
    basis: JSON.stringify(record.basis),
    used_at: ctx.now,
  };
  await ctx.db
    .insertInto('import_profiles')
    .values({
      id: newId(ctx.now.getTime()),
      entity_id: record.entity_id,
      name: record.file_name,
      header_signature: headerSignature(ctx, record.headers as string[]),
      ...profile,
    })
    .onConflict((on) => on.columns(['entity_id', 'header_signature']).doUpdateSet(profile))
    .execute();
}

/** Asks the running import to stop after its batch; one that waits stops at once. */
export async function wish(ctx: Ctx, importId: string, wanted: 'pause' | 'cancel'): Promise<void> {
  allow(ctx.actor, 'inventory.import');
  const record = await findImport(ctx.db, importId, ctx.actor.entityIds);
  if (!record) throw notFound('inventory.import_not_found');
  if (record.state === 'running')
    await ctx.db
      .updateTable('imports')
      .set({ wish: wanted })
      .where('id', '=', importId)
      .where('state', '=', 'running')
      .execute();
  else if (wanted === 'cancel' && ['uploaded', 'checked', 'paused'].includes(record.state))
    await finish(ctx, record, 'cancelled');
  else throw conflict('inventory.import_is_not_running', { state: record.state });
}

/**
 * Takes the rows over, batch by batch. Rows, outcomes and the cursor of a batch commit together, so that a crash at any moment
 * loses nothing and repeats nothing; whoever runs it again goes on at the cursor.
 */
export async function runImport(ctx: Ctx, importId: string): Promise<void> {
  const record = await findImport(ctx.db, importId, ctx.actor.entityIds);
  if (record?.state !== 'running') return;
  const asMember: Ctx = { ...ctx, actor: { ...ctx.actor, memberId: record.started_by } };
  try {
    const end = await takeOverAll(asMember, record);
    if (end !== 'stopped') await finish(asMember, record, end);
  } catch (error) {
    await pauseWith(ctx, importId, error);
  }
}

async function takeOverAll(ctx: Ctx, record: ImportRecord): Promise<'done' | 'cancelled' | 'stopped'> {
  const settings = await planSettingsFor(ctx, record);
  let [expected, batches] = [record.next_line, 0];
  for await (const batch of preparedBatches(ctx, record, { system: settings.system, afterLine: record.next_line })) {
    const stepped = await takeOver(ctx, record, batch, settings, expected);
    if (stepped.kind !== 'stepped') return stepped.kind;
    expected = stepped.nextLine;
    batches += 1;
    if (batches % BATCHES_PER_LOOK === 0) await refreshStatistics(ctx.db);
  }
  return 'done';
}

/** What a person can mend waits for them; everything else is told as it is and tried again. */
async function pauseWith({ db }: Ctx, importId: string, error: unknown) {
  const failure = mendable(error);
  if (!failure) throw error;
  await db
    .updateTable('imports')
    .set({ state: 'paused', failure: JSON.stringify({ code: failure.code, params: failure.params }) })
    .where('id', '=', importId)
    .execute();
}

type Step = { kind: 'stopped' } | { kind: 'cancelled' } | { kind: 'stepped'; nextLine: number };

async function takeOver(
  ctx: Ctx,
  record: ImportRecord,
  batch: PreparedRow[],
  settings: PlanSettings,
  expected: number,
): Promise<Step> {
  return ctx.db.transaction().execute(async (db): Promise<Step> => {
    const inside: Ctx = { ...ctx, db };
    const now = await db
      .selectFrom('imports')
      .select(['state', 'wish', 'next_line', 'counts', 'rows_read'])
      .where('id', '=', record.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    // Somebody else is running the same import, or it was stopped: leave it to them.
    if (now.state !== 'running' || now.next_line !== expected) return { kind: 'stopped' };
    if (now.wish === 'cancel') return { kind: 'cancelled' };
    if (now.wish === 'pause') return pause(inside, record);
    await takeTurns(inside);
    const plans = await planBatch(inside, personsOf(batch), settings, new PlannedPeople());
    const outcomes = await applyBatch(inside, record, plans, batch, settings);
    await insertImportRows(db, record.id, outcomes);
    const nextLine = batch.at(-1)?.source.line ?? expected;
    const counts = addCounts({ ...noCounts(), ...(now.counts as object) }, countsOf(batch, plans, outcomes));
    await db
      .updateTable('imports')
      .set({ next_line: nextLine, rows_read: now.rows_read + batch.length, counts: JSON.stringify(counts) })
      .where('id', '=', record.id)
      .execute();
    return { kind: 'stepped', nextLine };
  });
}

/** Two imports alternate by batches: neither misses the rows and the people of the other. */
const takeTurns = ({ db }: Ctx) => sql`select pg_advisory_xact_lock(hashtext('inventory.import'))`.execute(db);

function countsOf(batch: PreparedRow[], plans: RowPlan[], outcomes: ImportRowRecord[]): ImportCounts {
  const counts = noCounts();
  for (const { outcome } of outcomes) counts[outcome] += 1;
  counts.blank = batch.filter(({ reading }) => reading.kind === 'blank').length;
  counts.doubtful = plans.filter((plan) => plan.kind === 'create' && plan.isDoubtful).length;
  return counts;
}

async function pause({ db }: Ctx, record: ImportRecord): Promise<Step> {
  await db.updateTable('imports').set({ state: 'paused', wish: null }).where('id', '=', record.id).execute();
  return { kind: 'stopped' };
}

/** The file and the sample values go: nobody needs them any more. */
async function finish(ctx: Ctx, record: ImportRecord, state: 'done' | 'cancelled') {
  const mapping = (record.mapping as StoredMapping[]).map((column) => ({ ...column, samples: [] }));
  await ctx.db.transaction().execute(async (db) => {
    await db
      .updateTable('imports')
      .set({ state, wish: null, finished_at: ctx.now, stored_as: null, mapping: JSON.stringify(mapping) })
      .where('id', '=', record.id)
      .where('state', 'in', ['running', 'uploaded', 'checked', 'paused'])
      .execute();
    if (state === 'done')
      await ctx.jobs({ db }, findDuplicatesJob, { entityId: record.entity_id, importId: record.id });
  });
  if (record.stored_as) await removeFile(importsFolder(ctx), record.stored_as);
}
