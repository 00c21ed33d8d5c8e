import { sql } from 'kysely';
import { z } from 'zod';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { notFound } from '#ground/errors/app-error.ts';
import { defineJob } from '#ground/jobs/job.ts';
import { allow } from '#rooms/accounts/index.ts';
import { all, visible } from './access.ts';
import { applyPlan, planOf } from './bulk-sql.ts';
import { newActId } from './changes.ts';
import { refuseUnknownMembers } from './edit.ts';
import { whereOf } from './list.ts';
import type { BulkAct, BulkState, Selection } from './schema-many.ts';
import { bulkAct, selection as selectionSchema } from './schema-many.ts';
import { BULK_AT_ONCE, UNDO_WITHIN_MINUTES } from './types.ts';

interface BulkInput {
  selection: Selection;
  act: BulkAct;
}
const BATCH = 1_000;
const MS_PER_MINUTE = 60_000;

export const runBulkJob = defineJob({
  name: 'talents.run_bulk',
  payload: z.object({ actId: z.uuid() }),
  key: ({ actId }) => actId,
  expireInSeconds: 3600,
  run: (ctx, { actId }) => continueBulk(ctx, actId),
});

/** Who would be reached, and who is left out and why; writes nothing. */
export async function previewBulkAct(ctx: Ctx, { selection, act }: BulkInput) {
  allowAct(ctx, act);
  const { selected, affected } = await countOf(ctx, selection, act);
  return { selected, affected, leftOut: leftOutOf(selected - affected), runsInBackground: affected > BULK_AT_ONCE };
}

/** Does one act to many people, undoable as one. Above 2,000 people in the background. @throws AppError talents.member_unknown */
export async function runBulkAct(ctx: Ctx, { selection, act }: BulkInput): Promise<BulkState> {
  allowAct(ctx, act);
  for (const entityId of ctx.actor.entityIds) await refuseUnknownMembers(ctx, entityId, membersOf(act));
  return inTransaction(ctx, async (ctx) => {
    const { selected, affected } = await countOf(ctx, selection, act);
    const actId = newActId(ctx);
    await ctx.db
      .insertInto('bulk_acts')
      .values({
        id: actId,
        by_member: ctx.actor.memberId,
        entity_ids: ctx.actor.entityIds,
        act: JSON.stringify(act),
        selection: JSON.stringify(storable(selection)),
        state: 'running',
        total: affected,
        left_out: JSON.stringify(leftOutOf(selected - affected)),
        started_at: ctx.now,
      })
      .execute();
    await record(ctx, { action: 'talents.bulk_started', details: { actId, kind: act.kind, people: affected } });
    if (affected > BULK_AT_ONCE) await ctx.jobs(ctx, runBulkJob, { actId });
    else await continueBulk(ctx, actId);
    return getAct(ctx, actId);
  });
}

function allowAct({ actor }: Ctx, act: BulkAct) {
  allow(actor, 'talents.write');
  if (act.kind === 'delete') allow(actor, 'talents.delete');
}

const membersOf = (act: BulkAct) =>
  act.kind === 'assign_owner' ? [act.ownerId] : act.kind === 'assign_deputy' ? [act.deputyId] : [];
const leftOutOf = (count: number): BulkState['leftOut'] => (count > 0 ? [{ reason: 'already_so', count }] : []);

/** The sentence goes back to the text it came as, because a stored selection is read by the same schema. */
const storable = (selection: Selection) =>
  'ids' in selection
    ? selection
    : {
        ...selection,
        filter: {
          ...selection.filter,
          ...(selection.filter.filter ? { filter: JSON.stringify(selection.filter.filter) } : {}),
        },
      };

async function whereSelected(ctx: Ctx, selection: Selection) {
  if ('ids' in selection) return [visible(ctx.actor), sql<boolean>`t.id = any(${selection.ids}::uuid[])`];
  return [...(await whereOf(ctx, selection.filter)), sql<boolean>`t.id <> all(${selection.except}::uuid[])`];
}

