import { z } from 'zod';
import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { conflict, notFound } from '#ground/errors/app-error.ts';
import { defineJob } from '#ground/jobs/job.ts';
import { forgetMailsAbout } from '#ground/mail/outbox.ts';
import { allow } from '#rooms/accounts/index.ts';
import { takeBackGrounds } from '#rooms/consent/index.ts';
import { removePeople, setEraseDates, takeBackUpdates } from '#rooms/talents/index.ts';
import { dropLostPairs } from '../review/lost-pairs.ts';
import type { ReplacedClassification } from '../rules/queries.ts';
import { restoreClassifications } from '../rules/queries.ts';
import type { RowChange } from './outcomes.ts';
import { findImport } from './queries.ts';

const BATCH_ROWS = 1000;

export const undoImportJob = defineJob({
  name: 'inventory.undo_import',
  payload: z.object({ importId: z.uuid() }),
  key: ({ importId }) => importId,
  expireInSeconds: 6 * 3600,
  run: (ctx, { importId }) => undoImport(ctx, importId),
});

/** @throws AppError inventory.import_not_found, inventory.nothing_to_undo */
export async function startUndoing(ctx: Ctx, importId: string): Promise<void> {
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
    if (record.state === 'undoing') return;
    if (!['done', 'cancelled', 'paused', 'failed'].includes(record.state) || record.started_at === null)
      throw conflict('inventory.nothing_to_undo', { state: record.state });
    await db.updateTable('imports').set({ state: 'undoing' }).where('id', '=', importId).execute();
    await ctx.jobs({ db }, undoImportJob, { importId });
  });
}

/**
 * Takes the import back from its last row to its first. Whoever was edited, contacted or joined by a human since then stays, with
 * those edits; fields that were changed since then keep their newer value. May run twice: rows that are done are gone.
 */
export async function undoImport(ctx: Ctx, importId: string): Promise<void> {
  const record = await findImport(ctx.db, importId, ctx.actor.entityIds);
  if (record?.state !== 'undoing') return;
  while (await undoBatch(ctx, importId)) {
    // the next batch, in a transaction of its own
  }
  await ctx.db.transaction().execute(async (db) => {
    const gone = await db.deleteFrom('held_people').where('import_id', '=', importId).returning('id').execute();
    await forgetMailsAbout(
      { db },
      gone.map(({ id }) => id),
    );
    await db.deleteFrom('source_records').where('import_id', '=', importId).execute();
    await dropLostPairs({ db });
    await db
      .updateTable('imports')
      .set({ state: 'undone', undone_at: ctx.now, stored_as: null })
      .where('id', '=', importId)
      .execute();
  });
}

async function undoBatch(ctx: Ctx, importId: string): Promise<boolean> {
  return ctx.db.transaction().execute(async (db) => {
    const inside: Ctx = { ...ctx, db };
    const rows = await db
      .selectFrom('import_rows')
      .select(['line', 'outcome', 'talent_id', 'change'])
      .where('import_id', '=', importId)
      .where('outcome', 'in', ['created', 'updated', 'unchanged'])
      .where('talent_id', 'is not', null)
      .where((where) => where.or([where('change', 'is', null), where(sql`change ? 'undone'`, '=', false)]))
      .orderBy('line', 'desc')
      .limit(BATCH_ROWS)
      .forUpdate()
      .execute();
    if (rows.length === 0) return false;
    const made = await madeByImport(inside, importId, rows);
    const updates = rows.flatMap(({ outcome, talent_id, change }) =>
      outcome === 'updated' && talent_id && !made.has(talent_id)
        ? [{ talentId: talent_id, change: change as RowChange }]
        : [],
    );
    await takeBackUpdates(inside, updates);
    await takeBackOwn(inside, updates);
    const ids = rows.flatMap(({ outcome, talent_id }) =>
      outcome !== 'created' && talent_id && !made.has(talent_id) ? [talent_id] : [],
    );
    const dates = await takeBackGrounds(inside, ids, `import:${importId}`);
    await setEraseDates(inside, dates);
    const created = rows.flatMap(({ outcome, talent_id }) => (outcome === 'created' && talent_id ? [talent_id] : []));
    const { kept } = await removePeople(inside, created, `import:${importId}`);
    await markUndone(inside, importId, rows, new Set(kept));
    return true;
  });
}

/** What the inventory itself keeps about people: reasons of the rules, keys of birth dates. Rows come last to first. */
async function takeBackOwn(ctx: Ctx, updates: { talentId: string; change: RowChange }[]) {
  const first = new Map<string, ReplacedClassification>();
  for (const { talentId, change } of updates) {
    for (const one of change.classified ?? []) first.set(`${talentId} ${one.segment}`, { talentId, ...one });
  }
  await restoreClassifications(ctx, [...first.values()]);
  const withKeys = updates.flatMap(({ talentId, change }) => (change.hasBirthDateKeys ? [talentId] : []));
  if (withKeys.length > 0) await ctx.db.deleteFrom('birth_date_keys').where('talent_id', 'in', withKeys).execute();
}

/**
 * Who among the updated was brought by an earlier row of the same file: they go as a whole with that row, perhaps in a later batch,
 * and until then need the ground they stand on.
 */
async function madeByImport(
  { db }: Ctx,
  importId: string,
  rows: { outcome: string; talent_id: string | null }[],
): Promise<Set<string>> {
  const updated = rows.flatMap(({ outcome, talent_id }) => (outcome !== 'created' && talent_id ? [talent_id] : []));
  const { rows: made } = await sql<{ talent_id: string }>`
    select r.talent_id from import_rows r
    where r.import_id = ${importId} and r.outcome = 'created' and r.talent_id = any(${updated}::uuid[])`.execute(db);
  return new Set(made.map(({ talent_id }) => talent_id));
}

/** The rows stay as the record of what happened: taken back, or kept because a human has worked with the person since. */
async function markUndone(
  { db }: Ctx,
  importId: string,
  rows: { line: number; talent_id: string | null }[],
  kept: Set<string>,
) {
  const marks = rows.map(({ line, talent_id }) => ({
    line,
    mark: talent_id && kept.has(talent_id) ? 'kept' : 'taken_back',
  }));
  await sql`
    update import_rows r set change = coalesce(r.change, '{}'::jsonb) || jsonb_build_object('undone', m.mark)
    from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as m (line int, mark text)
    where r.import_id = ${importId} and r.line = m.line`.execute(db);
}
