import type { Ctx } from '#ground/context.ts';
import { notFound } from '#ground/errors/app-error.ts';
import type { Letter } from '../schema-letter.ts';
import { findCampaignAtWork } from '../sending/campaign-at-work.ts';
import type { CampaignAtWork } from '../sending/campaign-at-work.ts';
import { findWritten } from '../writing/written.ts';
import type { CompiledLetter } from './compile.ts';
import { compileLetter } from './compile.ts';
import type { LoadedLetter } from './load.ts';
import { loadParts } from './load.ts';

/** A letter that is being written, as it would be sent. */
export interface LetterAtWork {
  campaign: CampaignAtWork;
  parts: LoadedLetter;
  compiled: CompiledLetter;
}

/** @throws AppError campaigns.not_found */
export async function seenCampaign(ctx: Ctx, campaignId: string): Promise<CampaignAtWork> {
  const campaign = await findCampaignAtWork(ctx.db, campaignId);
  if (!campaign || !ctx.actor.entityIds.includes(campaign.entityId)) throw notFound('campaigns.not_found');
  return campaign;
}

/** @param unsaved looked at before it is saved @throws AppError campaigns.not_found */
export async function letterAtWork(ctx: Ctx, campaignId: string, unsaved?: Letter): Promise<LetterAtWork> {
  const { letter } = await findWritten(ctx, campaignId);
  const campaign = await seenCampaign(ctx, campaignId);
  const parts = await loadParts(ctx, campaign, unsaved ?? letter);
  return { campaign, parts, compiled: compileLetter(parts) };
}
