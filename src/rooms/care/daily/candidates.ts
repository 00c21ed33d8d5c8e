import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { CONSENT_ENDS_WITHIN_DAYS } from '../types.ts';
import { lastTouchJoin, responsible, responsibleJoins, zone } from '../whose.ts';
import { countedFrom } from './due-sql.ts';

/** What the daily work looks at. */
export interface Look {
  entityId: string;
  /** The day of the legal entity. */
  today: string;
  /** The last day that it is anywhere: reminders lie ready when a colleague's day begins, wherever that is. */
  horizon: string;
  /** What became due since then and was not seen, because nothing ran. */
  since: string;
  /** Only these people; absent: everybody. */
  talentIds?: readonly string[] | undefined;
  /** Only what this plan asks for. */
  planId?: string | undefined;
}

/**
 * Rows `talent_id, occasion, member_id, plan_id, source_id, due_on, facts, channels`: who would have to be reminded of. The occasion makes
 * a reminder one; `channels` are the ways that would do, null for any.
 */
export type Candidates = RawBuilder<unknown>;

/** What somebody wrote longer ago is no answer that waits, but a silence: a rhythm names it. */
const REPLY_WAITS_DAYS = 30;
/** A content is worth a word for three weeks. */
export const CONTENT_LASTS_DAYS = 21;
/** What is later than this by a life event's day is over. */
const LIFE_EVENT_LASTS_DAYS = 30;

const within = ({ entityId, talentIds }: Look): RawBuilder<unknown> =>
  talentIds === undefined
    ? sql`t.entity_id = ${entityId}`
    : sql`t.entity_id = ${entityId} and t.id = any(${[...talentIds]}::uuid[])`;

/** About `care_plans p`. */
const ofPlan = ({ planId }: Look): RawBuilder<unknown> => (planId === undefined ? sql`true` : sql`p.id = ${planId}`);

const NOBODY_ELSE = sql`null::uuid as plan_id, null::text[] as channels`;

export const promisesDue = (look: Look): Candidates => sql`
  select v.talent_id, v.id::text as occasion, coalesce(giver.id, ${responsible}) as member_id, v.id as source_id, v.due_on,
    jsonb_build_object('givenOn', (v.given_at at time zone 'UTC')::date) as facts, ${NOBODY_ELSE}
  from promises_view v join talents_view t on t.id = v.talent_id ${responsibleJoins}
    left join members giver on giver.id = v.owner_id and giver.disabled_at is null
  where v.kept_at is null and v.due_on <= ${look.horizon}::date and ${within(look)}`;

/** What they wrote first after our last word; a second letter is no second occasion, and a call is a talk already. */
export const repliesWaiting = (look: Look): Candidates => sql`
  select t.id as talent_id, word.id::text as occasion, ${responsible} as member_id, word.id as source_id, (word.occurred_at at time zone ${zone})::date as due_on,
    jsonb_build_object('channel', word.channel) as facts, ${NOBODY_ELSE}
  from talents_view t join entities e on e.id = t.entity_id ${responsibleJoins}
    cross join lateral (select max(c.occurred_at) as at from touchpoints_view c where c.talent_id = t.id and not c.is_bulk and c.direction = 'ours') ours
    cross join lateral (
      select c.id, c.occurred_at, c.channel from touchpoints_view c
      where c.talent_id = t.id and not c.is_bulk and c.direction = 'theirs' and c.channel in ('mail', 'message', 'linkedin', 'xing', 'letter', 'portal')
        and c.occurred_at > coalesce(ours.at, '-infinity') and c.occurred_at >= ${look.today}::date - ${REPLY_WAITS_DAYS}::int
      order by c.occurred_at, c.id limit 1) word
  where t.last_touch_at >= ${look.today}::date - ${REPLY_WAITS_DAYS}::int and ${within(look)}`;

/** Only for people somebody looks after: of all others the number stands in Today. */
export const consentsEnding = (look: Look): Candidates => sql`
  select t.id as talent_id, t.erase_on::text as occasion, ${responsible} as member_id, null::uuid as source_id,
    t.erase_on - ${CONSENT_ENDS_WITHIN_DAYS}::int as due_on, jsonb_build_object('endsOn', t.erase_on) as facts, ${NOBODY_ELSE}
  from talents_view t ${responsibleJoins}
  where t.erase_on between ${look.today}::date and ${look.horizon}::date + ${CONSENT_ENDS_WITHIN_DAYS}::int and ${responsible} is not null and ${within(look)}`;

