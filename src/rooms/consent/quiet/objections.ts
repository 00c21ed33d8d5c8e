import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict, notFound } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/permissions.ts';
import { findPerson } from '../answers/queries.ts';

export interface NewObjection {
  scope: 'direct_contact' | 'processing';
  via: 'portal' | 'mail' | 'phone' | 'letter' | 'in_person';
}

/**
 * Acts at once; an objection to everything puts the record in restriction until it is decided (DS-4).
 * @throws AppError consent.person_not_found, consent.objection_stands
 */
export async function raiseObjection(
  ctx: Ctx,
  talentId: string,
  { scope, via }: NewObjection,
): Promise<{ id: string }> {
  allow(ctx.actor, 'consent.write');
  return inTransaction(ctx, async (ctx) => {
    if (!(await findPerson(ctx, talentId))) throw notFound('consent.person_not_found');
    await refuseWhatStands(ctx, talentId, scope);
    const id = newId(ctx.now.getTime());
    await ctx.db
      .insertInto('objections')
      .values({ id, talent_id: talentId, scope, via, raised_at: ctx.now, recorded_by: ctx.actor.memberId })
      .execute();
    await told(ctx, talentId, 'consent.objection_raised', { scope });
    return { id };
  });
}

/**
 * Upheld, it stays for good; only the person takes it back, and somebody writes that down.
 * @throws AppError consent.objection_not_found, consent.objection_is_decided
 */
export async function decideObjection(ctx: Ctx, objectionId: string, decision: 'upheld' | 'taken_back'): Promise<void> {
  allow(ctx.actor, 'consent.write');
  await inTransaction(ctx, async (ctx) => {
    const found = await ctx.db
      .selectFrom('objections')
      .innerJoin('talents', 'talents.id', 'objections.talent_id')
      .select(['objections.talent_id', 'objections.decision'])
      .where('objections.id', '=', objectionId)
      .where('talents.entity_id', 'in', ctx.actor.entityIds)
      .forUpdate('objections')
      .executeTakeFirst();
    if (!found) throw notFound('consent.objection_not_found');
    if (found.decision !== null && decision === 'upheld') throw conflict('consent.objection_is_decided');
    await ctx.db
      .updateTable('objections')
      .set({ decided_at: ctx.now, decision })
      .where('id', '=', objectionId)
      .execute();
    await told(ctx, found.talent_id, 'consent.objection_decided', { decision });
  });
}

/** What stands already needs no second entry: deciding one of two would leave the other behind. */
async function refuseWhatStands({ db }: Ctx, talentId: string, scope: NewObjection['scope']): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`objections:${talentId}`}))`.execute(db);
  const standing = await db
    .selectFrom('objections')
    .select('raised_at')
    .where('talent_id', '=', talentId)
    .where('scope', '=', scope)
    .where((where) => where.or([where('decided_at', 'is', null), where('decision', '=', 'upheld')]))
    .orderBy('raised_at')
    .executeTakeFirst();
  if (standing) throw conflict('consent.objection_stands', { on: standing.raised_at.toISOString().slice(0, 10) });
}

async function told(ctx: Ctx, talentId: string, action: string, details: Record<string, string>): Promise<void> {
  await record(ctx, { action, subjectKind: 'talent', subjectIds: [talentId], details });
  await ctx.emit(ctx, 'consent.quiet_changed', { talentIds: [talentId] });
}
