import type { z } from 'zod';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict, forbidden, invalid } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/index.ts';
import { letterWarnings } from '../letters/warnings.ts';
import type { CampaignDetail, decisionBody } from '../schema-writing.ts';
import { audienceCounts } from '../sending/audience.ts';
import { FOUR_EYES_FROM } from '../sending/four-eyes.ts';
import { mailDecision } from './decision-mail.ts';
import { readCampaign } from './detail.ts';
import { beginVersion } from './versions.ts';
import type { WrittenCampaign } from './written.ts';
import { changeWritten, findWritten, whileWriting } from './written.ts';

/**
 * Asks a second person to read the letter; from here on this version is never changed.
 * @throws AppError campaigns.not_found, campaigns.wrong_state, campaigns.letter_not_ready
 */
export async function askForReview(ctx: Ctx, campaignId: string, note: string): Promise<CampaignDetail> {
  allow(ctx.actor, 'campaigns.write');
  const seen = await findWritten(ctx, campaignId);
  if (whileWriting(seen)) await refuseUnready(ctx, seen);
  await changeWritten(ctx, campaignId, { may: whileWriting, version: seen.version }, async (ctx, now) => {
    await ctx.db
      .updateTable('campaign_versions')
      .set({ note: note === '' ? null : note })
      .where('campaign_id', '=', campaignId)
      .where('number', '=', now.letterVersion)
      .execute();
    await record(ctx, {
      action: 'campaigns.review_asked',
      details: { campaignId, letterVersion: now.letterVersion },
    });
    return { state: 'in_review' };
  });
  return readCampaign(ctx, campaignId);
}

async function refuseUnready(ctx: Ctx, campaign: WrittenCampaign): Promise<void> {
  // What only the readers show is for a human to weigh; it stops nothing.
  const stops = (await letterWarnings(ctx, campaign.id, { part: 'letter' })).filter(({ weight }) => weight === 'stop');
  if (stops.length > 0)
    throw invalid('campaigns.letter_not_ready', {
      count: stops.length,
      codes: [...new Set(stops.map(({ code }) => code))].join(' '),
    });
}

const isAsked = ({ state }: WrittenCampaign): boolean => state === 'in_review' || state === 'approved';

/** What was agreed to is void, since the next version begins. @throws AppError campaigns.not_found, campaigns.wrong_state */
export async function takeBackReview(ctx: Ctx, campaignId: string): Promise<CampaignDetail> {
  allow(ctx.actor, 'campaigns.write');
  await changeWritten(ctx, campaignId, { may: isAsked }, async (ctx, now) => {
    await record(ctx, {
      action: 'campaigns.review_taken_back',
      details: { campaignId, letterVersion: now.letterVersion },
    });
    return goOnWriting(ctx, now);
  });
  return readCampaign(ctx, campaignId);
}

/** The same words under the next number: the one that was looked at stays as it was, and its approval with it. */
const goOnWriting = async (ctx: Ctx, now: WrittenCampaign) => ({
  ...(await beginVersion(ctx, now, { letter: now.letter, madeBy: now.madeBy })),
  state: 'draft',
});

type Decision = z.output<typeof decisionBody>;

/**
 * Agrees to a version, or sends it back with a reason.
 * @throws AppError campaigns.not_found, campaigns.wrong_state, campaigns.changed_meanwhile, campaigns.needs_second_person
 */
export async function decide(ctx: Ctx, campaignId: string, decision: Decision): Promise<CampaignDetail> {
  allow(ctx.actor, 'campaigns.approve');
  const { recipients } = await audienceCounts(ctx, campaignId);
  await inTransaction(ctx, async (ctx) => {
    await changeWritten(ctx, campaignId, { may: ({ state }) => state === 'in_review' }, async (ctx, now) => {
      if (decision.letterVersion !== now.letterVersion)
        throw conflict('campaigns.changed_meanwhile', { version: now.version });
      if (decision.decision === 'approved') await refuseOwn(ctx, now, recipients);
      await note(ctx, now, { ...decision, recipients });
      await mailDecision(ctx, now, decision);
      return decision.decision === 'approved' ? { state: 'approved' } : goOnWriting(ctx, now);
    });
  });
  return readCampaign(ctx, campaignId);
}

/** Sending asks again, with the number of readers of that moment. */
async function refuseOwn({ db, actor }: Ctx, campaign: WrittenCampaign, recipients: number): Promise<void> {
  const isOwn = [campaign.createdBy, campaign.madeBy].includes(actor.memberId);
  const settings = await db
    .selectFrom('campaign_settings')
    .select('four_eyes_from')
    .where('entity_id', '=', campaign.entityId)
    .executeTakeFirst();
  const threshold = settings?.four_eyes_from ?? FOUR_EYES_FROM;
  if (isOwn && recipients >= threshold) throw forbidden('campaigns.needs_second_person', { recipients, threshold });
}

async function note(
  ctx: Ctx,
  { id, letterVersion }: WrittenCampaign,
  { decision, note, recipients }: Decision & { recipients: number },
): Promise<void> {
  await ctx.db
    .insertInto('campaign_approvals')
    .values({
      id: newId(ctx.now.getTime()),
      campaign_id: id,
      letter_version: letterVersion,
      decision,
      note: note === '' ? null : note,
      audience: recipients,
      by_member: ctx.actor.memberId,
      at: ctx.now,
    })
    .execute();
  await record(ctx, { action: `campaigns.${decision}`, details: { campaignId: id, letterVersion, recipients } });
}
