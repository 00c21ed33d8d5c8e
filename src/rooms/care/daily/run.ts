import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { defineJob } from '#ground/jobs/job.ts';
import { isClockRight } from '#rooms/consent/index.ts';
import { dayIn } from '#ground/calendar.ts';
import { plusDays } from '../cadence.ts';
import { expireHandovers } from '../handover/expire.ts';
import { advanceEntries, stopWhatMayNotGoOn } from '../sequences/daily.ts';
import { zoneOf } from '../whose.ts';
import type { Look } from './candidates.ts';
import { lookAtClock } from './clock.ts';
import { keepDaysOffOf } from './days-off.ts';
import { moveDatesInBatches } from './due-sql.ts';
import { remindOf } from './look-again.ts';
import { refreshPeople } from './people.ts';
import { assignReminders, withdrawWhatIsOver } from './withdraw.ts';
import type { ReminderKind } from '../types.ts';

/** After so long a pause nobody wants to be reminded of every single day in between. */
const LONGEST_CATCH_UP_DAYS = 400;

export const dailyCareJob = defineJob({
  name: 'care.daily',
  payload: z.object({}),
  key: () => 'one',
  schedule: { cron: '*/15 * * * *', timeZone: 'UTC' },
  expireInSeconds: 3600,
  run: (ctx) => runDailyCare(ctx),
});

/** The daily work of every legal entity whose day has begun. A clock that was moved stops it until somebody confirms it. Also at start: what was missed while nothing ran is caught up. */
export async function runDailyCare(ctx: Ctx): Promise<void> {
  if (!(await isClockRight(ctx))) return;
  const entities = await ctx.db
    .selectFrom('entities')
    .select(['id', 'country_profile'])
    .where('id', 'in', ctx.actor.entityIds)
    .orderBy('id')
    .execute();
  for (const { id, country_profile } of entities) {
    const own: Ctx = { ...ctx, actor: { ...ctx.actor, entityIds: [id] } };
    const today = dayIn(zoneOf(country_profile), ctx.now);
    if ((await inTransaction(own, (own) => lookAtClock(own, id))) === 'jumped') continue;
    await runDay(own, id, today);
  }
}

const reminding = (kind: ReminderKind) => (ctx: Ctx, look: Look) => remindOf(ctx, kind, look);

/** In this order: who belongs, when they are due, what is over, what is new. Each step may be done again without harm. */
const STEPS: Record<string, (ctx: Ctx, look: Look) => Promise<unknown>> = {
  days_off: ({ db }, { entityId, today }) => keepDaysOffOf(db, entityId, today),
  people: (ctx, { entityId, today }) => refreshPeople(ctx, sql`p.entity_id = ${entityId}`, today),
  dates: moveAllDates,
  handovers: expireHandovers,
  stop_runs: stopWhatMayNotGoOn,
  enter_runs: advanceEntries,
  over: withdrawWhatIsOver,
  assign: ({ db }, look) => assignReminders(db, look),
  introductions: reminding('hand_over'),
  promises: reminding('promise'),
  replies: reminding('reply'),
  consents: reminding('consent_ends'),
  life_events: reminding('life_event'),
  come_backs: reminding('come_back'),
  tasks: reminding('task'),
  cadences: reminding('cadence'),
  warmth: reminding('warmth'),
  contents: reminding('content'),
};

/**
 * One day of one legal entity. It is noted which steps are done, so that a run that was killed goes on where it stopped, and a second
 * one finds nothing to do. Whatever was due since the last finished day is found too: every step asks "until today", not "today".
 */
export async function runDay(ctx: Ctx, entityId: string, today: string): Promise<void> {
  const done = await beginDay(ctx, entityId, today);
  if (done === 'finished') return;
  const look: Look = { entityId, today, horizon: plusDays(today, 1), since: await lastFinished(ctx, entityId, today) };
  for (const [step, work] of Object.entries(STEPS)) {
    if (done.includes(step)) continue;
    await work(ctx, look);
    await sql`update care_days set done_steps = array_append(done_steps, ${step}) where entity_id = ${entityId} and on_date = ${today}::date`.execute(
      ctx.db,
    );
  }
  await sql`update care_days set finished_at = ${ctx.now} where entity_id = ${entityId} and on_date = ${today}::date`.execute(
    ctx.db,
  );
}

async function beginDay({ db }: Ctx, entityId: string, today: string): Promise<string[] | 'finished'> {
  const { rows } = await sql<{ done_steps: string[]; is_finished: boolean }>`
    insert into care_days as d (entity_id, on_date) values (${entityId}, ${today}::date)
    on conflict (entity_id, on_date) do update set on_date = excluded.on_date returning d.done_steps, d.finished_at is not null as is_finished`.execute(
    db,
  );
  const [day] = rows;
  return day?.is_finished ? 'finished' : (day?.done_steps ?? []);
}

async function lastFinished({ db }: Ctx, entityId: string, today: string): Promise<string> {
  const { rows } = await sql<{ on_date: string | null }>`
    select max(on_date)::text as on_date from care_days where entity_id = ${entityId} and finished_at is not null and on_date < ${today}::date`.execute(
    db,
  );
  const earliest = plusDays(today, -LONGEST_CATCH_UP_DAYS);
  const last = rows[0]?.on_date ?? plusDays(today, -1);
  return last < earliest ? earliest : last;
}

function moveAllDates(ctx: Ctx, { entityId }: Look): Promise<void> {
  return moveDatesInBatches(ctx.db, sql`p.entity_id = ${entityId}`);
}
