import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { invalid, notFound } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/permissions.ts';
import { findPerson } from '../answers/queries.ts';
import { monthsAfter } from '../periods.ts';

/** A peace without an end would be forgotten; two years are the longest. */
const LONGEST_MONTHS = 24;

export interface NewSilence {
  reason: string;
  from: string;
  until: string;
}

/**
 * Nobody writes, whoever and on whichever way, until that day. @throws AppError consent.person_not_found, consent.pause_in_past, consent.pause_too_long
 */
export async function setSilence(ctx: Ctx, talentId: string, silence: NewSilence): Promise<{ id: string }> {
  allow(ctx.actor, 'consent.write');
  refuseOddDays(ctx, silence);
  return inTransaction(ctx, async (ctx) => {
    if (!(await findPerson(ctx, talentId))) throw notFound('consent.person_not_found');
    const id = await insertSilence(ctx, talentId, silence);
    await told(ctx, talentId, 'consent.silence_set');
    return { id };
  });
}

/** @throws AppError consent.silence_not_found */
export async function liftSilence(ctx: Ctx, silenceId: string): Promise<void> {
  allow(ctx.actor, 'consent.write');
  await inTransaction(ctx, async (ctx) => {
    const found = await ctx.db
      .selectFrom('silences')
      .innerJoin('talents', 'talents.id', 'silences.talent_id')
      .select('silences.talent_id')
      .where('silences.id', '=', silenceId)
      .where('silences.ended_at', 'is', null)
      .where('talents.entity_id', 'in', ctx.actor.entityIds)
      .executeTakeFirst();
    if (!found) throw notFound('consent.silence_not_found');
    await ctx.db
      .updateTable('silences')
      .set({ ended_at: ctx.now, ended_by: ctx.actor.memberId })
      .where('id', '=', silenceId)
      .execute();
    await told(ctx, found.talent_id, 'consent.silence_lifted');
  });
}

/** The person's own pause takes the place of an earlier one, and ends with their data at the latest. */
export async function pause(
  ctx: Ctx,
  { talentId, until, eraseOn }: { talentId: string; until: string; eraseOn: string },
): Promise<void> {
  const today = ctx.now.toISOString().slice(0, 10);
  const silence = { reason: 'portal_pause', from: today, until };
  refuseOddDays(ctx, silence);
  if (until > eraseOn) throw invalid('consent.pause_too_long', { until: eraseOn });
  await endPauses(ctx, talentId);
  await insertSilence(ctx, talentId, silence);
  await told(ctx, talentId, 'consent.silence_set');
}

/** Only what the person set themselves; an agreed silence has another reason, and somebody who knows it. */
export async function endOwnPauses(ctx: Ctx, talentId: string): Promise<void> {
  await endPauses(ctx, talentId);
  await told(ctx, talentId, 'consent.silence_lifted');
}

async function endPauses({ db, now }: Ctx, talentId: string): Promise<void> {
  await db
    .updateTable('silences')
    .set({ ended_at: now })
    .where('talent_id', '=', talentId)
    .where('reason', '=', 'portal_pause')
    .where('ended_at', 'is', null)
    .execute();
}

function refuseOddDays({ now }: Ctx, { from, until }: NewSilence): void {
  const today = now.toISOString().slice(0, 10);
  if (until < from || until <= today) throw invalid('consent.pause_in_past');
  const latest = monthsAfter(today, LONGEST_MONTHS);
  if (until > latest) throw invalid('consent.pause_too_long', { until: latest });
}

async function insertSilence({ db, now, actor }: Ctx, talentId: string, silence: NewSilence): Promise<string> {
  const id = newId(now.getTime());
  await db
    .insertInto('silences')
    .values({
      id,
      talent_id: talentId,
      reason: silence.reason,
      starts_on: silence.from,
      ends_on: silence.until,
      recorded_by: actor.memberId,
      created_at: now,
    })
    .execute();
  return id;
}

async function told(ctx: Ctx, talentId: string, action: string): Promise<void> {
  await record(ctx, { action, subjectKind: 'talent', subjectIds: [talentId] });
  await ctx.emit(ctx, 'consent.quiet_changed', { talentIds: [talentId] });
}
