import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { conflict, forbidden, invalid, notFound } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { may } from '#rooms/accounts/index.ts';
import { plusDays } from '../cadence.ts';
import { todayOf } from '#ground/calendar.ts';
import { meOf } from '../member.ts';
import { ACCEPT_WITHIN_DAYS } from '../types.ts';

export interface Colleague {
  id: string;
  name: string;
  role: string;
  isDisabled: boolean;
  entityIds: string[];
}

/** @throws AppError care.colleague_unknown */
export async function findColleague({ db, actor }: Ctx, memberId: string): Promise<Colleague> {
  const { rows } = await sql<Colleague>`
    select m.id, m.name, m.role, m.disabled_at is not null as "isDisabled", array(select e.entity_id from member_entities e where e.member_id = m.id) as "entityIds"
    from members m where m.id = ${memberId} and exists (select 1 from member_entities e where e.member_id = m.id and e.entity_id = any(${actor.entityIds}::uuid[]))`.execute(
    db,
  );
  const [found] = rows;
  if (!found) throw notFound('care.colleague_unknown');
  return found;
}

interface Offer {
  fromId: string;
  toId: string;
  entityId: string;
  introduction: string;
  talentIds: readonly string[];
}

/**
 * Writes an offer down. Nobody is offered twice at the same time.
 * @throws AppError care.cannot_take_over, care.offered_already, care.nobody_to_hand_over
 */
export async function insertOffer(ctx: Ctx, { fromId, toId, entityId, introduction, talentIds }: Offer) {
  if (fromId === toId) throw invalid('care.cannot_take_over');
  await refuseUnfit(ctx, toId, entityId);
  if (talentIds.length === 0) throw invalid('care.nobody_to_hand_over');
  await refuseOfferedTwice(ctx, talentIds);
  const handoverId = newId(ctx.now.getTime());
  const acceptBy = plusDays(todayOf(ctx), ACCEPT_WITHIN_DAYS);
  await ctx.db
    .insertInto('handovers')
    .values({
      id: handoverId,
      entity_id: entityId,
      from_member: fromId,
      to_member: toId,
      introduction,
      offered_by: ctx.actor.memberId,
      offered_at: ctx.now,
      accept_by: acceptBy,
    })
    .execute();
  await sql`insert into handover_people (handover_id, talent_id) select ${handoverId}, id from unnest(${[...talentIds]}::uuid[]) w (id)`.execute(
    ctx.db,
  );
  const details = { handoverId, fromId, toId, people: talentIds.length };
  await record(ctx, { action: 'care.handover_offered', details });
  return { handoverId, acceptBy };
}

/** Whoever takes over works here, for the same legal entity, and may work with people. */
async function refuseUnfit(ctx: Ctx, toId: string, entityId: string) {
  const to = await findColleague(ctx, toId);
  const isFit =
    !to.isDisabled && to.entityIds.includes(entityId) && may({ kind: 'member', role: to.role }, 'care.work');
  if (!isFit) throw invalid('care.cannot_take_over');
}

async function refuseOfferedTwice({ db }: Ctx, talentIds: readonly string[]) {
  await sql`select pg_advisory_xact_lock(hashtextextended('care.handovers', 0))`.execute(db);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from handover_people p join handovers h on h.id = p.handover_id and h.state = 'offered' where p.talent_id = any(${[...talentIds]}::uuid[])`.execute(
    db,
  );
  const count = rows[0]?.count ?? 0;
  if (count > 0) throw conflict('care.offered_already', { count });
}

interface OneOffer {
  talentId: string;
  entityId: string;
  toMemberId: string;
  introduction: string;
  offeredBy: string;
}

/** One person, from Today. @throws AppError care.not_yours_to_hand_over, and what an offer refuses */
export async function offerOne(ctx: Ctx, { talentId, entityId, toMemberId, introduction, offeredBy }: OneOffer) {
  const { rows } = await sql<{ owner_id: string | null; deputy_id: string | null; is_gone: boolean }>`
    select t.owner_id, t.deputy_id, m.disabled_at is not null as is_gone from talents_view t left join members m on m.id = t.owner_id where t.id = ${talentId}`.execute(
    ctx.db,
  );
  const owner = rows[0];
  const isMine =
    !owner || owner.owner_id === null || owner.is_gone || [owner.owner_id, owner.deputy_id].includes(offeredBy);
  if (!isMine && ctx.actor.role !== 'administrator') throw forbidden('care.not_yours_to_hand_over');
  const fromId = owner?.owner_id ?? offeredBy;
  return insertOffer(ctx, { fromId, toId: toMemberId, entityId, introduction, talentIds: [talentId] });
}

/**
 * Takes an offer back that nobody has answered.
 * @throws AppError care.handover_missing, care.answered_already, care.not_yours_to_hand_over
 */
export async function withdrawOffer(ctx: Ctx, handoverId: string): Promise<void> {
  const offer = await lockOffer(ctx, handoverId);
  const isMine = [offer.offered_by, offer.from_member].includes(meOf(ctx.actor));
  if (!isMine && ctx.actor.role !== 'administrator') throw forbidden('care.not_yours_to_hand_over');
  await closeOffer(ctx, handoverId, { state: 'withdrawn', note: '' });
}

export interface LockedOffer {
  id: string;
  entity_id: string;
  from_member: string;
  to_member: string;
  offered_by: string | null;
}

/** @throws AppError care.handover_missing, care.answered_already */
export async function lockOffer({ db, actor }: Ctx, handoverId: string): Promise<LockedOffer> {
  const { rows } = await sql<LockedOffer & { state: string }>`
    select h.id, h.entity_id, h.from_member, h.to_member, h.offered_by, h.state from handovers h
    where h.id = ${handoverId} and h.entity_id = any(${actor.entityIds}::uuid[]) for update`.execute(db);
  const [offer] = rows;
  if (!offer) throw notFound('care.handover_missing');
  if (offer.state !== 'offered') throw conflict('care.answered_already');
  return offer;
}

interface Closing {
  state: 'accepted' | 'declined' | 'withdrawn' | 'expired';
  note: string;
}

/** The offer is over; what waited in Today because of it waits no longer. */
export async function closeOffer(ctx: Ctx, handoverId: string, { state, note }: Closing): Promise<void> {
  await ctx.db
    .updateTable('handovers')
    .set({ state, answered_at: ctx.now, answer_note: note || null })
    .where('id', '=', handoverId)
    .execute();
  await sql`
    update reminders r set state = 'open', snoozed_until = null, close_reason = null from handover_people p
    where p.handover_id = ${handoverId} and r.talent_id = p.talent_id and r.state = 'snoozed' and r.close_reason = 'offered'`.execute(
    ctx.db,
  );
  await record(ctx, { action: `care.handover_${state}`, details: { handoverId } });
}
