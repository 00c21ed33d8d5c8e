import { sql } from 'kysely';
import type { z } from 'zod';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { forbidden, notFound } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/index.ts';
import { getDemand } from '#rooms/demand/index.ts';
import type { matchDecision } from '../schema-matches.ts';

export type Decision = z.output<typeof matchDecision>;
interface Said {
  kind: Decision['kind'];
  reason?: string | undefined;
}

/**
 * What a human makes of a match; another decision about the same match takes its place. Only people decide: the program may not (AI-2).
 * @throws AppError demand.not_found, matching.person_unknown, matching.only_people_decide
 */
export const decideMatchOf = (
  ctx: Ctx,
  { demandId, talentId }: { demandId: string; talentId: string },
  { kind, reason }: Said,
): Promise<Decision> =>
  inTransaction(ctx, async (ctx) => {
    allow(ctx.actor, 'matching.decide');
    if (ctx.actor.kind !== 'member' || !ctx.actor.memberId) throw forbidden('matching.only_people_decide');
    await getDemand(ctx, demandId);
    await refuseUnknown(ctx, talentId);
    await endDecision(ctx, { demandId, talentId });
    await ctx.db
      .insertInto('match_decisions')
      .values({
        id: newId(ctx.now.getTime()),
        demand_id: demandId,
        talent_id: talentId,
        decision: kind,
        reason: reason ?? null,
        decided_by: ctx.actor.memberId,
        decided_at: ctx.now,
      })
      .execute();
    await record(ctx, {
      action: 'matching.decided',
      subjectKind: 'talent',
      subjectIds: [talentId],
      details: { demandId, decision: kind },
    });
    const [made] = await listDecisions(ctx, demandId, [talentId]);
    if (!made) throw notFound('matching.decision_missing');
    return made.decision;
  });

/** @throws AppError demand.not_found, matching.decision_missing */
export const undoDecisionOf = (ctx: Ctx, ids: { demandId: string; talentId: string }): Promise<void> =>
  inTransaction(ctx, async (ctx) => {
    allow(ctx.actor, 'matching.decide');
    await getDemand(ctx, ids.demandId);
    if (!(await endDecision(ctx, ids))) throw notFound('matching.decision_missing');
  });

async function endDecision({ db, now }: Ctx, { demandId, talentId }: { demandId: string; talentId: string }) {
  const ended = await db
    .updateTable('match_decisions')
    .set({ undone_at: now })
    .where('demand_id', '=', demandId)
    .where('talent_id', '=', talentId)
    .where('undone_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return ended !== undefined;
}

async function refuseUnknown({ db, actor }: Ctx, talentId: string) {
  const { rows } =
    await sql`select 1 from talents_view where id = ${talentId} and entity_id = any(${actor.entityIds}::uuid[])`.execute(
      db,
    );
  if (rows.length === 0) throw notFound('matching.person_unknown');
}

/** Current decisions about these people, one statement. */
export async function listDecisions(
  { db }: Pick<Ctx, 'db'>,
  demandId: string,
  talentIds: string[],
): Promise<{ talentId: string; decision: Decision }[]> {
  if (talentIds.length === 0) return [];
  const rows = await db
    .selectFrom('match_decisions as d')
    .innerJoin('members as m', 'm.id', 'd.decided_by')
    .select(['d.talent_id', 'd.decision', 'd.reason', 'm.name', 'd.decided_at'])
    .where('d.demand_id', '=', demandId)
    .where('d.talent_id', 'in', talentIds)
    .where('d.undone_at', 'is', null)
    .execute();
  return rows.map(({ talent_id, decision, reason, name, decided_at }) => ({
    talentId: talent_id,
    decision: { kind: decision as Decision['kind'], reason, by: name, at: decided_at.toISOString() },
  }));
}
