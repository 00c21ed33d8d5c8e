import { sql } from 'kysely';
import type { z } from 'zod';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict } from '#ground/errors/app-error.ts';
import { cutPage, pageAfter } from '#ground/http/cursor.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/index.ts';
import { todayOf } from '#ground/calendar.ts';
import type { PlanCard, PlanChange, PlanDetail, PlanInput, planListQuery } from '../schema-plans.ts';
import { refuseUnfitPlan } from './fit.ts';
import { bringUpToDate } from './refresh.ts';
import type { PlanRow } from './rows.ts';
import { cardOf, detailOf, findPlan, selectPlans } from './rows.ts';

/** Plans by name. */
export async function getPlans(
  ctx: Ctx,
  { state, poolId, segmentId, cursor, limit }: z.output<typeof planListQuery>,
): Promise<{ items: PlanCard[]; nextCursor: string | null }> {
  allow(ctx.actor, 'care.read');
  const [name, id] = pageAfter(cursor, ['text', 'id']) ?? [];
  const conditions = [
    sql`true`,
    ...(state ? [sql`c.state = ${state}`] : []),
    ...(poolId ? [sql`c.pool_id = ${poolId}`] : []),
    ...(segmentId ? [sql`c.segment_id = ${segmentId}`] : []),
    ...(name && id ? [sql`(lower(c.name) collate "C", c.id) > (${name}, ${id}::uuid)`] : []),
  ];
  const { rows } = await sql<PlanRow & { place: string }>`
    select x.*, lower(x.name) as place from (${selectPlans(ctx.actor, sql.join(conditions, sql` and `), todayOf(ctx))}) x
    order by lower(x.name) collate "C", x.id limit ${limit + 1}`.execute(ctx.db);
  const { page, nextCursor } = cutPage(rows, limit, (row) => [row.place, row.id]);
  return { items: page.map(cardOf), nextCursor };
}

/** @throws AppError care.plan_missing */
export async function getPlan(ctx: Ctx, planId: string): Promise<PlanDetail> {
  allow(ctx.actor, 'care.read');
  return detailOf(await findPlan(ctx, planId, todayOf(ctx)));
}

/** @throws AppError what `refuseUnfitPlan` refuses */
export async function makePlan(ctx: Ctx, input: PlanInput): Promise<PlanDetail> {
  allow(ctx.actor, 'care.manage_plans');
  const { entityId, people } = await refuseUnfitPlan(ctx, input);
  const id = newId(ctx.now.getTime());
  return inTransaction(ctx, async (ctx) => {
    await ctx.db
      .insertInto('care_plans')
      .values({
        id,
        entity_id: entityId,
        pool_id: input.poolId,
        segment_id: input.segmentId,
        ...columnsOf(input),
        state: input.state,
        owner_id: input.ownerId ?? ctx.actor.memberId,
        created_by: ctx.actor.memberId,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .execute();
    await record(ctx, { action: 'care.plan_made', details: { planId: id, state: input.state } });
    if (input.state === 'running') await bringUpToDate(ctx, id, people);
    return detailOf(await findPlan(ctx, id, todayOf(ctx)));
  });
}

const columnsOf = (input: Omit<PlanInput, 'poolId' | 'segmentId' | 'state' | 'ownerId'>) => ({
  name: input.name,
  rhythm: input.rhythm,
  every_days: input.rhythm === 'every' ? input.everyDays : null,
  channels: [...new Set(input.channels)],
  content_kinds: [...new Set(input.contentKinds)],
  topic_ids: [...new Set(input.topicIds)],
  region: input.region,
  starts_on: input.startsOn,
  ends_on: input.endsOn,
});

/** @throws AppError care.plan_missing, care.plan_changed_meanwhile, care.plan_has_ended, and what `refuseUnfitPlan` refuses */
export async function editPlan(ctx: Ctx, planId: string, { version, ...change }: PlanChange): Promise<PlanDetail> {
  allow(ctx.actor, 'care.manage_plans');
  return inTransaction(ctx, async (ctx) => {
    const before = await findPlan(ctx, planId, todayOf(ctx));
    if (before.state === 'ended') throw conflict('care.plan_has_ended');
    const wanted = wantedOf(before, change);
    const { people } = await refuseUnfitPlan(ctx, wanted);
    const state = change.state ?? before.state;
    const changed = await ctx.db
      .updateTable('care_plans')
      .set({ ...columnsOf(wanted), state, owner_id: wanted.ownerId, updated_at: ctx.now, version: version + 1 })
      .where('id', '=', planId)
      .where('version', '=', version)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) throw conflict('care.plan_changed_meanwhile', { version: before.version });
    await record(ctx, {
      action: 'care.plan_changed',
      details: { planId, state, fields: Object.keys(change).join(' ') },
    });
    if (state === 'ended') await letEverybodyGo(ctx, planId);
    if (state !== 'draft') await bringUpToDate(ctx, planId, people);
    return detailOf(await findPlan(ctx, planId, todayOf(ctx)));
  });
}

/** The plan as it would be: what is not named stays. */
function wantedOf(before: PlanRow, change: Omit<PlanChange, 'version'>): PlanInput {
  const now: PlanInput = {
    name: before.name,
    poolId: before.pool_id,
    segmentId: before.segment_id,
    rhythm: before.rhythm,
    everyDays: before.every_days,
    channels: before.channels,
    contentKinds: before.content_kinds,
    topicIds: before.topic_ids,
    region: before.region,
    startsOn: before.starts_on,
    endsOn: before.ends_on,
    ownerId: before.owner_id,
    state: 'running',
  };
  const given = Object.entries(change).filter(([field, value]) => field !== 'state' && value !== undefined);
  return { ...now, ...Object.fromEntries(given) };
}

const letEverybodyGo = (ctx: Ctx, planId: string) =>
  sql`
  update care_memberships set left_on = ${todayOf(ctx)}::date, next_due_on = null where plan_id = ${planId} and left_on is null`.execute(
    ctx.db,
  );

/** @throws AppError care.plan_missing, care.plan_ran */
export async function deletePlan(ctx: Ctx, planId: string): Promise<void> {
  allow(ctx.actor, 'care.manage_plans');
  await inTransaction(ctx, async (ctx) => {
    const plan = await findPlan(ctx, planId, todayOf(ctx));
    if (plan.state !== 'draft') throw conflict('care.plan_ran');
    await ctx.db.deleteFrom('care_plans').where('id', '=', planId).execute();
    await record(ctx, { action: 'care.plan_removed', details: { planId } });
  });
}
