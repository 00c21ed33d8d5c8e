import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict, invalid, notFound } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import { daysBetween } from '../cadence.ts';
import { todayOf } from '#ground/calendar.ts';
import type { PlanContent, planContentInput, yearView } from '../schema-plans.ts';
import { holidaysOf } from '../working-days.ts';
import { bringUpToDate } from './refresh.ts';
import type { PlanRow } from './rows.ts';
import { cardOf, findPlan, selectPlans } from './rows.ts';

const MOST_PLANS = 200;
const MOST_CONTENTS = 2_000;

type ContentRow = Omit<PlanContent, 'holiday'> & { region: string };

/** Who hears what when: all running plans of a year with their contents and the contacts that their rhythms bring. */
export async function getYear(ctx: Ctx, year: number): Promise<z.input<typeof yearView>> {
  allow(ctx.actor, 'care.read');
  const span = sql`c.state in ('running', 'paused') and c.starts_on <= ${`${year}-12-31`}::date and (c.ends_on is null or c.ends_on >= ${`${year}-01-01`}::date)`;
  const { rows } =
    await sql<PlanRow>`${selectPlans(ctx.actor, span, todayOf(ctx))} order by lower(c.name) collate "C", c.id limit ${MOST_PLANS}`.execute(
      ctx.db,
    );
  const contents = Map.groupBy(
    await listContents(
      ctx,
      rows.map(({ id }) => id),
      year,
    ),
    ({ planId }) => planId,
  );
  return {
    year,
    plans: rows.map((row) => ({
      planId: row.id,
      name: row.name,
      for: cardOf(row).for,
      people: row.people,
      contactsPerMonth: Array.from({ length: 12 }, (_, month) => contactsIn(row, year, month)),
      contents: contents.get(row.id) ?? [],
    })),
  };
}

/** People times days of the month in which the plan runs, by its rhythm. Rhythms of people's own are left out: it is a picture, not a forecast. */
const contactsIn = ({ people, every_days, starts_on, ends_on }: PlanRow, year: number, month: number): number =>
  every_days === null ? 0 : Math.round((people * daysOfMonth({ starts_on, ends_on }, year, month)) / every_days);

function daysOfMonth(
  { starts_on, ends_on }: Pick<PlanRow, 'starts_on' | 'ends_on'>,
  year: number,
  month: number,
): number {
  const first = dayOf(Date.UTC(year, month, 1));
  const last = dayOf(Date.UTC(year, month + 1, 0));
  const from = starts_on > first ? starts_on : first;
  const until = ends_on !== null && ends_on < last ? ends_on : last;
  return Math.max(0, daysBetween(from, until) + 1);
}

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

async function listContents(ctx: Ctx, planIds: readonly string[], year: number): Promise<PlanContent[]> {
  const which = sql`pc.plan_id = any(${[...planIds]}::uuid[]) and pc.on_date between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`;
  return contentsWhere(ctx, which);
}

async function contentsWhere({ db, actor }: Ctx, which: RawBuilder<unknown>): Promise<PlanContent[]> {
  const { rows } = await sql<ContentRow>`
    select pc.plan_id as "planId", c.id as "contentId", c.kind, c.title, c.language, pc.on_date::text as "onDate", pc.channel, p.region
    from care_plan_contents pc join care_plans p on p.id = pc.plan_id join content_view c on c.id = pc.content_id where ${which} order by pc.on_date, c.title, c.id limit ${MOST_CONTENTS}`.execute(
    db,
  );
  const regions = [...new Set(rows.map(({ region }) => region))];
  const holidays = new Map(
    await Promise.all(regions.map(async (region) => [region, await holidaysOf(region, actor.language)] as const)),
  );
  return rows.map(({ region, ...row }) => ({
    ...row,
    holiday:
      holidays
        .get(region)?.(Number(row.onDate.slice(0, 4)))
        .get(row.onDate) ?? null,
  }));
}

/** @throws AppError care.plan_missing */
export async function getPlanContents(ctx: Ctx, planId: string, year: number): Promise<{ items: PlanContent[] }> {
  allow(ctx.actor, 'care.read');
  await findPlan(ctx, planId, todayOf(ctx));
  return { items: await listContents(ctx, [planId], year) };
}

/** @throws AppError care.plan_missing, care.content_missing, care.channel_not_in_plan, care.content_there_already */
export async function putContent(
  ctx: Ctx,
  planId: string,
  { contentId, onDate, channel }: z.output<typeof planContentInput>,
): Promise<PlanContent> {
  allow(ctx.actor, 'care.manage_plans');
  return inTransaction(ctx, async (ctx) => {
    const plan = await findPlan(ctx, planId, todayOf(ctx));
    if (!plan.channels.includes(channel)) throw invalid('care.channel_not_in_plan');
    const { rows } =
      await sql`select 1 from content_view c where c.id = ${contentId} and c.entity_id = ${plan.entity_id}`.execute(
        ctx.db,
      );
    if (rows.length === 0) throw notFound('care.content_missing');
    const made = await ctx.db
      .insertInto('care_plan_contents')
      .values({ plan_id: planId, content_id: contentId, on_date: onDate, channel })
      .onConflict((on) => on.doNothing())
      .returning('plan_id')
      .executeTakeFirst();
    if (!made) throw conflict('care.content_there_already');
    if (plan.state === 'running' && onDate <= todayOf(ctx)) await bringUpToDate(ctx, planId, plan.people);
    const [content] = await contentsWhere(
      ctx,
      sql`pc.plan_id = ${planId} and pc.content_id = ${contentId} and pc.on_date = ${onDate}::date`,
    );
    if (!content) throw notFound('care.content_missing');
    return content;
  });
}

/** @throws AppError care.plan_missing, care.content_missing */
export async function takeContentOff(
  ctx: Ctx,
  { planId, contentId, onDate }: { planId: string; contentId: string; onDate: string },
): Promise<void> {
  allow(ctx.actor, 'care.manage_plans');
  await inTransaction(ctx, async (ctx) => {
    await findPlan(ctx, planId, todayOf(ctx));
    const gone = await ctx.db
      .deleteFrom('care_plan_contents')
      .where('plan_id', '=', planId)
      .where('content_id', '=', contentId)
      .where('on_date', '=', onDate)
      .executeTakeFirst();
    if (gone.numDeletedRows === 0n) throw notFound('care.content_missing');
  });
}
