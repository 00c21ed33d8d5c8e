import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { invalid, notFound } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/index.ts';
import { inYear, plusDays } from '../cadence.ts';
import * as due from '../daily/candidates.ts';
import { remind } from '../daily/remind.ts';
import { looksFor } from '../daily/touched.ts';
import { withdrawWhatIsOver } from '../daily/withdraw.ts';
import { todayOf } from '#ground/calendar.ts';
import type { LifeEvent, LifeEventInput } from '../schema-person.ts';
import type { LifeEventKind } from '../types.ts';
import { lockPerson } from './lock.ts';

/** Days before the day itself: what takes preparing is named early. */
export const LEAD_DAYS: Record<LifeEventKind, number> = {
  graduation: 30,
  contract_end: 60,
  notice_period_end: 14,
  project_end: 30,
  anniversary: 0,
  other: 0,
};
/** Dates outside of a life are slips of the finger. */
const [EARLIEST, LATEST_IN_YEARS] = ['1940-01-01', 20];

/** When Today names it next; null when it is over. */
export function remindsOn(
  { kind, onDate, isYearly }: Pick<LifeEventInput, 'kind' | 'onDate' | 'isYearly'>,
  today: string,
): string | null {
  const lead = LEAD_DAYS[kind];
  const year = Number(today.slice(0, 4));
  const days = isYearly ? [inYear(onDate, year), inYear(onDate, year + 1), inYear(onDate, year + 2)] : [onDate];
  const next = days.map((day) => (day >= onDate ? plusDays(day, -lead) : '')).find((day) => day >= today);
  return next ?? null;
}

interface LifeEventRow {
  id: string;
  kind: LifeEventKind;
  on_date: string;
  is_yearly: boolean;
  note: string | null;
}

export async function listLifeEvents(ctx: Ctx, talentId: string): Promise<LifeEvent[]> {
  const { rows } = await sql<LifeEventRow>`
    select l.id, l.kind, l.on_date::text as on_date, l.is_yearly, l.note from life_events l where l.talent_id = ${talentId} order by l.on_date, l.id limit 100`.execute(
    ctx.db,
  );
  return rows.map((row) => lifeEventOf(row, todayOf(ctx)));
}

const lifeEventOf = (
  { id, kind, on_date: onDate, is_yearly: isYearly, note }: LifeEventRow,
  today: string,
): LifeEvent => ({
  id,
  kind,
  onDate,
  isYearly,
  note,
  remindsOn: remindsOn({ kind, onDate, isYearly }, today),
});

/** @throws AppError care.person_missing, care.day_not_in_a_life */
export async function createLifeEvent(ctx: Ctx, talentId: string, input: LifeEventInput): Promise<LifeEvent> {
  allow(ctx.actor, 'care.work');
  refuseOddDay(input, todayOf(ctx));
  return inTransaction(ctx, async (ctx) => {
    await lockPerson(ctx, talentId);
    const row = { id: newId(ctx.now.getTime()), ...columnsOf(input) };
    await ctx.db
      .insertInto('life_events')
      .values({ ...row, talent_id: talentId, created_by: ctx.actor.memberId, created_at: ctx.now })
      .execute();
    await remindOf(ctx, talentId);
    return lifeEventOf(row, todayOf(ctx));
  });
}

/** @throws AppError care.person_missing, care.life_event_missing, care.day_not_in_a_life */
export async function editLifeEvent(
  ctx: Ctx,
  { talentId, lifeEventId }: { talentId: string; lifeEventId: string },
  input: LifeEventInput,
): Promise<LifeEvent> {
  allow(ctx.actor, 'care.work');
  refuseOddDay(input, todayOf(ctx));
  return inTransaction(ctx, async (ctx) => {
    await lockPerson(ctx, talentId);
    const changed = await ctx.db
      .updateTable('life_events')
      .set(columnsOf(input))
      .where('id', '=', lifeEventId)
      .where('talent_id', '=', talentId)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) throw notFound('care.life_event_missing');
    await remindOf(ctx, talentId);
    return lifeEventOf({ id: lifeEventId, ...columnsOf(input) }, todayOf(ctx));
  });
}

/** @throws AppError care.person_missing, care.life_event_missing */
export async function deleteLifeEvent(
  ctx: Ctx,
  { talentId, lifeEventId }: { talentId: string; lifeEventId: string },
): Promise<void> {
  allow(ctx.actor, 'care.work');
  await inTransaction(ctx, async (ctx) => {
    await lockPerson(ctx, talentId);
    const gone = await ctx.db
      .deleteFrom('life_events')
      .where('id', '=', lifeEventId)
      .where('talent_id', '=', talentId)
      .executeTakeFirst();
    if (gone.numDeletedRows === 0n) throw notFound('care.life_event_missing');
    await remindOf(ctx, talentId);
  });
}

function refuseOddDay({ onDate }: LifeEventInput, today: string) {
  const latest = inYear(today, Number(today.slice(0, 4)) + LATEST_IN_YEARS);
  if (onDate < EARLIEST || onDate > latest) throw invalid('care.day_not_in_a_life', { on: onDate });
}

const columnsOf = ({ kind, onDate, isYearly, note }: LifeEventInput) => ({
  kind,
  on_date: onDate,
  is_yearly: isYearly,
  note: note || null,
});

/** What is due already stands in Today at once. */
async function remindOf(ctx: Ctx, talentId: string) {
  for (const { ctx: own, look } of await looksFor(ctx, [talentId])) {
    await withdrawWhatIsOver(own, look);
    await remind(own, 'life_event', due.lifeEventsDue(look), look);
  }
}
