import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { forbidden, invalid } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import { handOverPeople } from '#rooms/talents/index.ts';
import * as due from '../daily/candidates.ts';
import { remind } from '../daily/remind.ts';
import { looksFor } from '../daily/touched.ts';
import { meOf } from '../member.ts';
import type { Handover, HandoverInput, leaving } from '../schema-handover.ts';
import { closeOffer, findColleague, insertOffer, lockOffer, withdrawOffer } from './offer.ts';
import { getOne, knownMember } from './read.ts';

/**
 * Offers people to a colleague. One's own, those of somebody who has left, or anybody's by an administrator.
 * @throws AppError care.not_yours_to_hand_over, care.colleague_unknown, care.nobody_to_hand_over, and what an offer refuses
 */
export async function offerPeople(ctx: Ctx, input: HandoverInput): Promise<Handover> {
  allow(ctx.actor, 'care.hand_over');
  const from = await findColleague(ctx, input.fromMemberId);
  if (from.id !== ctx.actor.memberId && !from.isDisabled && ctx.actor.role !== 'administrator')
    throw forbidden('care.not_yours_to_hand_over');
  return inTransaction(ctx, async (ctx) => {
    const people = await listOwnedBy(ctx, from.id, input.talentIds);
    if (people.size === 0) throw invalid('care.nobody_to_hand_over');
    const [entityId = ''] = [...people.keys()];
    if (people.size > 1) return offerPerEntity(ctx, people, input);
    const { handoverId } = await insertOffer(ctx, {
      ...offerOf(input),
      entityId,
      talentIds: people.get(entityId) ?? [],
    });
    return getOne(ctx, handoverId);
  });
}

const offerOf = ({ fromMemberId, toMemberId, introduction }: HandoverInput) => ({
  fromId: fromMemberId,
  toId: toMemberId,
  introduction,
});

/** Each legal entity is a controller of its own, so each gets an offer of its own; the first is answered. */
async function offerPerEntity(ctx: Ctx, people: Map<string, string[]>, input: HandoverInput): Promise<Handover> {
  const ids: string[] = [];
  for (const [entityId, talentIds] of people)
    ids.push((await insertOffer(ctx, { ...offerOf(input), entityId, talentIds })).handoverId);
  return getOne(ctx, ids[0] ?? '');
}

/** People of the owner by legal entity; with ids only those of them, and without whoever is offered already. */
async function listOwnedBy(
  { db, actor }: Ctx,
  ownerId: string,
  chosen: string[] | undefined,
): Promise<Map<string, string[]>> {
  const which = chosen
    ? sql`t.id = any(${chosen}::uuid[])`
    : sql`not exists (select 1 from handover_people p join handovers h on h.id = p.handover_id and h.state = 'offered' where p.talent_id = t.id)`;
  const { rows } = await sql<{ entity_id: string; ids: string[] }>`
    select t.entity_id, array_agg(t.id order by t.id) as ids from talents_view t
    where t.owner_id = ${ownerId}::uuid and t.entity_id = any(${actor.entityIds}::uuid[]) and ${which} group by t.entity_id order by t.entity_id`.execute(
    db,
  );
  return new Map(rows.map(({ entity_id, ids }) => [entity_id, ids]));
}

/** What a member would hand over, before it is offered. @throws AppError care.colleague_unknown */
export async function getLeaving(ctx: Ctx, fromMemberId: string): Promise<z.input<typeof leaving>> {
  allow(ctx.actor, 'care.hand_over');
  const from = await findColleague(ctx, fromMemberId);
  const { rows } = await sql<{ people: number; promises: number; offered: number; deputies: number }>`
    select count(*)::int as people, (count(*) filter (where t.deputy_id is not null))::int as deputies,
      (count(*) filter (where exists (select 1 from handover_people p join handovers h on h.id = p.handover_id and h.state = 'offered' where p.talent_id = t.id)))::int as offered,
      coalesce(sum((select count(*) from promises_view v where v.talent_id = t.id and v.kept_at is null and v.owner_id = t.owner_id)), 0)::int as promises
    from talents_view t where t.owner_id = ${from.id}::uuid and t.entity_id = any(${ctx.actor.entityIds}::uuid[])`.execute(
    ctx.db,
  );
  const { people = 0, promises = 0, offered = 0, deputies = 0 } = rows[0] ?? {};
  const { id, name, isDisabled } = from;
  return { from: knownMember(id, name), isDisabled, people, openPromises: promises, offered, withDeputy: deputies };
}

/**
 * From now on these people are mine, with what was promised to them. Whoever changed hands meanwhile stays where they are.
 * @throws AppError care.handover_missing, care.answered_already, care.not_offered_to_you
 */
export async function acceptOffer(ctx: Ctx, handoverId: string, note: string): Promise<Handover> {
  allow(ctx.actor, 'care.hand_over');
  return inTransaction(ctx, async (ctx) => {
    const offer = await lockOffer(ctx, handoverId);
    if (offer.to_member !== meOf(ctx.actor)) throw forbidden('care.not_offered_to_you');
    await closeOffer(ctx, handoverId, { state: 'accepted', note });
    const { rows } = await sql<{ id: string }>`
      select t.id from handover_people p join talents_view t on t.id = p.talent_id
      where p.handover_id = ${handoverId} and (t.owner_id is null or t.owner_id = ${offer.from_member}::uuid) order by t.id`.execute(
      ctx.db,
    );
    const talentIds = rows.map(({ id }) => id);
    await handOverPeople(ctx, { talentIds, fromId: offer.from_member, toId: offer.to_member });
    for (const { ctx: own, look } of await looksFor(ctx, talentIds))
      await remind(own, 'hand_over', due.handoversAccepted(look), look);
    return getOne(ctx, handoverId);
  });
}

/** @throws AppError care.handover_missing, care.answered_already, care.not_offered_to_you */
export async function declineOffer(ctx: Ctx, handoverId: string, note: string): Promise<Handover> {
  allow(ctx.actor, 'care.hand_over');
  return inTransaction(ctx, async (ctx) => {
    const offer = await lockOffer(ctx, handoverId);
    if (offer.to_member !== meOf(ctx.actor)) throw forbidden('care.not_offered_to_you');
    await closeOffer(ctx, handoverId, { state: 'declined', note });
    return getOne(ctx, handoverId);
  });
}

/** @throws AppError care.handover_missing, care.answered_already, care.not_yours_to_hand_over */
export async function takeBackOffer(ctx: Ctx, handoverId: string): Promise<void> {
  allow(ctx.actor, 'care.hand_over');
  await inTransaction(ctx, (ctx) => withdrawOffer(ctx, handoverId));
}
