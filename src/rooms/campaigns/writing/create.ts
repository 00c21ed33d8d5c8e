import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { notFound } from '#ground/errors/app-error.ts';
import { serverMessages } from '#ground/i18n/messages.node.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/index.ts';
import type { Letter } from '../schema-letter.ts';
import type { CampaignDetail, NewCampaign } from '../schema-writing.ts';
import { readCampaign } from './detail.ts';
import { EMPTY_LETTER } from './letter-parts.ts';
import { isRemovable } from './may.ts';
import { refuseUnknown } from './places.ts';
import { letterFrom } from './templates.ts';
import { changeWritten } from './written.ts';

const LONGEST_NAME = 120;

/** @throws AppError campaigns.entity_unknown, campaigns.template_not_found, and those of `refuseUnknown` */
export async function addCampaign(ctx: Ctx, input: NewCampaign): Promise<CampaignDetail> {
  allow(ctx.actor, 'campaigns.write');
  const entityId = entityFor(ctx, input.entityId);
  const { poolId = null, segmentId = null } = input;
  await refuseUnknown(ctx, entityId, { topicId: input.topicId, poolId, segmentId, senderId: null, brandId: null });
  const { letter, brandId } = input.templateId ? await letterFrom(ctx, entityId, input.templateId) : FROM_NOTHING;
  const columns = {
    entity_id: entityId,
    name: input.name,
    topic_id: input.topicId,
    pool_id: poolId,
    segment_id: segmentId,
    brand_id: brandId,
    main_language: input.mainLanguage,
  };
  const id = await insert(ctx, columns, letter);
  return readCampaign(ctx, id);
}

const FROM_NOTHING = { letter: EMPTY_LETTER, brandId: null };

function entityFor({ actor }: Ctx, wished: string | undefined): string {
  const entityId = wished ?? actor.entityIds[0];
  if (entityId === undefined || !actor.entityIds.includes(entityId)) throw notFound('campaigns.entity_unknown');
  return entityId;
}

interface NewColumns {
  entity_id: string;
  name: string;
  topic_id: string | null;
  pool_id: string | null;
  segment_id: string | null;
  brand_id: string | null;
  main_language: string;
  sender_id?: string | null;
  window_from_hour?: number | null;
  window_until_hour?: number | null;
  counts_clicks?: boolean;
}

async function insert(ctx: Ctx, columns: NewColumns, letter: Letter): Promise<string> {
  const id = newId(ctx.now.getTime());
  await inTransaction(ctx, async (ctx) => {
    const { db, actor, now } = ctx;
    await db
      .insertInto('campaigns')
      .values({ id, ...columns, created_by: actor.memberId, created_at: now, updated_at: now })
      .execute();
    await db
      .insertInto('campaign_versions')
      .values({ campaign_id: id, number: 1, letter: JSON.stringify(letter), made_by: actor.memberId, made_at: now })
      .execute();
    await record(ctx, { action: 'campaigns.begun', details: { campaignId: id } });
  });
  return id;
}

/** The words and the settings, as a letter of whoever copies. @throws AppError campaigns.not_found */
export async function copyCampaign(ctx: Ctx, campaignId: string): Promise<CampaignDetail> {
  allow(ctx.actor, 'campaigns.write');
  const from = await readCampaign(ctx, campaignId);
  const { entity_id } = await ctx.db
    .selectFrom('campaigns')
    .select('entity_id')
    .where('id', '=', campaignId)
    .executeTakeFirstOrThrow();
  const columns = {
    entity_id,
    name: copyName(ctx, from.name),
    topic_id: from.topicId,
    pool_id: from.poolId,
    segment_id: from.segmentId,
    sender_id: from.senderId,
    brand_id: from.brandId,
    main_language: from.mainLanguage,
    window_from_hour: from.window?.fromHour ?? null,
    window_until_hour: from.window?.untilHour ?? null,
    counts_clicks: from.countsClicks,
  };
  return readCampaign(ctx, await insert(ctx, columns, from.letter));
}

const copyName = ({ actor }: Ctx, name: string): string =>
  serverMessages(actor.language)('campaigns', 'writing.copy_name', { name }).slice(0, LONGEST_NAME);

/** @throws AppError campaigns.not_found, campaigns.wrong_state */
export async function removeCampaign(ctx: Ctx, campaignId: string): Promise<void> {
  allow(ctx.actor, 'campaigns.write');
  await changeWritten(ctx, campaignId, { may: isRemovable }, async (ctx) => {
    await record(ctx, { action: 'campaigns.removed', details: { campaignId } });
    return { deleted_at: ctx.now };
  });
}