/** Days before the day itself: what takes preparing is named early. Kept in step with `LEAD_DAYS` of the person's page. */
const leadDays = sql`(case l.kind when 'graduation' then 30 when 'contract_end' then 60 when 'notice_period_end' then 14 when 'project_end' then 30 else 0 end)`;

/** 29 February is kept on the 28th in a year without one. */
export const lifeEventsDue = (look: Look): Candidates => sql`
  select l.talent_id, l.id || ':' || day.on_date as occasion, ${responsible} as member_id, l.id as source_id, day.on_date - ${leadDays} as due_on,
    jsonb_build_object('onDate', day.on_date) as facts, ${NOBODY_ELSE}
  from life_events l join talents_view t on t.id = l.talent_id ${responsibleJoins}
    cross join lateral (
      select case when l.is_yearly then make_date(y, extract(month from l.on_date)::int, 1)
        + least(extract(day from l.on_date)::int, extract(day from make_date(y, extract(month from l.on_date)::int, 1) + interval '1 month' - interval '1 day')::int) - 1
        else l.on_date end as on_date
      from generate_series(case when l.is_yearly then extract(year from ${look.since}::date)::int - 1 else 0 end,
        case when l.is_yearly then extract(year from ${look.horizon}::date)::int + 1 else 0 end) y) day
  where day.on_date >= least(${look.since}::date, ${look.today}::date - ${LIFE_EVENT_LASTS_DAYS}::int) and day.on_date >= l.on_date
    and day.on_date - ${leadDays} <= ${look.horizon}::date and ${within(look)}`;

export const comeBacks = (look: Look): Candidates => sql`
  select n.talent_id, n.id::text as occasion, ${responsible} as member_id, n.id as source_id, n.come_back_on as due_on,
    jsonb_build_object('saidOn', (n.recorded_at at time zone 'UTC')::date) as facts, ${NOBODY_ELSE}
  from not_nows n join talents_view t on t.id = n.talent_id ${responsibleJoins}
  where n.ended_at is null and n.come_back_on <= ${look.horizon}::date and ${within(look)}`;

/** The occasion is the contact (or the day) that the rhythm counts from: however the date moves, it is one reminder. */
export const cadencesDue = (look: Look): Candidates => sql`
  select m.talent_id, m.plan_id || ':' || ${countedFrom} as occasion, coalesce(${responsible}, plan_owner.id) as member_id, null::uuid as source_id,
    m.next_due_on as due_on, m.plan_id, p.channels,
    jsonb_build_object('everyDays', coalesce(m.every_days, p.every_days), 'countedFrom', ${countedFrom}, 'lastChannel', touch.channel) as facts
  from care_memberships m join care_plans p on p.id = m.plan_id join talents_view t on t.id = m.talent_id join entities e on e.id = t.entity_id
    ${responsibleJoins} left join members plan_owner on plan_owner.id = p.owner_id and plan_owner.disabled_at is null ${lastTouchJoin}
  where m.left_on is null and m.next_due_on <= ${look.horizon}::date and p.state = 'running' and ${ofPlan(look)} and ${within(look)}`;

/**
 * Who was warm or close thirty days ago and has fallen a step since: the formula of the line (`warmth-over-time.ts`), over everybody
 * somebody looks after. A test holds both together.
 */
export const warmthFalling = (look: Look): Candidates => sql`
  select w.talent_id, 'since ' || w.last_on as occasion, w.member_id, null::uuid as source_id, ${look.today}::date as due_on,
    jsonb_build_object('wasStep', w.was_step, 'isStep', w.is_step, 'lastOn', w.last_on) as facts, ${NOBODY_ELSE}
  from (
    select f.talent_id, f.member_id, f.last_on, ${stepOf(sql`f.is_warm`)} as is_step, ${stepOf(sql`f.was_warm`)} as was_step from (
      select t.id as talent_id, ${responsible} as member_id, max(c.on_date) filter (where not c.is_bulk) as last_on,
        ${warmthOn(sql`c.today`)} as is_warm, ${warmthOn(sql`(c.today - 30)`)} as was_warm
      from talents_view t ${responsibleJoins}
        join (select v.talent_id, v.is_bulk, v.occurred_at::date as on_date, ${look.today}::date as today,
            case when v.is_bulk then 0.05 when v.direction = 'ours' then 0.36 else 0.42 end::float8 as weight
          from touchpoints_view v where v.occurred_at >= ${look.today}::date - 730 and v.occurred_at < ${look.today}::date + 1) c on c.talent_id = t.id
      where ${responsible} is not null and t.last_touch_at >= ${look.today}::date - 365 and ${within(look)}
      group by t.id, own.id, dep.id) f) w
  where w.was_step >= 4 and w.is_step < w.was_step and w.last_on is not null`;

