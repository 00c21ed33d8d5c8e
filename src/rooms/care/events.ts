import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import type { EventBoard } from '#ground/events/events.ts';
import { dayIn } from '#ground/calendar.ts';
import { lookAgainAt, lookAgainAtThoseOf, withdrawUnreachable } from './daily/look-again.ts';
import { refreshPeople } from './daily/people.ts';
import { afterTouches, looksFor, refreshDatesOf } from './daily/touched.ts';
import { withdrawAllOf } from './daily/withdraw.ts';
import { mergeCare, partCare } from './merges.ts';
import { refreshPlanJob } from './plans/refresh.ts';
import { keepReachable } from './reach.ts';
import { stopRuns, stopRunsOf } from './sequences/runs.ts';
import type { ReminderKind } from './types.ts';
import { REMINDER_KINDS } from './types.ts';
import { zoneOf } from './whose.ts';

/** Which reasons a part of a person brings; an address opens ways for all of them. */
const ASKED_BY: Record<string, readonly ReminderKind[]> = { promises: ['promise'], talent_skills: ['content'] };

/** What happens elsewhere takes effect in the same transaction: nothing in Today is older than the last contact, answer or owner. */
export function listenForCare(board: EventBoard) {
  board.on('talents.touched', (ctx, { talentIds }) => afterTouches(ctx, talentIds));
  board.on('talents.owner_changed', (ctx, { talentIds }) => lookAgainAt(ctx, talentIds));
  board.on('talents.restored', async (ctx, { talentIds }) => {
    for (const { ctx: own, look, ids } of await looksFor(ctx, talentIds))
      await refreshPeople(
        own,
        sql`p.pool_id in (select v.pool_id from pools_view v where v.talent_id = any(${ids}::uuid[]))`,
        look.today,
      );
    await lookAgainAt(ctx, talentIds);
  });
  board.on('talents.parts_changed', async (ctx, { talentIds, parts }) => {
    const kinds = parts.includes('talent_addresses') ? REMINDER_KINDS : parts.flatMap((part) => ASKED_BY[part] ?? []);
    if (kinds.length > 0) await lookAgainAt(ctx, talentIds, kinds);
  });
  board.on('accounts.members_changed', (ctx, { memberIds }) => lookAgainAtThoseOf(ctx, memberIds));
  board.on('talents.merged', mergeCare);
  board.on('talents.unmerged', partCare);
  board.on('consent.withdrawn', async (ctx, { talentIds }) => {
    const silenced = await withoutAnyWay(ctx, talentIds);
    await stopRunsOf(ctx, silenced, 'withdrawn');
    await withdrawAllOf(ctx, silenced, 'not_allowed');
    for (const { ctx: own, ids } of await looksFor(ctx, talentIds)) await withdrawUnreachable(own, ids);
  });
  board.on('consent.given', (ctx, { talentIds }) => lookAgainAt(ctx, talentIds));
  board.on('consent.erase_dates_changed', (ctx, { dates }) => lookAgainAt(ctx, [...dates.keys()], ['consent_ends']));
  board.on('consent.quiet_changed', afterQuietChanged);
  board.on('pools.members_changed', async (ctx, { poolId, added, removed }) => {
    await refreshPeople(ctx, sql`p.pool_id = ${poolId}`, await dayOfPool(ctx, poolId));
    await stopRuns(
      ctx,
      sql`r.talent_id = any(${removed}::uuid[]) and r.sequence_id in (
      select s.id from sequences s where s.pool_id = ${poolId} and (s.exit_rule ->> 'onLeavingPool')::boolean)`,
      'left_pool',
    );
    await refreshDatesOf(ctx, [...added, ...removed]);
  });
  board.on('pools.pauses_changed', (ctx, { talentIds }) => refreshDatesOf(ctx, talentIds));
  board.on('pools.segment_changed', async (ctx, { segmentId }) => {
    const plans = await ctx.db
      .selectFrom('care_plans')
      .select('id')
      .where('segment_id', '=', segmentId)
      .where('state', '<>', 'ended')
      .execute();
    for (const { id: planId } of plans) await ctx.jobs(ctx, refreshPlanJob, { planId });
  });
}

/** A silence hides at once and stops what runs by itself; when it is lifted, what was due stands there again. */
async function afterQuietChanged(ctx: Ctx, { talentIds }: { talentIds: string[] }) {
  for (const { ctx: own, look, ids } of await looksFor(ctx, talentIds)) {
    const { rows } = await sql<{ talent_id: string }>`
      select distinct q.talent_id from quiet_view q where q.talent_id = any(${ids}::uuid[]) and ${look.today}::date between q.from_on and q.until_on`.execute(
      own.db,
    );
    const quiet = rows.map(({ talent_id }) => talent_id);
    await stopRunsOf(own, quiet, 'silence');
    await withdrawAllOf(own, quiet, 'silence');
  }
  await lookAgainAt(ctx, talentIds);
}

/** Those of them whom nothing may reach any more. */
async function withoutAnyWay(ctx: Ctx, talentIds: readonly string[]): Promise<string[]> {
  const gone: string[] = [];
  for (const { ctx: own, ids } of await looksFor(ctx, talentIds)) {
    const people = ids.map((talent_id) => ({ talent_id, channels: null }));
    const reached = new Set((await keepReachable(own, people)).map(({ talent_id }) => talent_id));
    gone.push(...ids.filter((id) => !reached.has(id)));
  }
  return gone;
}

async function dayOfPool({ db, now }: Ctx, poolId: string): Promise<string> {
  const { rows } = await sql<{ country_profile: string }>`
    select e.country_profile from pools p join entities e on e.id = p.entity_id where p.id = ${poolId}`.execute(db);
  return dayIn(zoneOf(rows[0]?.country_profile ?? 'DE'), now);
}
