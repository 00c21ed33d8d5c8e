import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { allow } from '#rooms/accounts/index.ts';
import type { CampaignDetail, CampaignSettings } from '../schema-writing.ts';
import { readCampaign } from './detail.ts';
import { refuseUnknown } from './places.ts';
import { changeWritten, whileWriting } from './written.ts';

/**
 * Who gets it, from whom, and when it may arrive. Not after somebody was asked to agree: they agreed to this very audience.
 * @throws AppError campaigns.not_found, campaigns.wrong_state, campaigns.changed_meanwhile, and those of `refuseUnknown`
 */
export async function changeCampaign(ctx: Ctx, campaignId: string, input: CampaignSettings): Promise<CampaignDetail> {
  allow(ctx.actor, 'campaigns.write');
  await changeWritten(ctx, campaignId, { may: whileWriting, version: input.version }, async (ctx, now) => {
    // A topic that was retired since stays where it stands; it is refused when the letter is to go out.
    const topicId = input.topicId === now.topicId ? null : input.topicId;
    await refuseUnknown(ctx, now.entityId, { ...input, topicId });
    await record(ctx, { action: 'campaigns.settings_changed', details: { campaignId } });
    return columnsOf(input);
  });
  return readCampaign(ctx, campaignId);
}

const columnsOf = (input: CampaignSettings) => ({
  name: input.name,
  topic_id: input.topicId,
  pool_id: input.poolId,
  segment_id: input.segmentId,
  sender_id: input.senderId,
  brand_id: input.brandId,
  main_language: input.mainLanguage,
  window_from_hour: input.window?.fromHour ?? null,
  window_until_hour: input.window?.untilHour ?? null,
  ...(input.countsClicks === undefined ? {} : { counts_clicks: input.countsClicks }),
});
