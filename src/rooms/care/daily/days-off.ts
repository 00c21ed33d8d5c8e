import { sql } from 'kysely';
import type { Db } from '#ground/database/database.ts';
import { daysOff, holidaysOf } from '../working-days.ts';

/** Last year's days still decide about somebody who is overdue; the longest rhythm reaches three years ahead. */
const YEARS_BEFORE = 1;
const YEARS_AHEAD = 4;

/**
 * Keeps the days off of a region in the table that the database joins; a newer library corrects them.
 * Nothing is written when all is there: a few hundred rows are compared in one statement.
 */
export async function keepDaysOff(db: Db, region: string, today: string): Promise<void> {
  const thisYear = Number(today.slice(0, 4));
  const years = Array.from({ length: YEARS_BEFORE + YEARS_AHEAD + 1 }, (_, index) => thisYear - YEARS_BEFORE + index);
  const days = daysOff(years, await holidaysOf(region));
  await sql`
    with wanted as (select * from unnest(${days.map(({ on }) => on)}::date[], ${days.map(({ nextWorkingOn }) => nextWorkingOn)}::date[],
      ${days.map(({ holiday }) => holiday)}::text[]) w (on_date, next_working_on, holiday)),
    gone as (delete from care_days_off d where d.region = ${region} and d.on_date between ${days[0]?.on ?? today}::date and ${days.at(-1)?.on ?? today}::date
      and not exists (select 1 from wanted w where w.on_date = d.on_date))
    insert into care_days_off as d (region, on_date, next_working_on, holiday) select ${region}, w.on_date, w.next_working_on, w.holiday from wanted w
    on conflict (region, on_date) do update set next_working_on = excluded.next_working_on, holiday = excluded.holiday
    where (d.next_working_on, d.holiday) is distinct from (excluded.next_working_on, excluded.holiday)`.execute(db);
}

/** All regions of plans that run. */
export async function keepDaysOffOf(db: Db, entityId: string, today: string): Promise<void> {
  const rows = await db
    .selectFrom('care_plans')
    .select('region')
    .distinct()
    .where('entity_id', '=', entityId)
    .where('state', '<>', 'ended')
    .execute();
  for (const { region } of rows) await keepDaysOff(db, region, today);
}
