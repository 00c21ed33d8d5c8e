import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import type { ReminderKind } from '../types.ts';

/** Reminders of people whom nobody in particular looks after: everybody who sees them has the oldest of them in the queue. */
const MOST_OF_NOBODY = 300;

export interface Morning {
  memberId: string;
  /** The member's own day. */
  today: string;
  order: readonly ReminderKind[];
  /** With whom the member dealt today: only what was promised to them and what they wrote is still a reason. */
  handledIds: readonly string[];
}

/**
 * What stands for a member on a day, as `id, talent_id, kind, due_on, source_id, rank`: open or snoozed until today, the person is here and
 * is not left in peace, and a promise is not kept yet. Two index scans over the member's own reminders.
 */
export function standing(
  { actor }: Pick<Ctx, 'actor'>,
  { memberId, today, order, handledIds }: Morning,
): RawBuilder<unknown> {
  const columns = sql`r.id, r.talent_id, r.kind, r.source_id`;
  const mine = sql`r.member_id = ${memberId}::uuid and r.entity_id = any(${actor.entityIds}::uuid[])`;
  return sql`
    select s.*, array_position(${[...order]}::text[], s.kind) as rank from (
      select ${columns}, r.due_on from reminders r where ${mine} and r.state = 'open' and r.due_on <= ${today}::date
      union all
      select ${columns}, greatest(r.due_on, r.snoozed_until) from reminders r where ${mine} and r.state = 'snoozed' and r.snoozed_until <= ${today}::date
      union all
      (select ${columns}, r.due_on from reminders r where r.member_id is null and r.entity_id = any(${actor.entityIds}::uuid[]) and r.state = 'open' and r.due_on <= ${today}::date
        order by r.due_on limit ${MOST_OF_NOBODY})
      union all
      (select ${columns}, greatest(r.due_on, r.snoozed_until) from reminders r where r.member_id is null and r.entity_id = any(${actor.entityIds}::uuid[])
        and r.state = 'snoozed' and r.snoozed_until <= ${today}::date order by r.snoozed_until limit ${MOST_OF_NOBODY})) s
    where exists (select 1 from talents_view t where t.id = s.talent_id)
      and s.talent_id not in (select q.talent_id from quiet_view q where ${today}::date between q.from_on and q.until_on)
      and (s.talent_id <> all(${[...handledIds]}::uuid[]) or s.kind in ('promise', 'reply'))
      and (s.kind <> 'promise' or exists (select 1 from promises_view v where v.id = s.source_id and v.kept_at is null))`;
}

export interface Placed {
  talent_id: string;
  reminder_id: string;
  rank: number;
  due_on: string;
  /** How many people stand there in all. */
  total: number;
}

/** People in the order of Today, each once, at the place of their most urgent reason; ties by due date, then by id. */
export async function listPlaced(
  ctx: Ctx,
  morning: Morning,
  { after, limit }: { after?: { rank: number; dueOn: string; reminderId: string } | undefined; limit: number },
): Promise<Placed[]> {
  const beyond = after
    ? sql`where (rank, due_on, reminder_id) > (${after.rank}::int, ${after.dueOn}::date, ${after.reminderId}::uuid)`
    : sql``;
  const { rows } = await sql<Placed>`
    with standing as materialized (${standing(ctx, morning)}),
    placed as (select distinct on (talent_id) talent_id, id as reminder_id, rank, due_on from standing order by talent_id, rank, due_on, id)
    select talent_id, reminder_id, rank, due_on::text as due_on, (select count(*)::int from placed) as total from placed p ${beyond}
    order by p.rank, p.due_on, p.reminder_id limit ${limit}`.execute(ctx.db);
  return rows;
}
