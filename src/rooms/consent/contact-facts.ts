import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { keptPlanFor } from '#ground/database/kept-plan.ts';
import { DEFAULT_LIMITS } from './contact-defaults.ts';
import { suppressionHash } from './suppression.ts';
import type { ContactFacts, GroundFact, No, Silence, TopicAnswer } from './types-contact.ts';

const BUDGET_DAYS = 30;
const MS_PER_DAY = 86_400_000;

/** Nobody of this house: erased, or somebody of another legal entity. */
export const NOT_HERE: ContactFacts = {
  presence: 'unknown',
  isQuarantined: undefined,
  reach: undefined,
  noMail: undefined,
  silences: undefined,
  objection: undefined,
  grounds: undefined,
  lastNo: undefined,
  channelAnswers: undefined,
  topics: undefined,
  isInBoutique: undefined,
  sent: undefined,
  awaitsReply: undefined,
  limits: undefined,
  firstContactsToday: undefined,
  duty: undefined,
};

/** Everything that decides about contact with these people: a handful of statements, whether one person or a hundred thousand. */
export const listContactFacts = (ctx: Ctx, talentIds: readonly string[]): Promise<Map<string, ContactFacts>> =>
  readFacts(ctx, talentIds, 'with_budget');

/**
 * What stands beyond this moment, for lists: how much somebody got lately, how many first contacts went out today, and whether this
 * installation sends at all, are left aside.
 */
export async function listStandingFacts(ctx: Ctx, talentIds: readonly string[]): Promise<Map<string, ContactFacts>> {
  const facts = await readFacts(ctx, talentIds, 'without_budget');
  return new Map([...facts].map(([id, one]) => [id, { ...one, isQuarantined: false, firstContactsToday: 0 }]));
}

type Budget = 'with_budget' | 'without_budget';

async function readFacts(ctx: Ctx, talentIds: readonly string[], budget: Budget): Promise<Map<string, ContactFacts>> {
  const ids = [...new Set(talentIds)];
  if (ids.length === 0) return new Map();
  const rows = await readRows(ctx, ids, budget);
  const suppressed = await listUnwishedMail(ctx, rows);
  return new Map(rows.map((row) => [row.id, factsFrom(row, suppressed.has(row.id))]));
}

/** Who asked for no more mail, or for nothing at all, under any of their addresses; one statement. */
async function listUnwishedMail(ctx: Ctx, rows: readonly FactsRow[]): Promise<Set<string>> {
  const owned = rows.flatMap(({ id, mails }) =>
    mails.map((value) => ({ id, hash: suppressionHash(ctx, { kind: 'email', value }) })),
  );
  const owners = Map.groupBy(owned, ({ hash }) => hash);
  const found = await sql<{ hash: string }>`
    select distinct hash from suppressions where hash = any(${[...owners.keys()]}::text[])`.execute(ctx.db);
  return new Set(found.rows.flatMap(({ hash }) => owners.get(hash) ?? []).map(({ id }) => id));
}

interface AnswerRow {
  purpose: string;
  topicId: string | null;
  channel: string;
  kind: TopicAnswer['kind'];
  on: string;
  until: string | null;
  isRetired: boolean;
}
interface GroundRow {
  basis: GroundFact['basis'];
  purpose: string;
  eraseOn: string;
  consent: GroundFact['consent'];
}
interface FactsRow {
  id: string;
  presence: ContactFacts['presence'];
  is_quarantined: boolean | null;
  mail: 'working' | 'bounced' | 'none';
  has_phone: boolean;
  has_post: boolean;
  has_link: boolean;
  /** Comparable forms, for the hashes of suppressions. */
  mails: string[];
  silences: Silence[];
  objection: { scope: 'direct_contact' | 'processing'; on: string } | null;
  grounds: GroundRow[];
  answers: AnswerRow[];
  is_boutique: boolean;
  total: number;
  bulk: number;
  awaits_reply: boolean;
  limits: NonNullable<ContactFacts['limits']> | null;
  first_contacts: number;
  duty: { informBy: string; isInformed: boolean } | null;
}

