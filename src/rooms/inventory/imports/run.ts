import { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { conflict, notFound } from '#ground/errors/app-error.ts';
import { removeFile } from '#ground/files/store.ts';
import { defineJob } from '#ground/jobs/job.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/index.ts';
import { findDuplicatesJob } from '../review/search.ts';
import { refuseUnanswered } from './check.ts';
import { noCounts } from './counting.ts';
import { mendable } from './outage.ts';
import type { ImportRecord } from './queries.ts';
import { findImport } from './queries.ts';
import { takeOverAll } from './take-over.ts';
import type { StoredMapping } from './upload.ts';
import { headerSignature, importsFolder } from './upload.ts';

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
