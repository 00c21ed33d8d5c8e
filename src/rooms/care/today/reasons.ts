import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { daysBetween } from '../cadence.ts';
import type { Reason } from '../schema-today.ts';
import type { ReminderKind } from '../types.ts';
import type { Morning } from './standing.ts';
import { standing } from './standing.ts';

interface ReasonRow {
  id: string;
  talent_id: string;
  kind: ReminderKind;
  due_on: string;
  /** Facts that were written down with the reminder. */
  facts: Record<string, unknown>;
  /** Words that stand where they belong and are read each time. */
  told: Record<string, unknown> | null;
}

/** All reasons of these people that stand for the member, the most urgent first; one statement with the words of every kind. */
export async function listReasons(
  ctx: Ctx,
  morning: Morning,
  talentIds: readonly string[],
): Promise<Map<string, Reason[]>> {
  const which = sql`select s.id, s.talent_id, s.kind, s.due_on, s.source_id, s.rank from (${standing(ctx, morning)}) s where s.talent_id = any(${[...talentIds]}::uuid[])`;
  return reasonsFrom(ctx, which, morning.today);
}

/** @param which rows `id, talent_id, kind, due_on, source_id, rank` */
export async function reasonsFrom(
  { db, actor }: Ctx,
  which: RawBuilder<unknown>,
  today: string,
): Promise<Map<string, Reason[]>> {
  const topicName = actor.language === 'en' ? sql`o.name_en` : sql`o.name_de`;
  const { rows } = await sql<ReasonRow>`
    with wanted as materialized (${which})
    select s.id, s.talent_id, s.kind, s.due_on::text as due_on, r.facts, case s.kind
      when 'promise' then (select jsonb_build_object('promiseId', v.id, 'what', v.what, 'givenOn', (v.given_at at time zone 'UTC')::date) from promises_view v where v.id = s.source_id)
      when 'reply' then (select jsonb_build_object('words', left(coalesce(c.body, c.subject), 400), 'channel', c.channel, 'since', c.occurred_at::date) from touchpoints_view c where c.id = s.source_id)
      when 'life_event' then (select jsonb_build_object('eventKind', l.kind, 'note', l.note, 'since', l.on_date, 'isYearly', l.is_yearly) from life_events l where l.id = s.source_id)
      when 'hand_over' then (select jsonb_build_object('handoverId', h.id, 'fromName', m.name, 'introduction', h.introduction)
        from handovers h join members m on m.id = h.from_member where h.id = s.source_id)
      when 'come_back' then (select jsonb_build_object('reasonKind', n.reason_kind, 'reason', n.reason) from not_nows n where n.id = s.source_id)
      when 'task' then (select jsonb_build_object('sequenceId', q.id, 'sequenceName', q.name, 'runId', n.id, 'steps', q.steps) from sequence_runs n join sequences q on q.id = n.sequence_id where n.id = s.source_id)
      when 'cadence' then (select jsonb_build_object('planId', p.id, 'planName', p.name) from care_plans p where p.id = r.plan_id)
      when 'content' then (select jsonb_build_object('planId', p.id, 'planName', p.name, 'contentId', c.id, 'contentKind', c.kind, 'title', c.title, 'summary', c.summary, 'link', c.link,
        'topicName', (select ${topicName} from topics o where o.id = nullif(r.facts -> 'because' ->> 'topicId', '')::uuid)) from care_plans p, content_view c where p.id = r.plan_id and c.id = s.source_id)
      else '{}' end as told
    from wanted s join reminders r on r.id = s.id order by s.talent_id, s.rank, s.due_on, s.id`.execute(db);
  const reasons = new Map<string, Reason[]>();
  for (const row of rows) {
    const one = reasonOf(row, today);
    if (one) reasons.set(row.talent_id, [...(reasons.get(row.talent_id) ?? []), one]);
  }
  return reasons;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** Undefined when what the reminder is about has gone since; the next daily work withdraws it. */
function reasonOf(row: ReasonRow, today: string): Reason | undefined {
  const { id: reminderId, due_on: dueOn, facts, told, kind } = row;
  if (told === null) return undefined;
  const common = { reminderId, dueOn, overdueDays: Math.max(0, daysBetween(dueOn, today)) };
  const make = MAKERS[kind];
  // The facts come from the statement above, kind by kind; the contract's schema checks them once more on the way out.
  return { kind, ...common, ...make({ facts, told, today }) } as Reason;
}

interface Told {
  facts: Record<string, unknown>;
  told: Record<string, unknown>;
  today: string;
}

const MAKERS: Record<ReminderKind, (row: Told) => object> = {
  promise: ({ told }) => ({ promiseId: told.promiseId, what: text(told.what), givenOn: told.givenOn }),
  reply: ({ told }) => ({ since: told.since, channel: text(told.channel), words: textOrNull(told.words) }),
  life_event: ({ facts, told }) => ({
    eventKind: told.eventKind,
    onDate: facts.onDate,
    years:
      told.isYearly === true ? Number(text(facts.onDate).slice(0, 4)) - Number(text(told.since).slice(0, 4)) : null,
    note: textOrNull(told.note),
  }),
  consent_ends: ({ facts, today }) => ({ endsOn: facts.endsOn, daysLeft: daysBetween(today, text(facts.endsOn)) }),
  hand_over: ({ told }) => ({
    handoverId: told.handoverId,
    fromName: text(told.fromName),
    introduction: text(told.introduction),
  }),
  come_back: ({ facts, told }) => ({
    reasonKind: told.reasonKind,
    reason: textOrNull(told.reason),
    saidOn: facts.saidOn,
  }),
  task: taskFacts,
  cadence: ({ facts, told }) => ({
    planId: told.planId,
    planName: text(told.planName),
    everyDays: number(facts.everyDays),
    countedFrom: facts.countedFrom,
    lastChannel: textOrNull(facts.lastChannel),
  }),
  warmth: ({ facts }) => ({ wasStep: number(facts.wasStep), isStep: number(facts.isStep), lastOn: facts.lastOn }),
  content: contentFacts,
};

function taskFacts({ facts, told }: Told) {
  const steps = Array.isArray(told.steps) ? told.steps : [];
  const index = number(facts.step);
  const step: { kind?: unknown; title?: unknown; text?: unknown } = steps[index] ?? {};
  return {
    sequenceId: told.sequenceId,
    sequenceName: text(told.sequenceName),
    runId: told.runId,
    stepKind: step.kind,
    title: text(step.title),
    text: textOrNull(step.text),
    stepNumber: index + 1,
    stepCount: steps.length,
  };
}

function contentFacts({ facts, told }: Told) {
  const because = (facts.because ?? {}) as { kind?: unknown; name?: unknown };
  return {
    planId: told.planId,
    planName: text(told.planName),
    contentId: told.contentId,
    contentKind: told.contentKind,
    title: text(told.title),
    summary: text(told.summary),
    link: textOrNull(told.link),
    because: { kind: because.kind, name: textOrNull(told.topicName) ?? text(because.name) },
  };
}