/** Answers, silences and objections of a record that was joined into another one belong to the same human. */
async function readRows({ db, actor, now }: Ctx, ids: string[], budget: Budget): Promise<FactsRow[]> {
  const today = now.toISOString().slice(0, 10);
  const since = new Date(now.getTime() - BUDGET_DAYS * MS_PER_DAY);
  const { rows } = await sql<FactsRow>`
    ${keptPlanFor(ids)}with recursive records(talent_id, record_id) as (
      select w.id, w.id from unnest(${ids}::uuid[]) w(id)
      union all select r.talent_id, m.id from records r join talents m on m.merged_into = r.record_id),
    house as (select (select quarantined_at is not null from instances limit 1) as is_quarantined,
      (select count(*)::int from information_duties where informed_by = ${actor.memberId}::uuid and how = 'first_message'
        and informed_at >= ${today}::date and informed_at < ${today}::date + 1) as first_contacts),
    ${saidOf(ids, today)}
    select w.id,
      case when t.id is null then case when exists (select 1 from held_people h where h.id = w.id and h.entity_id = any(${actor.entityIds}::uuid[])) then 'held' else 'unknown' end
        when t.merged_into is not null then 'merged' when t.deleted_at is not null then 'binned' else 'here' end as presence,
      h.is_quarantined, h.first_contacts,
      case when a.has_working_mail then 'working' when a.has_mail then 'bounced' when t.id is null then 'working' else 'none' end as mail,
      coalesce(a.has_phone, false) as has_phone, coalesce(a.has_profile_link, false) as has_link, t.city is not null and t.street is not null as has_post,
      coalesce(case when t.id is null then (select array[h.email] from held_people h where h.id = w.id and h.email is not null)
        else (select array_agg(m.normal_form) from talent_addresses m where m.talent_id = w.id and m.kind = 'email') end, '{}') as mails,
      coalesce(s.list, '[]') as silences, o.one as objection, coalesce(g.list, '[]') as grounds, coalesce(k.list, '[]') as answers,
      exists (select 1 from pools_view p where p.talent_id = w.id and p.mode = 'boutique') as is_boutique,
      n.total, n.bulk, coalesce(t.last_touch_direction = 'theirs', false) as awaits_reply,
      (select jsonb_build_object('totalPer30Days', l.total_per_30_days, 'bulkPer30Days', l.bulk_per_30_days, 'firstContactsPerDay', l.first_contacts_per_day)
        from contact_limits l where l.entity_id = t.entity_id order by l.version desc limit 1) as limits,
      (select jsonb_build_object('informBy', d.inform_by, 'isInformed', d.informed_at is not null) from information_duties d where d.talent_id = w.id) as duty
    from unnest(${ids}::uuid[]) w(id) cross join house h
    left join talents t on t.id = w.id and t.entity_id = any(${actor.entityIds}::uuid[])
    left join lateral (select * from talent_reach_view v where v.talent_id = w.id offset 0) a on true
    left join silences_of s on s.talent_id = w.id left join objections_of o on o.talent_id = w.id
    left join grounds_of g on g.talent_id = w.id left join answers_of k on k.talent_id = w.id
    cross join lateral (select count(*)::int as total, (count(*) filter (where c.is_bulk))::int as bulk from touchpoints_view c
      where ${budget === 'with_budget'} and c.talent_id = w.id and c.direction = 'ours' and c.channel <> 'application' and c.occurred_at > ${since} and c.occurred_at <= ${now}) n`.execute(
    db,
  );
  return rows;
}

