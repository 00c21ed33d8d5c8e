import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Db } from '#ground/database/database.ts';
import { responsibleJoins, zone } from '../whose.ts';

/** The day from which the rhythm of membership `m` counts. Needs `zone` and `touch.at`. */
export const countedFrom = sql`greatest(coalesce((touch.at at time zone ${zone})::date, m.joined_on), m.counted_from)`;

/**
 * The next date of memberships, as `plan_id, talent_id, next_on, row_version`: the rule of `nextDueOn` in `cadence.ts`, over any number of
 * people in one statement. What concerns silences is worked out once: without "materialized" it would be done again for each person. Dates count from the last contact from human to human, which an index answers without touching the contacts.
 * @param which a condition about `care_memberships m`
 */
function nextDates(which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    with chosen as materialized (
      select m.plan_id, m.talent_id, m.xmin as row_version, p.region, p.ends_on, t.id is not null as is_here,
        greatest(${countedFrom} + coalesce(m.every_days, p.every_days), p.starts_on, m.paused_until + 1,
          (select max(n.come_back_on) from not_nows n where n.talent_id = m.talent_id and n.ended_at is null),
          (select v.paused_until + 1 from pools_view v where v.talent_id = m.talent_id and v.pool_id = p.pool_id)) as earliest_on,
        coalesce(m.every_days, p.every_days) is not null as has_rhythm
      from care_memberships m join care_plans p on p.id = m.plan_id join entities e on e.id = p.entity_id
        left join talents_view t on t.id = m.talent_id ${responsibleJoins}
        left join lateral (select c.occurred_at as at from touchpoints_view c
          where c.talent_id = m.talent_id and not c.is_bulk order by c.occurred_at desc limit 1) touch on true
      where m.left_on is null and ${which}),
    quiet as materialized (select distinct q.talent_id, q.from_on, q.until_on from quiet_view q where q.talent_id in (select talent_id from chosen)),
    begins as materialized (
      select c.plan_id, c.talent_id, c.region, c.earliest_on as on_date from chosen c where c.talent_id in (select talent_id from quiet)
      union select c.plan_id, c.talent_id, c.region, q.until_on + 1 from chosen c join quiet q on q.talent_id = c.talent_id where q.until_on >= c.earliest_on),
    free as materialized (
      select b.plan_id, b.talent_id, min(coalesce(d.next_working_on, b.on_date)) as on_date
      from begins b left join care_days_off d on d.region = b.region and d.on_date = b.on_date
      where not exists (select 1 from quiet q where q.talent_id = b.talent_id and coalesce(d.next_working_on, b.on_date) between q.from_on and q.until_on)
      group by b.plan_id, b.talent_id),
    moved as (
      select c.*, case when c.talent_id in (select talent_id from quiet) then f.on_date else coalesce(d.next_working_on, c.earliest_on) end as on_date
      from chosen c left join care_days_off d on d.region = c.region and d.on_date = c.earliest_on
        left join free f on f.plan_id = c.plan_id and f.talent_id = c.talent_id)
    select plan_id, talent_id, row_version,
      case when is_here and has_rhythm and on_date < date '9000-01-01' and (ends_on is null or on_date <= ends_on) then on_date end as next_on from moved`;
}

/** One batch of the daily work: rows that somebody is changing right now are left to them, so nobody waits. @returns rows that changed */
async function moveDatesInPassing(db: Db, which: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql`
    with dates as materialized (${nextDates(which)}),
    changed as (
      select m.plan_id, m.talent_id, d.next_on from care_memberships m join dates d on d.plan_id = m.plan_id and d.talent_id = m.talent_id
      where m.next_due_on is distinct from d.next_on and m.xmin = d.row_version order by m.talent_id, m.plan_id for update of m skip locked)
    update care_memberships m set next_due_on = c.next_on from changed c
    where m.plan_id = c.plan_id and m.talent_id = c.talent_id returning 1`.execute(db);
  return rows.length;
}

/** Memberships whose dates are looked at in one transaction, so that nobody waits for a lock. */
const MEMBERSHIPS_AT_ONCE = 10_000;

/** Batch by batch in the order of plans and people. @param which a condition about `care_plans p` */
export async function moveDatesInBatches(db: Db, which: RawBuilder<unknown>): Promise<void> {
  for (let after: { plan_id: string; talent_id: string } | undefined; ;) {
    const beyond = after
      ? sql`and (m.plan_id, m.talent_id) > (${after.plan_id}::uuid, ${after.talent_id}::uuid)`
      : sql``;
    const { rows } = await sql<{ plan_id: string; talent_id: string }>`
      select m.plan_id, m.talent_id from care_memberships m join care_plans p on p.id = m.plan_id
      where ${which} ${beyond} order by m.plan_id, m.talent_id offset ${MEMBERSHIPS_AT_ONCE - 1} limit 1`.execute(db);
    const [last] = rows;
    const until = last ? sql`and (m.plan_id, m.talent_id) <= (${last.plan_id}::uuid, ${last.talent_id}::uuid)` : sql``;
    await moveDatesInPassing(db, sql`${which} ${beyond} ${until}`);
    if (!last) return;
    after = last;
  }
}

/** At once, after a contact or an answer: the rows are locked first, in one order, so that two acts on one person follow each other. */
export async function moveDatesOf(db: Db, talentIds: readonly string[]): Promise<void> {
  if (talentIds.length === 0) return;
  const which = sql`m.talent_id = any(${[...talentIds]}::uuid[])`;
  const { rows } = await sql`
    select 1 from care_memberships m where m.left_on is null and ${which} order by m.talent_id, m.plan_id for update`.execute(
    db,
  );
  if (rows.length === 0) return;
  await sql`
    with dates as materialized (${nextDates(which)})
    update care_memberships m set next_due_on = d.next_on from dates d
    where m.plan_id = d.plan_id and m.talent_id = d.talent_id and m.next_due_on is distinct from d.next_on`.execute(db);
}
