import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { allow } from '#rooms/accounts/index.ts';
import { plusDays } from '../cadence.ts';
import { todayOf } from '#ground/calendar.ts';
import { meOf } from '../member.ts';
import type { week } from '../schema-today.ts';
import type { ReminderKind } from '../types.ts';
import { holidaysOf } from '../working-days.ts';
import { findSettings } from './settings.ts';

const MOST_A_DAY = 25;
const DAYS = 7;

interface WeekRow {
  on_date: string;
  talent_id: string;
  kind: ReminderKind;
  plan_name: string | null;
  title: string | null;
  first_name: string;
  last_name: string;
  role: string | null;
  employer: string | null;
  total: number;
}

/** Who becomes due within the next seven days, day by day: rhythms, promises, answers that name a day, life events. */
export async function getWeek(ctx: Ctx): Promise<z.input<typeof week>> {
  allow(ctx.actor, 'care.read');
  const [memberId, today] = [meOf(ctx.actor), todayOf(ctx)];
  const { region } = await findSettings(ctx, memberId);
  const holidays = region === null ? undefined : await holidaysOf(region, ctx.actor.language);
  const rows = Map.groupBy(await listAhead(ctx, memberId, today), ({ on_date }) => on_date);
  return {
    days: Array.from({ length: DAYS }, (_, index) => {
      const on = plusDays(today, index + 1);
      const people = rows.get(on) ?? [];
      return {
        on,
        people: people.map(lineOf),
        count: people[0]?.total ?? 0,
        holiday: holidays?.(Number(on.slice(0, 4))).get(on) ?? null,
      };
    }),
  };
}

async function listAhead({ db, actor }: Ctx, memberId: string, today: string): Promise<WeekRow[]> {
  const inWeek = (column: string) =>
    sql`${sql.ref(column)} > ${today}::date and ${sql.ref(column)} <= ${plusDays(today, DAYS)}::date`;
  const mine = sql`t.owner_id = ${memberId}::uuid and t.entity_id = any(${actor.entityIds}::uuid[])`;
  const { rows } = await sql<WeekRow>`
    with ahead as (
      select m.next_due_on as on_date, t.id as talent_id, 'cadence' as kind, p.name as plan_name from talents_view t
        join care_memberships m on m.talent_id = t.id and m.left_on is null join care_plans p on p.id = m.plan_id and p.state = 'running' where ${mine} and ${inWeek('m.next_due_on')}
      union all select v.due_on, t.id, 'promise', null from promises_view v join talents_view t on t.id = v.talent_id and t.entity_id = any(${actor.entityIds}::uuid[])
        where v.owner_id = ${memberId}::uuid and v.kept_at is null and ${inWeek('v.due_on')}
      union all select n.come_back_on, t.id, 'come_back', null from not_nows n join talents_view t on t.id = n.talent_id where n.ended_at is null and ${mine} and ${inWeek('n.come_back_on')}
      union all select r.snoozed_until, r.talent_id, r.kind, null from reminders r where r.member_id = ${memberId}::uuid and r.state = 'snoozed' and ${inWeek('r.snoozed_until')}),
    once as (select distinct on (a.on_date, a.talent_id) a.* from ahead a
      where a.talent_id not in (select q.talent_id from quiet_view q where a.on_date between q.from_on and q.until_on)
      order by a.on_date, a.talent_id, a.kind desc),
    placed as (select o.*, t.title, t.first_name, t.last_name, t.role, t.employer, count(*) over (partition by o.on_date)::int as total,
      row_number() over (partition by o.on_date order by o.kind desc, t.sort_name, t.id) as place from once o join talents_view t on t.id = o.talent_id)
    select on_date::text as on_date, talent_id, kind, plan_name, title, first_name, last_name, role, employer, total from placed
    where place <= ${MOST_A_DAY} order by on_date, place`.execute(db);
  return rows;
}

const lineOf = (row: WeekRow) => ({
  person: {
    id: row.talent_id,
    title: row.title,
    firstName: row.first_name,
    lastName: row.last_name,
    role: row.role,
    employer: row.employer,
  },
  kind: row.kind,
  planName: row.plan_name,
});