/** What was said and agreed, one line per person and kind; joined records are followed. */
const saidOf = (ids: string[], today: string) => sql`
    answers as materialized (
      select distinct on (r.talent_id, e.purpose, e.topic_id, w.way) r.talent_id, e.purpose, e.topic_id, w.way as channel, e.kind,
        (e.occurred_at at time zone 'UTC')::date as on_date, e.expires_on, t.retired_at is not null as is_retired
      from records r join consent_events e on e.talent_id = r.record_id left join topics t on t.id = e.topic_id
        cross join lateral (select case e.purpose when 'contact_channels' then e.channel else 'all' end as way) w
      order by r.talent_id, e.purpose, e.topic_id, w.way, (e.occurred_at at time zone 'UTC')::date desc, e.created_at desc, e.id desc),
    answers_of as (
      select talent_id, jsonb_agg(jsonb_build_object('purpose', purpose, 'topicId', topic_id, 'channel', channel, 'kind', kind, 'on', on_date, 'until', expires_on, 'isRetired', is_retired)) as list
      from answers group by talent_id),
    silences_of as (
      select r.talent_id, jsonb_agg(jsonb_build_object('from', s.starts_on, 'until', s.ends_on, 'why', s.reason)) as list
      from records r join silences s on s.talent_id = r.record_id where s.ended_at is null and s.ends_on >= ${today}::date group by r.talent_id),
    objections_of as (
      select distinct on (r.talent_id) r.talent_id, jsonb_build_object('scope', o.scope, 'on', (o.raised_at at time zone 'UTC')::date) as one
      from records r join objections o on o.talent_id = r.record_id where o.decided_at is null or o.decision = 'upheld'
      order by r.talent_id, o.scope desc, o.raised_at desc),
    grounds_of as (
      select g.talent_id, jsonb_agg(jsonb_build_object('basis', g.basis, 'purpose', g.purpose, 'eraseOn', g.erase_on, 'consent', case when e.id is null then null else jsonb_build_object(
        'on', (e.occurred_at at time zone 'UTC')::date, 'form', e.form, 'textVersion', x.version, 'channels', coalesce(to_jsonb(x.channels), '[]'),
        'isConfirmed', e.kind = 'confirmed' or e.form in ('portal', 'mail', 'imported')) end)) as list
      from grounds g left join consent_events e on e.id = g.consent_event_id left join consent_texts x on x.id = e.text_id
      where g.talent_id = any(${ids}::uuid[]) and g.ended_at is null group by g.talent_id)`;

const STAYING = new Set(['talent_pool', 'alumni_network', 'contact_network']);

function factsFrom(row: FactsRow, noMail: boolean): ContactFacts {
  if (row.presence === 'unknown') return NOT_HERE;
  const noes = new Map(
    row.answers
      .filter(({ purpose }) => STAYING.has(purpose))
      .flatMap(({ purpose, kind, on }) =>
        kind === 'refused' || kind === 'withdrawn' ? [[purpose, { kind, on }]] : [],
      ),
  );
  const lastNo = latestOf([...noes.values()]);
  return {
    presence: row.presence,
    isQuarantined: row.is_quarantined ?? false,
    reach: {
      mail: row.mail,
      hasPhone: row.has_phone,
      hasPostalAddress: row.has_post,
      hasProfileLink: row.has_link,
    },
    noMail,
    silences: row.silences,
    objection: row.objection,
    grounds: row.grounds.map(({ purpose, consent, ...ground }) => ({
      ...ground,
      consent: consent && { ...consent, isConfirmed: consent.isConfirmed || isConfirmedIn(row.answers, purpose) },
      no: ground.basis === 'consent' ? (noes.get(purpose) ?? null) : lastNo,
    })),
    lastNo,
    ...ownAnswers(row.answers),
    isInBoutique: row.is_boutique,
    sent: { total: row.total, bulk: row.bulk },
    awaitsReply: row.awaits_reply,
    limits: row.limits ?? DEFAULT_LIMITS,
    firstContactsToday: row.first_contacts,
    duty: row.duty,
  };
}

/** Confirmed later than given. Found here and not in the statement, whose planner would look through all answers for every ground. */
const isConfirmedIn = (answers: readonly AnswerRow[], purpose: string): boolean =>
  answers.some(
    (one) => one.purpose === purpose && one.topicId === null && one.channel === 'all' && one.kind === 'confirmed',
  );

const latestOf = (noes: readonly No[]): No | null =>
  noes.reduce<No | null>((latest, no) => (latest === null || no.on > latest.on ? no : latest), null);

/** What was said about one way of contact, and about each topic. */
function ownAnswers(answers: readonly AnswerRow[]): Pick<ContactFacts, 'channelAnswers' | 'topics'> {
  const ways = answers.filter(({ purpose }) => purpose === 'contact_channels');
  const topics = answers.filter(({ purpose }) => purpose === 'newsletter');
  return {
    channelAnswers: Object.fromEntries(
      ways.map(({ channel, kind, on }) => [channel, { isYes: kind === 'given' || kind === 'confirmed', on }]),
    ),
    topics: Object.fromEntries(
      topics.flatMap(({ topicId, kind, on, until, isRetired }) =>
        topicId === null ? [] : [[topicId, { kind, on, until, isRetired }]],
      ),
    ),
  };
}
