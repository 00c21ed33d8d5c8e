import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { notFound } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import { writeSegments } from './classify-again.ts';
import { getRules } from './current.ts';

async function refuseUnknown(ctx: Ctx, talentId: string) {
  const row = await ctx.db
    .selectFrom('talents_view')
    .select('id')
    .where('id', '=', talentId)
    .where('entity_id', 'in', ctx.actor.entityIds)
    .executeTakeFirst();
  if (!row) throw notFound('talents.not_found');
}

export async function listClassificationsOf(ctx: Ctx, talentId: string) {
  allow(ctx.actor, 'talents.read');
  await refuseUnknown(ctx, talentId);
  const rows = await ctx.db
    .selectFrom('classifications')
    .selectAll()
    .where('talent_id', '=', talentId)
    .orderBy('segment')
    .execute();
  return rows.map((row) => ({
    segment: row.segment,
    ruleVersion: row.rule_version,
    decision: row.decision as 'confirmed' | 'rejected' | null,
    reason: { code: row.reason_code, params: row.reason_params as Record<string, string | number> },
  }));
}

/** A human's word wins for ever: no rule changes it. */
export async function decideSegment(
  ctx: Ctx,
  talentId: string,
  segment: string,
  decision: 'confirmed' | 'rejected',
): Promise<void> {
  allow(ctx.actor, 'talents.write');
  await refuseUnknown(ctx, talentId);
  await inTransaction(ctx, async (ctx) => {
    const { version } = await getRules(ctx);
    const row = { decision, decided_by: ctx.actor.memberId, classified_at: ctx.now };
    await ctx.db
      .insertInto('classifications')
      .values({ talent_id: talentId, segment, rule_version: version, reason_code: 'classification.by_hand', ...row })
      .onConflict((on) => on.columns(['talent_id', 'segment']).doUpdateSet(row))
      .execute();
    await writeSegments(ctx, [talentId]);
  });
}
