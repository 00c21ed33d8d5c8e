import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { allow } from '#rooms/accounts/index.ts';
import { keepPromiseOf } from '#rooms/talents/index.ts';
import { refreshDatesOf } from '../daily/touched.ts';
import { offerOne } from '../handover/offer.ts';
import { todayOf } from '#ground/calendar.ts';
import { meOf } from '../member.ts';
import { noteNotNow } from '../person/not-now.ts';
import type { DayAhead, NotNowInput } from '../schema-parts.ts';
import type { Acted } from '../schema-today.ts';
import { doStepOf, stopRunsOf } from '../sequences/runs.ts';
import type { ReminderKind } from '../types.ts';
import type { Before, StandingReminder } from './act-rows.ts';
import { asTheyWere, lockStanding, setReminders, writeAct } from './act-rows.ts';
import { dayAheadOf } from './day-ahead.ts';

/** What stays although the person was dealt with: something was promised, somebody waits, a permission ends, a task is a task. */
const STAYS: readonly ReminderKind[] = ['promise', 'reply', 'consent_ends', 'task'];
/** "Not now" does not make these undone: they wait until then. */
const WAITS: readonly ReminderKind[] = ['promise', 'reply', 'consent_ends'];

/**
 * Done, without a contact to log. The person's rhythms count again from today; a promise is kept; a step of a sequence is behind.
 * @throws AppError care.reminder_missing, care.acted_already
 */
export async function doneWith(ctx: Ctx, reminderId: string, note: string): Promise<Acted> {
  allow(ctx.actor, 'care.work');
  return inTransaction(ctx, async (ctx) => {
    const [named, ...others] = await lockStanding(ctx, reminderId);
    const closed = [named, ...others.filter(({ kind }) => !STAYS.includes(kind))];
    const before: Before = { reminders: asTheyWere(closed), ...(await effectsOfDone(ctx, named, closed)) };
    await setReminders(
      ctx,
      closed.map(({ id }) => id),
      { state: 'done', reason: note || null },
    );
    const acted = await writeAct(ctx, { kind: 'done', talentId: named.talent_id, before, on: null });
    await refreshDatesOf(ctx, [named.talent_id]);
    return acted;
  });
}

async function effectsOfDone(
  ctx: Ctx,
  named: StandingReminder,
  closed: StandingReminder[],
): Promise<Omit<Before, 'reminders'>> {
  const { kind, talent_id: talentId, source_id: sourceId } = named;
  const effects: Omit<Before, 'reminders'> = { memberships: await countAgain(ctx, talentId) };
  if (kind === 'promise' && sourceId) effects.talentActs = [(await keepPromiseOf(ctx, talentId, sourceId)).actId];
  if (kind === 'task' && sourceId) {
    effects.runs = await runsOf(ctx, talentId);
    await doStepOf(ctx, sourceId, todayOf(ctx));
  }
  const answered = closed.flatMap((one) => (one.kind === 'come_back' && one.source_id ? [one.source_id] : []));
  if (answered.length > 0) {
    effects.endedNotNows = answered;
    await sql`update not_nows set ended_at = ${ctx.now} where id = any(${answered}::uuid[]) and ended_at is null`.execute(
      ctx.db,
    );
  }
  return effects;
}

/** @returns the memberships as they were */
async function countAgain(ctx: Ctx, talentId: string): Promise<Before['memberships']> {
  const { rows } = await sql<{ plan_id: string; counted_from: string | null }>`
    with old as (select m.plan_id, m.talent_id, m.counted_from from care_memberships m where m.talent_id = ${talentId} and m.left_on is null order by m.plan_id for update)
    update care_memberships m set counted_from = ${todayOf(ctx)}::date from old where m.plan_id = old.plan_id and m.talent_id = old.talent_id
    returning m.plan_id, old.counted_from::text as counted_from`.execute(ctx.db);
  return rows;
}

async function runsOf({ db }: Ctx, talentId: string): Promise<object[]> {
  const { rows } = await sql<{ row: object }>`
    select to_jsonb(r) as row from sequence_runs r where r.talent_id = ${talentId} and r.state = 'running' order by r.id for update`.execute(
    db,
  );
  return rows.map(({ row }) => row);
}

/**
 * Later: everything that stands for this person waits until then.
 * @throws AppError care.reminder_missing, care.acted_already, care.words_not_understood, care.day_is_past, care.day_too_far
 */
export async function snoozeUntil(ctx: Ctx, reminderId: string, named: DayAhead): Promise<Acted> {
  allow(ctx.actor, 'care.work');
  const on = dayAheadOf(named, todayOf(ctx));
  return inTransaction(ctx, async (ctx) => {
    const standing = await lockStanding(ctx, reminderId);
    await setReminders(
      ctx,
      standing.map(({ id }) => id),
      { state: 'snoozed', snoozedUntil: on, reason: null },
    );
    const before: Before = { reminders: asTheyWere(standing) };
    return writeAct(ctx, { kind: 'snooze', talentId: standing[0].talent_id, before, on });
  });
}

/**
 * Not now, because …; come back on … No rhythm asks before that day, and sequences stop.
 * @throws AppError as {@link snoozeUntil}
 */
export async function notNow(ctx: Ctx, reminderId: string, input: NotNowInput): Promise<Acted> {
  allow(ctx.actor, 'care.work');
  const on = dayAheadOf(input.comeBack, todayOf(ctx));
  return inTransaction(ctx, async (ctx) => {
    const [named, ...others] = await lockStanding(ctx, reminderId);
    const { talent_id: talentId } = named;
    const closed = [named, ...others].filter(({ kind }) => !WAITS.includes(kind));
    const waiting = WAITS.includes(named.kind) ? [named] : [];
    const runs = await runsOf(ctx, talentId);
    await stopRunsOf(ctx, [talentId], 'by_hand');
    const { notNowId, endedNotNows } = await noteNotNow(ctx, talentId, { ...input, comeBackOn: on });
    await setReminders(
      ctx,
      closed.map(({ id }) => id),
      { state: 'not_now', reason: input.reasonKind },
    );
    await setReminders(
      ctx,
      waiting.map(({ id }) => id),
      { state: 'snoozed', snoozedUntil: on, reason: null },
    );
    const before: Before = { reminders: asTheyWere([...waiting, ...closed]), runs, notNowId, endedNotNows };
    const acted = await writeAct(ctx, { kind: 'not_now', talentId, before, on });
    await refreshDatesOf(ctx, [talentId]);
    return acted;
  });
}

/**
 * Offers the person to a colleague; until the answer everything that stands for them waits.
 * @throws AppError care.reminder_missing, care.acted_already, and what an offer refuses
 */
export async function handOver(
  ctx: Ctx,
  reminderId: string,
  offer: { toMemberId: string; introduction: string },
): Promise<Acted> {
  allow(ctx.actor, 'care.hand_over');
  return inTransaction(ctx, async (ctx) => {
    const standing = await lockStanding(ctx, reminderId);
    const { talent_id: talentId, entity_id: entityId } = standing[0];
    const { handoverId, acceptBy } = await offerOne(ctx, { ...offer, talentId, entityId, offeredBy: meOf(ctx.actor) });
    await setReminders(
      ctx,
      standing.map(({ id }) => id),
      { state: 'snoozed', snoozedUntil: acceptBy, reason: 'offered' },
    );
    const before: Before = { reminders: asTheyWere(standing), handoverId };
    return writeAct(ctx, { kind: 'hand_over', talentId, before, on: acceptBy });
  });
}