async function countOf(ctx: Ctx, selection: Selection, act: BulkAct): Promise<{ selected: number; affected: number }> {
  const { rows } = await sql<{ selected: number; affected: number }>`
    select count(*) as selected, count(*) filter (where ${planOf(act, ctx).changes}) as affected from talents t where ${all(await whereSelected(ctx, selection))}`.execute(
    ctx.db,
  );
  return rows[0] ?? { selected: 0, affected: 0 };
}

/**
 * Goes on where the act stopped: people in the order of their ids, so that nobody is done twice, even when the act changes what the
 * filter asks for. Each batch is a transaction of its own.
 */
export async function continueBulk(ctx: Ctx, actId: string): Promise<void> {
  for (;;) {
    const isOver = await inTransaction(ctx, (ctx) => oneBatch(ctx, actId));
    if (isOver) return;
  }
}

async function oneBatch(ctx: Ctx, actId: string): Promise<boolean> {
  const row = await ctx.db.selectFrom('bulk_acts').selectAll().where('id', '=', actId).forUpdate().executeTakeFirst();
  if (row?.state !== 'running') return true;
  if (row.wish === 'stop') return finish(ctx, actId, 'stopped');
  // The act belongs to the member who began it, also when the program carries it out.
  const inside: Ctx = {
    ...ctx,
    actor: { ...ctx.actor, memberId: row.by_member, entityIds: row.entity_ids },
    now: row.started_at,
  };
  const act = bulkAct.parse(row.act);
  const where = await whereSelected(inside, selectionSchema.parse(row.selection));
  const { rows } = await sql<{ id: string }>`
    select t.id from talents t where ${all(where)} and t.id > ${row.last_id ?? '00000000-0000-0000-0000-000000000000'}::uuid order by t.id limit ${BATCH}`.execute(
    ctx.db,
  );
  const last = rows.at(-1);
  if (!last) return finish(ctx, actId, 'done');
  const changed = await applyPlan(inside, planOf(act, inside), { ids: rows.map(({ id }) => id), actId });
  await ctx.db
    .updateTable('bulk_acts')
    .set({ done: row.done + changed, last_id: last.id })
    .where('id', '=', actId)
    .execute();
  return rows.length < BATCH ? finish(ctx, actId, 'done') : false;
}

async function finish({ db, now }: Ctx, actId: string, state: 'done' | 'stopped'): Promise<true> {
  await db.updateTable('bulk_acts').set({ state, finished_at: now, wish: null }).where('id', '=', actId).execute();
  return true;
}

/** @throws AppError talents.act_not_found */
export async function getAct({ db, actor, now }: Ctx, actId: string): Promise<BulkState> {
  allow(actor, 'talents.read');
  const row = await db
    .selectFrom('bulk_acts')
    .selectAll()
    .where('id', '=', actId)
    .where('by_member', '=', actor.memberId)
    .executeTakeFirst();
  if (!row) throw notFound('talents.act_not_found');
  const isFresh = now.getTime() - row.started_at.getTime() <= UNDO_WITHIN_MINUTES * MS_PER_MINUTE;
  return {
    actId,
    kind: bulkAct.parse(row.act).kind,
    state: row.state as BulkState['state'],
    total: row.total,
    done: row.done,
    leftOut: row.left_out as BulkState['leftOut'],
    canUndo: isFresh && (row.state === 'done' || row.state === 'stopped') && row.done > 0,
    startedAt: row.started_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}

/** What is done stays and can be undone. */
export async function stopAct(ctx: Ctx, actId: string): Promise<BulkState> {
  allow(ctx.actor, 'talents.write');
  await ctx.db
    .updateTable('bulk_acts')
    .set({ wish: 'stop' })
    .where('id', '=', actId)
    .where('by_member', '=', ctx.actor.memberId)
    .where('state', '=', 'running')
    .execute();
  return getAct(ctx, actId);
}
