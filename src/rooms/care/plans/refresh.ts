import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { defineJob } from '#ground/jobs/job.ts';
import { systemActor } from '#rooms/accounts/index.ts';
import { dayIn } from '#ground/calendar.ts';
import { plusDays } from '../cadence.ts';
import type { Look } from '../daily/candidates.ts';
import * as due from '../daily/candidates.ts';
import { keepDaysOff } from '../daily/days-off.ts';
import { moveDatesInBatches } from '../daily/due-sql.ts';
import { refreshPeople } from '../daily/people.ts';
import { remind } from '../daily/remind.ts';
import { withdrawWhatIsOver } from '../daily/withdraw.ts';
import { zoneOf } from '../whose.ts';

/** Plans with more people than this are brought up to date in the background. */
const AT_ONCE = 2_000;

export const refreshPlanJob = defineJob({
  name: 'care.refresh_plan',
  payload: z.object({ planId: z.uuid() }),
  key: ({ planId }) => planId,
  expireInSeconds: 3600,
  run: (ctx, { planId }) => refreshPlan(ctx, planId),
});

/** Small plans at once, so that the next page shows it; large ones in the background. */
export async function bringUpToDate(ctx: Ctx, planId: string, people: number): Promise<void> {
  if (people <= AT_ONCE) await refreshPlan(ctx, planId);
  else await ctx.jobs(ctx, refreshPlanJob, { planId });
}

/** A plan was made or changed: who is under it, when they are due, what stands in Today because of it. May run any number of times. */
export async function refreshPlan(ctx: Ctx, planId: string): Promise<void> {
  const { rows } = await sql<{ entity_id: string; region: string; country_profile: string }>`
    select p.entity_id, p.region, e.country_profile from care_plans p join entities e on e.id = p.entity_id where p.id = ${planId}`.execute(
    ctx.db,
  );
  const [plan] = rows;
  if (!plan) return;
  const today = dayIn(zoneOf(plan.country_profile), ctx.now);
  const own: Ctx = { ...ctx, actor: systemActor([plan.entity_id]) };
  const look: Look = {
    entityId: plan.entity_id,
    today,
    horizon: plusDays(today, 1),
    since: plusDays(today, -1),
    planId,
  };
  await keepDaysOff(own.db, plan.region, today);
  await refreshPeople(own, sql`p.id = ${planId}`, today);
  await moveDatesInBatches(own.db, sql`p.id = ${planId}`);
  await withdrawWhatIsOver(own, look);
  await remind(own, 'cadence', due.cadencesDue(look), look);
  await remind(own, 'content', due.contentsThatFit(look), look);
}
