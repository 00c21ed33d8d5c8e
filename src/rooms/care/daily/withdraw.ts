import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Db } from '#ground/database/database.ts';
import { keptPlanFor } from '#ground/database/kept-plan.ts';
import type { Ctx } from '#ground/context.ts';
import { lastTouchJoin, responsible, responsibleJoins } from '../whose.ts';
import type { Look } from './candidates.ts';
import { CONTENT_LASTS_DAYS } from './candidates.ts';
import { countedFrom } from './due-sql.ts';

/** Why a reminder went without anybody acting on it. */
export type CloseReason = 'no_longer' | 'person_hidden' | 'not_allowed' | 'silence';

/** Reminders whose occasion is over or gone. About `reminders r`; each says when its kind holds no more. */
const OVER: Record<string, (look: Look) => RawBuilder<unknown>> = {
  promise: () =>
    sql`not exists (select 1 from promises_view v where v.id = r.source_id and v.talent_id = r.talent_id and v.kept_at is null)`,
  reply: () =>
    sql`not exists (select 1 from touchpoints_view c where c.id = r.source_id and c.talent_id = r.talent_id)`,
  consent_ends: () =>
    sql`not exists (select 1 from talents_view t where t.id = r.talent_id and t.erase_on::text = r.occasion)`,
  life_event: () => sql`not exists (select 1 from life_events l where l.id = r.source_id and l.talent_id = r.talent_id
    and (l.on_date::text = r.facts ->> 'onDate' or (l.is_yearly and (to_char(l.on_date, 'MM-DD') = substr(r.facts ->> 'onDate', 6)
      or (to_char(l.on_date, 'MM-DD') = '02-29' and substr(r.facts ->> 'onDate', 6) = '02-28')))))`,
  come_back: ({ horizon }) =>
    sql`not exists (select 1 from not_nows n where n.id = r.source_id and n.ended_at is null and n.come_back_on <= ${horizon}::date)`,
  cadence: ({ horizon }) => sql`not exists (
    select 1 from care_memberships m join care_plans p on p.id = m.plan_id and p.state = 'running' join talents_view t on t.id = m.talent_id
      join entities e on e.id = t.entity_id ${responsibleJoins} ${lastTouchJoin}
    where m.plan_id = r.plan_id and m.talent_id = r.talent_id and m.left_on is null and m.next_due_on <= ${horizon}::date and r.occasion = m.plan_id || ':' || ${countedFrom})`,
  warmth: () =>
    sql`exists (select 1 from touchpoints_view c where c.talent_id = r.talent_id and not c.is_bulk and c.occurred_at >= (r.facts ->> 'lastOn')::date + 1)`,
  content: ({ today }) => sql`not exists (
    select 1 from care_plan_contents pc join care_plans p on p.id = pc.plan_id and p.state = 'running' join content_view c on c.id = pc.content_id
      join care_memberships m on m.plan_id = p.id and m.talent_id = r.talent_id and m.left_on is null
    where pc.content_id = r.source_id and pc.on_date >= ${today}::date - ${CONTENT_LASTS_DAYS}::int and (c.usable_until is null or c.usable_until >= ${today}::date))`,
  task: () => sql`not exists (select 1 from sequence_runs n join sequences s on s.id = n.sequence_id and s.state = 'running'
    where n.id = r.source_id and n.state = 'running' and n.talent_id = r.talent_id and r.occasion = n.id || ':' || n.next_step)`,
  hand_over: () => sql`not exists (select 1 from handovers h where h.id = r.source_id and h.state = 'accepted')`,
};

const among = ({ entityId, talentIds, planId }: Look) => {
  const conditions = [
    sql`r.entity_id = ${entityId}`,
    ...(talentIds === undefined ? [] : [sql`r.talent_id = any(${[...talentIds]}::uuid[])`]),
    ...(planId === undefined ? [] : [sql`r.plan_id = ${planId}`]),
  ];
  return sql.join(conditions, sql` and `);
};

const HIDDEN = sql`not exists (select 1 from talents_view t where t.id = r.talent_id)`;

/** Everything that stands in Today and holds no more, or only what is of these kinds. One statement per kind; may be run any number of times. */
export async function withdrawWhatIsOver(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  look: Look,
  kinds: readonly string[] = Object.keys(OVER),
): Promise<void> {
  for (const [kind, isOver] of Object.entries(OVER).filter(([kind]) => kinds.includes(kind)))
    await close(db, {
      of: look.talentIds,
      when: sql`${among(look)} and r.kind = ${kind} and ${isOver(look)}`,
      now,
      reason: 'no_longer',
    });
  await close(db, { of: look.talentIds, when: sql`${among(look)} and ${HIDDEN}`, now, reason: 'person_hidden' });
}

/** What stands for these people goes, because they may not be contacted; it comes back by itself when they may. */
export const withdrawAllOf = (
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  talentIds: readonly string[],
  reason: CloseReason,
): Promise<unknown> => close(db, { when: sql`r.talent_id = any(${[...talentIds]}::uuid[])`, now, reason });

export const withdrawThese = (
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  reminderIds: readonly string[],
  reason: CloseReason,
): Promise<unknown> => close(db, { when: sql`r.id = any(${[...reminderIds]}::uuid[])`, now, reason });

interface Closing {
  of?: Look['talentIds'];
  when: RawBuilder<unknown>;
  now: Date;
  reason: CloseReason;
}

const close = (db: Db, { of, when, now, reason }: Closing) =>
  sql`
  ${keptPlanFor(of)}with ended as (select r.id from reminders r where r.state in ('open', 'snoozed') and ${when} order by r.id for update of r skip locked)
  update reminders r set state = 'withdrawn', snoozed_until = null, closed_at = ${now}, closed_by = null, close_reason = ${reason}
  from ended where r.id = ended.id`.execute(db);

/** Reminders follow the people: to the owner, to a deputy who stands in, to whoever runs the plan. A promise stays with the one who gave it. */
export async function assignReminders(db: Db, look: Look): Promise<void> {
  await sql`
    ${keptPlanFor(look.talentIds)}with right_one as (
      select r.id, case when r.kind = 'promise' then coalesce(giver.id, ${responsible}) else coalesce(${responsible}, plan_owner.id, seq_owner.id) end as member_id
      from reminders r join talents_view t on t.id = r.talent_id ${responsibleJoins}
        left join promises_view v on r.kind = 'promise' and v.id = r.source_id left join members giver on giver.id = v.owner_id and giver.disabled_at is null
        left join care_plans p on p.id = r.plan_id left join members plan_owner on plan_owner.id = p.owner_id and plan_owner.disabled_at is null
        left join sequence_runs n on r.kind = 'task' and n.id = r.source_id left join sequences s on s.id = n.sequence_id
        left join members seq_owner on seq_owner.id = s.owner_id and seq_owner.disabled_at is null
      where r.state in ('open', 'snoozed') and ${among(look)})
    update reminders r set member_id = o.member_id from right_one o where r.id = o.id and r.member_id is distinct from o.member_id`.execute(
    db,
  );
}
