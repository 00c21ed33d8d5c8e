import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { conflict, notFound } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { meOf } from '../member.ts';
import type { Acted } from '../schema-today.ts';
import type { ReminderKind, ReminderState } from '../types.ts';
import { UNDO_WITHIN_MINUTES } from '../types.ts';

const MS_PER_MINUTE = 60_000;

export interface StandingReminder {
  id: string;
  talent_id: string;
  entity_id: string;
  kind: ReminderKind;
  state: ReminderState;
  plan_id: string | null;
  source_id: string | null;
  snoozed_until: string | null;
  close_reason: string | null;
}

const COLUMNS = sql`r.id, r.talent_id, r.entity_id, r.kind, r.state, r.plan_id, r.source_id, r.snoozed_until::text as snoozed_until, r.close_reason`;

/**
 * The reminder and everything else that stands for the same person and the same member, locked in one order.
 * @throws AppError care.reminder_missing, care.acted_already when somebody else was faster
 */
export async function lockStanding(
  { db, actor }: Ctx,
  reminderId: string,
): Promise<[StandingReminder, ...StandingReminder[]]> {
  const { rows } = await sql<StandingReminder>`
    with named as (select n.talent_id, n.member_id from reminders n where n.id = ${reminderId} and n.entity_id = any(${actor.entityIds}::uuid[])
      and exists (select 1 from talents_view t where t.id = n.talent_id))
    select ${COLUMNS} from reminders r join named on named.talent_id = r.talent_id
    where r.id = ${reminderId} or (r.state in ('open', 'snoozed') and r.member_id is not distinct from named.member_id) order by r.id for update of r`.execute(
    db,
  );
  const named = rows.find(({ id }) => id === reminderId);
  if (!named) throw notFound('care.reminder_missing');
  if (named.state !== 'open' && named.state !== 'snoozed') throw conflict('care.acted_already');
  return [named, ...rows.filter(({ id }) => id !== reminderId)];
}

export type ActKind = 'done' | 'snooze' | 'not_now' | 'hand_over';

/** Everything as it was, to be put back. */
export interface Before {
  reminders: Pick<StandingReminder, 'id' | 'state' | 'snoozed_until' | 'close_reason'>[];
  memberships?: { plan_id: string; counted_from: string | null }[];
  runs?: object[];
  /** Answers that the act ended, and the one that it wrote down. */
  endedNotNows?: string[];
  notNowId?: string;
  handoverId?: string;
  /** Acts of the talents room that came with it: a promise kept. */
  talentActs?: string[];
}

export const asTheyWere = (reminders: readonly StandingReminder[]): Before['reminders'] =>
  reminders.map(({ id, state, snoozed_until, close_reason }) => ({ id, state, snoozed_until, close_reason }));

interface NewAct {
  kind: ActKind;
  talentId: string;
  before: Before;
  on: string | null;
}

export async function writeAct(ctx: Ctx, { kind, talentId, before, on }: NewAct): Promise<Acted> {
  const id = newId(ctx.now.getTime());
  await ctx.db
    .insertInto('care_acts')
    .values({ id, member_id: meOf(ctx.actor), talent_id: talentId, kind, at: ctx.now, before: JSON.stringify(before) })
    .execute();
  return {
    actId: id,
    reminderIds: before.reminders.map((one) => one.id),
    undoUntil: new Date(ctx.now.getTime() + UNDO_WITHIN_MINUTES * MS_PER_MINUTE).toISOString(),
    on,
  };
}

export interface FoundAct {
  id: string;
  talentId: string;
  before: Before;
}

/**
 * My last act of this kind on the reminder, locked.
 * @throws AppError care.nothing_to_undo, care.undo_too_late, care.undone_already
 */
export async function lockAct(ctx: Ctx, reminderId: string, kind: ActKind): Promise<FoundAct> {
  const { rows } = await sql<{ id: string; talent_id: string; before: Before; at: Date; undone_at: Date | null }>`
    select a.id, a.talent_id, a.before, a.at, a.undone_at from care_acts a join reminders r on r.talent_id = a.talent_id
    where r.id = ${reminderId} and r.entity_id = any(${ctx.actor.entityIds}::uuid[]) and a.member_id = ${meOf(ctx.actor)}::uuid and a.kind = ${kind}
      and a.before -> 'reminders' @> jsonb_build_array(jsonb_build_object('id', ${reminderId}::text)) order by a.undone_at is null desc, a.at desc, a.id desc limit 1 for update of a`.execute(
    ctx.db,
  );
  const [act] = rows;
  if (!act) throw notFound('care.nothing_to_undo');
  if (act.undone_at !== null) throw conflict('care.undone_already');
  if (ctx.now.getTime() - act.at.getTime() > UNDO_WITHIN_MINUTES * MS_PER_MINUTE)
    throw conflict('care.undo_too_late', { minutes: UNDO_WITHIN_MINUTES });
  return { id: act.id, talentId: act.talent_id, before: act.before };
}

interface Closing {
  state: 'done' | 'not_now' | 'snoozed';
  snoozedUntil?: string | undefined;
  reason: string | null;
}

export async function setReminders(
  { db, now, actor }: Ctx,
  ids: readonly string[],
  { state, snoozedUntil, reason }: Closing,
) {
  if (ids.length === 0) return;
  const isClosed = state !== 'snoozed';
  await sql`
    update reminders set state = ${state}, snoozed_until = ${snoozedUntil ?? null}::date, close_reason = ${reason},
      closed_at = ${isClosed ? now : null}::timestamptz, closed_by = ${isClosed ? actor.memberId : null}::uuid where id = any(${[...ids]}::uuid[])`.execute(
    db,
  );
}
