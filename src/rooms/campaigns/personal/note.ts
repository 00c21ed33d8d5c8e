import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { markInformedOf } from '#rooms/consent/index.ts';
import { logLetters } from '#rooms/talents/index.ts';
import { needsNotice } from './notice.ts';
import { emptyPersonal, findPersonal } from './stored.ts';

/**
 * A letter that was taken stands in the person's history, with its words and in the name of who wrote it; from then on it is kept nowhere
 * else. Whoever had to be told that we know them has been told with it. May run twice.
 */
export async function notePersonal(ctx: Ctx, campaignId: string, talentIds: readonly string[]): Promise<void> {
  if (talentIds.length === 0) return;
  await inTransaction(ctx, async (ctx) => {
    const letter = await findPersonal(ctx.db, campaignId);
    if (!letter) return;
    const { subject, text, writerId, talentId } = letter;
    // Asked before the letter counts as a contact: the facts are those with which it left.
    if (await needsNotice(ctx, talentId)) await markInformed(ctx, talentId, writerId);
    await logLetters(ctx, { letterId: campaignId, subject, kind: 'personal', byMember: writerId, text, talentIds });
    await emptyPersonal(ctx.db, campaignId);
  });
}

/** Where no duty was written down there is nothing to mark. */
async function markInformed(ctx: Ctx, talentId: string, memberId: string | null): Promise<void> {
  const open = await ctx.db
    .selectFrom('information_duties')
    .select('talent_id')
    .where('talent_id', '=', talentId)
    .where('informed_at', 'is', null)
    .executeTakeFirst();
  if (open) await markInformedOf({ ...ctx, actor: { ...ctx.actor, memberId } }, talentId, 'first_message');
}
