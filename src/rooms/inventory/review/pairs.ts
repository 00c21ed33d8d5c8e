import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict, notFound } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import { mergeTalents, unmergeTalents } from '#rooms/talents/index.ts';
import type { MERGE_FIELDS } from '../schema.ts';
import { findDuplicatesJob } from './search.ts';

type Side = 'a' | 'b';

interface MergeChoice {
  keep: Side;
  fields: Partial<Record<(typeof MERGE_FIELDS)[number], Side>>;
}

async function getPair(ctx: Ctx, pairId: string) {
  allow(ctx.actor, 'talents.merge');
  const pair = await ctx.db
    .selectFrom('duplicate_pairs')
    .selectAll()
    .where('id', '=', pairId)
    .where('entity_id', 'in', ctx.actor.entityIds)
    .forUpdate()
    .executeTakeFirst();
  if (!pair) throw notFound('inventory.pair_not_found');
  return pair;
}

/** @throws AppError inventory.pair_not_found, inventory.pair_is_decided */
export async function mergeThePair(
  ctx: Ctx,
  pairId: string,
  { keep, fields }: MergeChoice,
): Promise<{ mergeId: string; talentId: string }> {
  return inTransaction(ctx, async (ctx) => {
    const pair = await getPair(ctx, pairId);
    if (pair.state === 'merged') throw conflict('inventory.pair_is_decided');
    const [keptId, goneId] = keep === 'a' ? [pair.talent_a, pair.talent_b] : [pair.talent_b, pair.talent_a];
    const choices = Object.fromEntries(
      Object.entries(fields).map(([field, side]) => [field, side === keep ? ('kept' as const) : ('other' as const)]),
    );
    const { mergeId } = await mergeTalents(ctx, { keptId, goneId, fields: choices });
    await ctx.db
      .updateTable('duplicate_pairs')
      .set({ state: 'merged', merge_id: mergeId, decided_by: ctx.actor.memberId, decided_at: ctx.now })
      .where('id', '=', pairId)
      .execute();
    return { mergeId, talentId: keptId };
  });
}

/** @throws AppError inventory.pair_is_not_merged */
export async function separateThePair(ctx: Ctx, pairId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const pair = await getPair(ctx, pairId);
    if (pair.state !== 'merged' || !pair.merge_id) throw conflict('inventory.pair_is_not_merged');
    await unmergeTalents(ctx, pair.merge_id);
    await ctx.db
      .updateTable('duplicate_pairs')
      .set({ state: 'open', merge_id: null, decided_by: null, decided_at: null })
      .where('id', '=', pairId)
      .execute();
  });
}

/** "Two persons" is remembered for ever; no later search asks again. */
export async function decideThePair(ctx: Ctx, pairId: string, decision: 'different' | 'later' | 'open'): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const pair = await getPair(ctx, pairId);
    if (pair.state === 'merged') throw conflict('inventory.pair_is_decided');
    await ctx.db
      .updateTable('duplicate_pairs')
      .set({ state: decision, decided_by: ctx.actor.memberId, decided_at: ctx.now })
      .where('id', '=', pairId)
      .execute();
  });
}

export async function startSearch(ctx: Ctx): Promise<void> {
  allow(ctx.actor, 'talents.merge');
  for (const entityId of ctx.actor.entityIds) await ctx.jobs(ctx, findDuplicatesJob, { entityId });
}
