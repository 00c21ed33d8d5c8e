import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { AppError } from '#ground/errors/app-error.ts';
import { loadSegmentRule, segmentSql } from '#rooms/pools/index.ts';

interface PlanPeople {
  id: string;
  entity_id: string;
  pool_id: string | null;
  segment_id: string | null;
}

/** Brings the people under plans in step with their pools and segments. @param which a condition about `care_plans p` */
export async function refreshPeople(ctx: Ctx, which: RawBuilder<unknown>, today: string): Promise<void> {
  const { rows } = await sql<PlanPeople>`
    select p.id, p.entity_id, p.pool_id, p.segment_id from care_plans p where p.state in ('running', 'paused') and ${which} order by p.id`.execute(
    ctx.db,
  );
  for (const plan of rows) await refreshPlan(ctx, plan, today);
}

/**
 * Who came into the pool or segment comes under the plan today; who left it leaves. Somebody who comes back begins anew, with the rhythm
 * of their own if they had one. A segment whose rule refers to something that is gone leaves everything as it is.
 */
async function refreshPlan(ctx: Ctx, plan: PlanPeople, today: string): Promise<void> {
  const wanted = await wantedPeople(ctx, plan);
  if (wanted === undefined) return;
  await inTransaction(ctx, async ({ db }) => {
    await sql`
      with wanted as materialized (${wanted})
      update care_memberships m set left_on = ${today}::date, next_due_on = null
      where m.plan_id = ${plan.id} and m.left_on is null and not exists (select 1 from wanted w where w.talent_id = m.talent_id)`.execute(
      db,
    );
    await sql`
      with wanted as materialized (${wanted})
      insert into care_memberships as m (plan_id, talent_id, joined_on) select ${plan.id}, w.talent_id, ${today}::date from wanted w
      where not exists (select 1 from care_memberships k where k.plan_id = ${plan.id} and k.talent_id = w.talent_id and k.left_on is null)
      order by w.talent_id
      on conflict (plan_id, talent_id) do update set left_on = null, joined_on = excluded.joined_on, counted_from = null, paused_until = null, merge_id = null
      where m.left_on is not null`.execute(db);
  });
}

export async function wantedPeople(
  ctx: Ctx,
  { entity_id, pool_id, segment_id }: Omit<PlanPeople, 'id'>,
): Promise<RawBuilder<unknown> | undefined> {
  if (segment_id === null)
    return sql`select v.talent_id from pools_view v join talents_view t on t.id = v.talent_id where v.pool_id = ${pool_id} and t.entity_id = ${entity_id}`;
  try {
    const reader: Ctx = { ...ctx, actor: { ...ctx.actor, entityIds: [entity_id] } };
    const rule = await loadSegmentRule(reader, segment_id);
    return sql`select t.id as talent_id from talents t where t.entity_id = ${entity_id} and t.deleted_at is null and ${segmentSql(rule, reader)}`;
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
