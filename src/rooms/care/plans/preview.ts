import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { allow } from '#rooms/accounts/index.ts';
import { listContactFacts } from '#rooms/consent/index.ts';
import { todayOf } from '#ground/calendar.ts';
import { memberOf } from '../member.ts';
import { keepReachable } from '../reach.ts';
import type { PlanInput, PlanPreview, previewBody } from '../schema-plans.ts';
import { holidaysOf } from '../working-days.ts';
import type { Whom } from './fit.ts';
import { refuseUnfitPlan } from './fit.ts';

const MOST_ASKED = 5_000;
const MOST_OWNERS = 50;

/**
 * What a plan would mean: contacts a week for each owner, who cannot be reached, and where it comes in the way of other plans. The people
 * are found once, whatever the segment costs; nothing is saved.
 * @throws AppError what `refuseUnfitPlan` refuses
 */
export async function previewPlanOf(ctx: Ctx, { plan, planId }: z.output<typeof previewBody>): Promise<PlanPreview> {
  allow(ctx.actor, 'care.manage_plans');
  const whom = await refuseUnfitPlan(ctx, plan);
  return inTransaction(ctx, async (ctx) => {
    await sql`create temporary table previewed on commit drop as select w.talent_id from (${whom.wanted}) w`.execute(
      ctx.db,
    );
    await sql`analyze previewed`.execute(ctx.db);
    return previewOf(ctx, { plan, planId: planId ?? null, whom });
  });
}

interface Asked {
  plan: PlanInput;
  planId: string | null;
  whom: Whom;
}

async function previewOf(ctx: Ctx, { plan, planId, whom }: Asked): Promise<PlanPreview> {
  const { owners, withoutOwner } = await loadOfOwners(ctx, plan, planId);
  const { unreachable, atMostPer30Days } = await askPermission(ctx, plan);
  return {
    people: whom.people,
    withoutOwner,
    unreachable,
    perWeek: perWeek(whom.people, plan.everyDays),
    owners,
    conflicts: {
      inSeveralPlans: await sharedPeople(ctx, planId),
      overBudget: { people: await countOverBudget(ctx, { plan, planId, atMostPer30Days }), atMostPer30Days },
      onDaysOff: await contentsOnDaysOff(ctx, planId, plan.region),
    },
  };
}

/** Rounded to a tenth: nobody plans finer. */
const perWeek = (people: number, everyDays: number | null) =>
  everyDays === null ? 0 : Math.round((people * 70) / everyDays) / 10;

interface OwnerRow {
  owner_id: string | null;
  name: string | null;
  people: number;
  due_at_once: number;
  per_week_now: number;
}

async function loadOfOwners(ctx: Ctx, { everyDays }: PlanInput, planId: string | null) {
  const { rows } = await sql<OwnerRow>`
    with people as (
      select t.owner_id, count(*)::int as people, (count(*) filter (where coalesce((
        select c.occurred_at::date from touchpoints_view c where c.talent_id = t.id and not c.is_bulk order by c.occurred_at desc limit 1), ${todayOf(ctx)}::date)
          + ${everyDays}::int <= ${todayOf(ctx)}::date))::int as due_at_once
      from previewed w join talents_view t on t.id = w.talent_id group by t.owner_id),
    now as (
      select t.owner_id, sum(7.0 / coalesce(m.every_days, p.every_days)) as per_week from care_memberships m
        join care_plans p on p.id = m.plan_id and p.state = 'running' and p.id is distinct from ${planId}::uuid join talents_view t on t.id = m.talent_id
      where m.left_on is null and t.owner_id in (select owner_id from people) group by t.owner_id)
    select o.owner_id, m.name, o.people, o.due_at_once, coalesce(round(n.per_week, 1), 0)::float8 as per_week_now
    from people o left join members m on m.id = o.owner_id left join now n on n.owner_id = o.owner_id order by o.people desc, o.owner_id limit ${MOST_OWNERS}`.execute(
    ctx.db,
  );
  return {
    withoutOwner: rows.find(({ owner_id }) => owner_id === null)?.people ?? 0,
    owners: rows.map(({ owner_id, name, people, due_at_once, per_week_now }) => ({
      member: memberOf(owner_id, name),
      people,
      perWeek: perWeek(people, everyDays),
      perWeekNow: per_week_now,
      dueAtOnce: due_at_once,
    })),
  };
}

async function askPermission(ctx: Ctx, { channels }: PlanInput) {
  const { rows } = await sql<{
    talent_id: string;
  }>`select w.talent_id from previewed w order by w.talent_id limit ${MOST_ASKED}`.execute(ctx.db);
  const due = rows.map(({ talent_id }) => ({ talent_id, channels: [...channels] }));
  const reachable = await keepReachable(ctx, due);
  const [first] = due.slice(0, 1).map(({ talent_id }) => talent_id);
  const facts = first ? (await listContactFacts(ctx, [first])).get(first) : undefined;
  return { unreachable: due.length - reachable.length, atMostPer30Days: facts?.limits?.totalPer30Days ?? 0 };
}

/** Running plans besides this one. */
const otherPlans = (planId: string | null): RawBuilder<unknown> => sql`
  care_memberships m join care_plans p on p.id = m.plan_id and p.state = 'running' and p.id is distinct from ${planId}::uuid and m.left_on is null`;

async function sharedPeople({ db }: Ctx, planId: string | null): Promise<PlanPreview['conflicts']['inSeveralPlans']> {
  const { rows } = await sql<{ planId: string; name: string; people: number; total: number }>`
    select p.id as "planId", p.name, count(*)::int as people,
      (select count(distinct m.talent_id)::int from ${otherPlans(planId)} where m.talent_id in (select talent_id from previewed)) as total
    from ${otherPlans(planId)} where m.talent_id in (select talent_id from previewed) group by p.id, p.name order by people desc, p.name limit 20`.execute(
    db,
  );
  return {
    people: rows[0]?.total ?? 0,
    plans: rows.map(({ planId: id, name, people }) => ({ planId: id, name, people })),
  };
}

/** Whom all plans together would contact more often than the company allows itself. */
async function countOverBudget(
  { db }: Ctx,
  { plan, planId, atMostPer30Days }: { plan: PlanInput; planId: string | null; atMostPer30Days: number },
): Promise<number> {
  const own = plan.everyDays === null ? 0 : 30 / plan.everyDays;
  if (atMostPer30Days === 0) return 0;
  const { rows } = await sql<{ people: number }>`
    select count(*)::int as people from (
      select w.talent_id from previewed w left join (select m.talent_id, sum(30.0 / coalesce(m.every_days, p.every_days)) as often from ${otherPlans(planId)} group by m.talent_id) o
        on o.talent_id = w.talent_id where ${own}::float8 + coalesce(o.often, 0) > ${atMostPer30Days}) x`.execute(db);
  return rows[0]?.people ?? 0;
}

async function contentsOnDaysOff({ db, actor }: Ctx, planId: string | null, region: string) {
  if (planId === null) return [];
  const { rows } = await sql<{ contentId: string; title: string; onDate: string }>`
    select c.id as "contentId", c.title, pc.on_date::text as "onDate" from care_plan_contents pc join content_view c on c.id = pc.content_id
    where pc.plan_id = ${planId} order by pc.on_date, c.id limit 200`.execute(db);
  const holidays = await holidaysOf(region, actor.language);
  return rows.flatMap((row) => {
    const holiday = holidays(Number(row.onDate.slice(0, 4))).get(row.onDate);
    return holiday === undefined ? [] : [{ ...row, holiday }];
  });
}
