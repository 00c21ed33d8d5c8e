import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';

export type HaltReason = 'by_hand' | 'complaints' | 'bounces' | 'overdue' | 'sender';

/**
 * Stops a campaign where it stands; a human lets it go on. Repeating it changes nothing. A letter to one person has nobody who watches over
 * it: it is tried again until it is given up.
 * @returns whether it was running
 */
export async function haltFor(ctx: Ctx, campaignId: string, reason: HaltReason): Promise<boolean> {
  const state = reason === 'overdue' ? 'waiting' : 'paused';
  return inTransaction(ctx, async (ctx) => {
    const { rows } = await sql`
      update campaigns set state = ${state}, halt_reason = ${reason}, halted_in = state, halted_at = ${ctx.now}, updated_at = ${ctx.now}, version = version + 1
      where id = ${campaignId}::uuid and kind <> 'personal' and state in ('scheduled', 'preparing', 'sending') returning id`.execute(
      ctx.db,
    );
    if (rows.length === 0) return false;
    await record(ctx, { action: 'campaigns.halted', details: { campaignId, reason } });
    return true;
  });
}
