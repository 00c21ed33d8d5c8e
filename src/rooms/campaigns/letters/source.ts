import type { Ctx } from '#ground/context.ts';
import { letter } from '../schema-letter.ts';
import type { CampaignAtWork } from '../sending/campaign-at-work.ts';
import type { LetterUse } from '../sending/letter-source.ts';
import type { CompiledLetter } from './compile.ts';
import { compileLetter } from './compile.ts';
import { waysPastCounter } from './counted-links.ts';
import { loadParts } from './load.ts';

/** The letter of a campaign in the version that goes out. @returns undefined when there is none that can be read */
export async function newsletterFor(
  ctx: Ctx,
  campaign: CampaignAtWork,
  use: LetterUse,
): Promise<CompiledLetter | undefined> {
  const row = await ctx.db
    .selectFrom('campaign_versions')
    .select('letter')
    .where('campaign_id', '=', campaign.id)
    .where('number', '=', campaign.letterVersion)
    .executeTakeFirst();
  const read = letter.safeParse(row?.letter);
  if (!read.success) return undefined;
  const parts = await loadParts(ctx, campaign, read.data);
  return compileLetter({ ...parts, wayTo: await waysPastCounter(ctx, campaign, parts, use) });
}
