import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import { undoActOf } from '#rooms/talents/index.ts';
import { refreshDatesOf } from '../daily/touched.ts';
import { withdrawOffer } from '../handover/offer.ts';
import type { ActKind, Before } from './act-rows.ts';
import { lockAct } from './act-rows.ts';

const LEFT_AS: Record<ActKind, readonly string[]> = {
  done: ['done'],
  snooze: ['snoozed'],
  not_now: ['not_now', 'snoozed'],
  hand_over: ['snoozed'],
};

/**
 * Takes my own act back. What somebody changed since stays as it is: then nothing is undone.
 * @throws AppError care.nothing_to_undo, care.undo_too_late, care.undone_already, care.changed_since
 */
export async function takeBack(ctx: Ctx, reminderId: string, kind: ActKind): Promise<void> {
  allow(ctx.actor, 'care.work');
  await inTransaction(ctx, async (ctx) => {
    const { id, talentId, before } = await lockAct(ctx, reminderId, kind);
    await putReminders(ctx, before, LEFT_AS[kind]);
    await putMemberships(ctx, talentId, before);
    await putRuns(ctx, before);
    await putAnswers(ctx, before);
    if (before.handoverId) await withdrawOffer(ctx, before.handoverId);
    for (const actId of before.talentActs ?? []) await undoActOf(ctx, actId);
    await ctx.db.updateTable('care_acts').set({ undone_at: ctx.now }).where('id', '=', id).execute();
    await refreshDatesOf(ctx, [talentId]);
  });
}

async function putReminders({ db }: Ctx, { reminders }: Before, leftAs: readonly string[]) {
  const { rows } = await sql`
    update reminders r set state = b.state, snoozed_until = b.snoozed_until, close_reason = b.close_reason, closed_at = null, closed_by = null
    from jsonb_to_recordset(${JSON.stringify(reminders)}::jsonb) as b (id uuid, state text, snoozed_until date, close_reason text)
    where r.id = b.id and r.state = any(${[...leftAs]}::text[]) returning 1`.execute(db);
  if (rows.length < reminders.length) throw conflict('care.changed_since');
}

async function putMemberships({ db }: Ctx, talentId: string, { memberships = [] }: Before) {
  if (memberships.length === 0) return;
  await sql`
    update care_memberships m set counted_from = b.counted_from from jsonb_to_recordset(${JSON.stringify(memberships)}::jsonb) as b (plan_id uuid, counted_from date)
    where m.plan_id = b.plan_id and m.talent_id = ${talentId}`.execute(db);
}

/** A run that began anew since then keeps going, and the old one stays stopped. */
async function putRuns({ db }: Ctx, { runs = [] }: Before) {
  if (runs.length === 0) return;
  await sql`
    update sequence_runs r set next_step = b.next_step, next_on = b.next_on, touched_at = b.touched_at, state = 'running', stop_reason = null, ended_at = null
    from jsonb_populate_recordset(null::sequence_runs, ${JSON.stringify(runs)}::jsonb) b
    where r.id = b.id and not exists (select 1 from sequence_runs o where o.sequence_id = r.sequence_id and o.talent_id = r.talent_id and o.state = 'running' and o.id <> r.id)`.execute(
    db,
  );
}

async function putAnswers({ db }: Ctx, { notNowId, endedNotNows = [] }: Before) {
  if (notNowId) await db.deleteFrom('not_nows').where('id', '=', notNowId).execute();
  if (endedNotNows.length > 0)
    await db.updateTable('not_nows').set({ ended_at: null }).where('id', 'in', endedNotNows).execute();
}
