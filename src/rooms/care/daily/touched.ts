import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { systemActor } from '#rooms/accounts/index.ts';
import { dayIn } from '#ground/calendar.ts';
import { plusDays } from '../cadence.ts';
import { turnRunsAfterTouches } from '../sequences/runs.ts';
import { lastTouchJoin, responsibleJoins, zone, zoneOf } from '../whose.ts';
import * as due from './candidates.ts';
import type { Look } from './candidates.ts';
import { countedFrom, moveDatesOf } from './due-sql.ts';
import { remind } from './remind.ts';
import { assignReminders, withdrawWhatIsOver } from './withdraw.ts';

/** A contact that is taken away again within these days brings back what it had closed. */
const REOPENS_WITHIN_DAYS = 31;

/** The people of each legal entity, as the program sees them: what follows from a fact does not depend on who brought it. */
export async function looksFor(
  ctx: Ctx,
  talentIds: readonly string[],
): Promise<{ ctx: Ctx; look: Look; ids: string[] }[]> {
  const { rows } = await sql<{ entity_id: string; country_profile: string; ids: string[] }>`
    select t.entity_id, e.country_profile, array_agg(t.id) as ids from talents_view t join entities e on e.id = t.entity_id
    where t.id = any(${[...talentIds]}::uuid[]) group by t.entity_id, e.country_profile order by t.entity_id`.execute(
    ctx.db,
  );
  return rows.map(({ entity_id: entityId, country_profile, ids }) => {
    const today = dayIn(zoneOf(country_profile), ctx.now);
    const look: Look = { entityId, today, horizon: plusDays(today, 1), since: plusDays(today, -1), talentIds: ids };
    return { ctx: { ...ctx, actor: { ...systemActor([entityId]), memberId: ctx.actor.memberId } }, look, ids };
  });
}

/** Contacts of these people were added, changed or taken away. Everything that counts from the last contact moves in the same transaction. */
export async function afterTouches(ctx: Ctx, talentIds: readonly string[]): Promise<void> {
  await moveDatesOf(ctx.db, talentIds);
  await turnRunsAfterTouches(ctx, talentIds);
  for (const { ctx: own, look } of await looksFor(ctx, talentIds)) {
    await closeTouched(own, look);
    await reopenUntouched(own, look);
    await remind(own, 'reply', due.repliesWaiting(look), look);
    await remind(own, 'cadence', due.cadencesDue(look), look);
  }
}

/** What else decides about the dates of these people changed: a rhythm, a pause, an answer, a pool. */
export async function refreshDatesOf(ctx: Ctx, talentIds: readonly string[]): Promise<void> {
  await moveDatesOf(ctx.db, talentIds);
  for (const { ctx: own, look } of await looksFor(ctx, talentIds)) {
    await withdrawWhatIsOver(own, look);
    await assignReminders(own.db, look);
    await remind(own, 'cadence', due.cadencesDue(look), look);
  }
}

/** The contact that each kind asked for has happened. About `reminders r` of person `t`. */
const touchedSince = sql`(touch.at at time zone ${zone})::date >= r.due_on`;
const isTouched = sql`case r.kind
  when 'cadence' then not exists (select 1 from care_memberships m where m.plan_id = r.plan_id and m.talent_id = r.talent_id and r.occasion = m.plan_id || ':' || ${countedFrom})
  when 'warmth' then touch.at >= (r.facts ->> 'lastOn')::date + 1
  when 'reply' then exists (select 1 from touchpoints_view w join touchpoints_view o on o.talent_id = w.talent_id and not o.is_bulk and o.direction = 'ours' and o.occurred_at > w.occurred_at
    where w.id = r.source_id and w.talent_id = r.talent_id)
  when 'task' then not exists (select 1 from sequence_runs n where n.id = r.source_id and n.state = 'running' and r.occasion = n.id || ':' || n.next_step)
  when 'content' then ${touchedSince} when 'life_event' then ${touchedSince} when 'come_back' then ${touchedSince} when 'hand_over' then ${touchedSince}
  else false end`;

const people = sql`reminders r join talents_view t on t.id = r.talent_id join entities e on e.id = t.entity_id ${responsibleJoins} ${lastTouchJoin}`;

async function closeTouched({ db, now, actor }: Ctx, { talentIds = [] }: Look) {
  const { rows } = await sql<{ kind: string; source_id: string | null }>`
    with touched as (select r.id from ${people} where r.talent_id = any(${[...talentIds]}::uuid[]) and r.state in ('open', 'snoozed') and ${isTouched} order by r.id for update of r)
    update reminders r set state = 'done', snoozed_until = null, closed_at = ${now}, closed_by = ${actor.memberId}::uuid, close_reason = 'touched'
    from touched where r.id = touched.id returning r.kind, r.source_id`.execute(db);
  const answers = rows.filter(({ kind }) => kind === 'come_back').map(({ source_id }) => source_id);
  if (answers.length > 0)
    await sql`update not_nows set ended_at = ${now} where id = any(${answers}::uuid[]) and ended_at is null`.execute(
      db,
    );
}

/** The contact was logged by mistake, or its act was undone. */
async function reopenUntouched({ db, now }: Ctx, { talentIds = [], horizon }: Look) {
  const since = new Date(now.getTime() - REOPENS_WITHIN_DAYS * 86_400_000);
  const isDue = sql`(r.kind <> 'cadence' or exists (
    select 1 from care_memberships m where m.plan_id = r.plan_id and m.talent_id = r.talent_id and m.left_on is null and m.next_due_on <= ${horizon}::date))`;
  const { rows } = await sql<{ kind: string; source_id: string | null }>`
    with untouched as (
      select r.id from ${people} where r.talent_id = any(${[...talentIds]}::uuid[]) and r.state = 'done' and r.close_reason = 'touched' and r.closed_at >= ${since}
        and r.kind <> 'task' and (${isTouched}) is not true and ${isDue}
        and (r.kind <> 'reply' or exists (select 1 from touchpoints_view w where w.id = r.source_id and w.talent_id = r.talent_id)) order by r.id for update of r)
    update reminders r set state = 'open', closed_at = null, closed_by = null, close_reason = null from untouched where r.id = untouched.id returning r.kind, r.source_id`.execute(
    db,
  );
  const answers = rows.filter(({ kind }) => kind === 'come_back').map(({ source_id }) => source_id);
  if (answers.length > 0) await sql`update not_nows set ended_at = null where id = any(${answers}::uuid[])`.execute(db);
}
