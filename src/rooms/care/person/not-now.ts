import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { notFound } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/index.ts';
import { lookAgainAt } from '../daily/look-again.ts';
import { refreshDatesOf } from '../daily/touched.ts';
import { todayOf } from '#ground/calendar.ts';
import type { NotNowInput } from '../schema-parts.ts';
import { stopRunsOf } from '../sequences/runs.ts';
import { dayAheadOf } from '../today/day-ahead.ts';
import { lockPerson } from './lock.ts';

interface Answer extends Pick<NotNowInput, 'reasonKind' | 'reason'> {
  comeBackOn: string;
}

/** The newest answer holds; an older one ends. */
export async function noteNotNow(ctx: Ctx, talentId: string, { reasonKind, reason, comeBackOn }: Answer) {
  const { rows } = await sql<{ id: string }>`
    update not_nows set ended_at = ${ctx.now} where talent_id = ${talentId} and ended_at is null returning id`.execute(
    ctx.db,
  );
  const notNowId = newId(ctx.now.getTime());
  await ctx.db
    .insertInto('not_nows')
    .values({
      id: notNowId,
      talent_id: talentId,
      reason_kind: reasonKind,
      reason: reason || null,
      come_back_on: comeBackOn,
      recorded_by: ctx.actor.memberId,
      recorded_at: ctx.now,
    })
    .execute();
  return { notNowId, endedNotNows: rows.map(({ id }) => id) };
}

/**
 * "Not now" from the person's page, without a reminder.
 * @throws AppError care.person_missing, care.words_not_understood, care.day_is_past, care.day_too_far
 */
export async function setNotNowOf(ctx: Ctx, talentId: string, input: NotNowInput): Promise<{ comeBackOn: string }> {
  allow(ctx.actor, 'care.work');
  const comeBackOn = dayAheadOf(input.comeBack, todayOf(ctx));
  return inTransaction(ctx, async (ctx) => {
    await lockPerson(ctx, talentId);
    await noteNotNow(ctx, talentId, { ...input, comeBackOn });
    await putAway(ctx, talentId, input.reasonKind);
    await stopRunsOf(ctx, [talentId], 'by_hand');
    await refreshDatesOf(ctx, [talentId]);
    return { comeBackOn };
  });
}

/** @throws AppError care.person_missing, care.no_answer_holds */
export async function endNotNowOf(ctx: Ctx, talentId: string): Promise<void> {
  allow(ctx.actor, 'care.work');
  await inTransaction(ctx, async (ctx) => {
    await lockPerson(ctx, talentId);
    const ended = await ctx.db
      .updateTable('not_nows')
      .set({ ended_at: ctx.now })
      .where('talent_id', '=', talentId)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (ended.numUpdatedRows === 0n) throw notFound('care.no_answer_holds');
    await bringBack(ctx, talentId);
    await lookAgainAt(ctx, [talentId]);
  });
}

/** What stands for the person is answered by it, except what was promised, what waits for an answer, and a permission that ends. */
const putAway = ({ db, now, actor }: Ctx, talentId: string, reason: string) =>
  sql`
  update reminders set state = 'not_now', snoozed_until = null, closed_at = ${now}, closed_by = ${actor.memberId}::uuid, close_reason = ${reason}
  where talent_id = ${talentId} and state in ('open', 'snoozed') and kind not in ('promise', 'reply', 'consent_ends')`.execute(
    db,
  );

/** What the answer had put away comes back, if it still holds. */
const bringBack = ({ db, now }: Ctx, talentId: string) =>
  sql`
  update reminders set state = 'withdrawn', closed_at = ${now}, close_reason = 'no_longer' where talent_id = ${talentId} and state = 'not_now'`.execute(
    db,
  );