/** Noisy-or of all contacts until a day, each with a half-life of 90 days. */
const warmthOn = (day: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(1 - exp(coalesce(sum(ln(1 - c.weight * power(2, (c.on_date - ${day}) / 90.0::float8))) filter (where c.on_date <= ${day}), 0)))`;

const stepOf = (warmth: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(1 + case when ${warmth} >= 0.58 then 4 when ${warmth} >= 0.4 then 3 when ${warmth} >= 0.24 then 2 when ${warmth} >= 0.1 then 1 else 0 end)`;

/** What the plan tells these weeks and what the person asked or stands for; only by a human, so nothing that goes to all by mail. */
export const contentsThatFit = (look: Look): Candidates => sql`
  select m.talent_id, c.id::text as occasion, ${responsible} as member_id, c.id as source_id, pc.on_date as due_on, m.plan_id, p.channels,
    jsonb_build_object('because', jsonb_build_object('kind', because.kind, 'name', because.name, 'topicId', because.topic_id)) as facts
  from care_plan_contents pc join care_plans p on p.id = pc.plan_id and p.state = 'running' join content_view c on c.id = pc.content_id
    join care_memberships m on m.plan_id = p.id and m.left_on is null and (m.paused_until is null or m.paused_until < ${look.today}::date)
      and not exists (select 1 from not_nows n where n.talent_id = m.talent_id and n.ended_at is null and n.come_back_on > ${look.today}::date)
    join talents_view t on t.id = m.talent_id and (t.language is null or t.language = c.language) ${responsibleJoins}
    cross join lateral (${becauseOf}) because
  where pc.on_date between ${look.today}::date - ${CONTENT_LASTS_DAYS}::int and ${look.horizon}::date and pc.channel not in ('newsletter', 'portal')
    and ${responsible} is not null and ${ofPlan(look)} and ${within(look)}`;

/** Why content `c` is for person `t`: an interest or a skill it names, or a topic the person chose. */
export const becauseOf = sql`
  select * from (
    (select 'interest' as kind, s.name, null::uuid as topic_id from talent_skills_view s
      where s.talent_id = t.id and not s.is_proposed and s.folded_name = any(c.keywords) order by s.kind, s.name limit 1)
    union all
    (select 'topic', o.name_de, o.id from consent_view v join topics o on o.id = v.topic_id
      where v.talent_id = t.id and v.purpose = 'newsletter' and v.kind in ('given', 'confirmed') and v.topic_id = any(c.topic_ids) order by o.id limit 1)) fit
  order by fit.kind limit 1`;

/** Steps of sequences that a human does; the way of the step has to be allowed. */
export const tasksDue = (look: Look): Candidates => sql`
  select r.talent_id, r.id || ':' || r.next_step as occasion, coalesce(${responsible}, seq_owner.id) as member_id, r.id as source_id, r.next_on as due_on,
    jsonb_build_object('step', r.next_step) as facts, null::uuid as plan_id,
    array[case s.steps -> r.next_step ->> 'kind' when 'call' then 'phone' else s.steps -> r.next_step ->> 'kind' end] as channels
  from sequence_runs r join sequences s on s.id = r.sequence_id and s.state = 'running' join talents_view t on t.id = r.talent_id ${responsibleJoins}
    left join members seq_owner on seq_owner.id = s.owner_id and seq_owner.disabled_at is null
  where r.state = 'running' and r.next_on <= ${look.horizon}::date and (s.steps -> r.next_step ->> 'send') is null and ${within(look)}`;

/** Whoever took somebody over introduces themselves. */
export const handoversAccepted = (look: Look): Candidates => sql`
  select p.talent_id, h.id::text as occasion, h.to_member as member_id, h.id as source_id, (h.answered_at at time zone 'UTC')::date as due_on, '{}'::jsonb as facts, ${NOBODY_ELSE}
  from handovers h join handover_people p on p.handover_id = h.id join talents_view t on t.id = p.talent_id and t.owner_id = h.to_member
  where h.state = 'accepted' and h.answered_at >= ${look.today}::date - 30 and ${within(look)}`;
