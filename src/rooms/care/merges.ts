import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { afterTouches, refreshDatesOf } from './daily/touched.ts';
import { todayOf } from '#ground/calendar.ts';

interface Merge {
  mergeId: string;
  keptId: string;
  goneId: string;
}

/** Tables whose rows go along, and back again when the two are parted; `unless` names rows that the kept person has already. */
const MOVED = [
  { table: 'life_events', unless: sql`false` },
  { table: 'not_nows', unless: sql`false` },
  {
    table: 'reminders',
    unless: sql`exists (select 1 from reminders k where k.talent_id = kept.id and k.kind = x.kind and k.occasion = x.occasion)`,
  },
  {
    table: 'sequence_runs',
    unless: sql`x.state = 'running' and exists (select 1 from sequence_runs k where k.sequence_id = x.sequence_id and k.talent_id = kept.id and k.state = 'running')`,
  },
  {
    table: 'handover_people',
    unless: sql`exists (select 1 from handover_people k where k.handover_id = x.handover_id and k.talent_id = kept.id)`,
  },
] as const;

/** Two records became one: what care knows of the one that goes belongs to the one that stays, and remembers where it came from. */
export async function mergeCare(ctx: Ctx, { mergeId, keptId, goneId }: Merge): Promise<void> {
  await moveMemberships(ctx, { mergeId, keptId, goneId });
  for (const { table, unless } of MOVED)
    await sql`
      update ${sql.table(table)} x set talent_id = kept.id, merge_id = ${mergeId} from (select ${keptId}::uuid as id) kept
      where x.talent_id = ${goneId} and not (${unless})`.execute(ctx.db);
  await sql`
    update sequence_runs set state = 'stopped', stop_reason = 'merged', ended_at = ${ctx.now}, next_on = null, merge_id = ${mergeId}
    where talent_id = ${goneId} and state = 'running'`.execute(ctx.db);
  await sql`
    update reminders set state = 'withdrawn', snoozed_until = null, closed_at = ${ctx.now}, close_reason = 'person_hidden'
    where talent_id = ${goneId} and state in ('open', 'snoozed')`.execute(ctx.db);
  await afterTouches(ctx, [keptId]);
  await refreshDatesOf(ctx, [keptId]);
}

/** The rhythm goes on as it was, with the person's own if they had one; where both are under a plan, that of the one who stays holds. */
async function moveMemberships(ctx: Ctx, { mergeId, keptId, goneId }: Merge) {
  await sql`
    insert into care_memberships as m (plan_id, talent_id, joined_on, every_days, paused_until, counted_from, merge_id)
    select o.plan_id, ${keptId}, o.joined_on, o.every_days, o.paused_until, o.counted_from, ${mergeId} from care_memberships o
    where o.talent_id = ${goneId} and o.left_on is null
    on conflict (plan_id, talent_id) do update set left_on = null, joined_on = excluded.joined_on, every_days = coalesce(m.every_days, excluded.every_days),
      paused_until = excluded.paused_until, counted_from = excluded.counted_from, merge_id = excluded.merge_id where m.left_on is not null`.execute(
    ctx.db,
  );
  await sql`
    update care_memberships set left_on = ${todayOf(ctx)}::date, next_due_on = null, merge_id = ${mergeId}
    where talent_id = ${goneId} and left_on is null`.execute(ctx.db);
}

/** The two are two people again: each gets back what the merge had moved. What was added since stays where it was added. */
export async function partCare(ctx: Ctx, { mergeId, keptId, goneId }: Merge): Promise<void> {
  await sql`
    update care_memberships set left_on = ${todayOf(ctx)}::date, next_due_on = null, merge_id = null
    where talent_id = ${keptId} and merge_id = ${mergeId} and left_on is null`.execute(ctx.db);
  await sql`update care_memberships set left_on = null, merge_id = null where talent_id = ${goneId} and merge_id = ${mergeId}`.execute(
    ctx.db,
  );
  for (const { table } of MOVED)
    await sql`
      update ${sql.table(table)} set talent_id = ${goneId}, merge_id = null where talent_id = ${keptId} and merge_id = ${mergeId}`.execute(
      ctx.db,
    );
  await sql`
    update sequence_runs set state = 'running', stop_reason = null, ended_at = null, next_on = ${todayOf(ctx)}::date, merge_id = null
    where talent_id = ${goneId} and merge_id = ${mergeId} and stop_reason = 'merged'`.execute(ctx.db);
  await afterTouches(ctx, [keptId, goneId]);
  await refreshDatesOf(ctx, [keptId, goneId]);
}
