import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { notFound } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import type { approval, CampaignDetail } from '../schema-writing.ts';
import { FOUR_EYES_FROM } from '../sending/four-eyes.ts';
import type { LetterLanguage } from '../types.ts';
import { readLetter } from './letter-parts.ts';
import { mayWith } from './may.ts';
import type { RowRecord } from './rows.ts';
import { memberOf, momentOf, rowColumns, rowOf, rowSource } from './rows.ts';

interface DetailRecord extends RowRecord {
  version: number;
  topic_id: string | null;
  pool_id: string | null;
  segment_id: string | null;
  sender_id: string | null;
  brand_id: string | null;
  main_language: LetterLanguage;
  window_from_hour: number | null;
  window_until_hour: number | null;
  counts_clicks: boolean;
  letter_version: number;
  letter: unknown;
  started_at: Date | null;
  four_eyes_from: number | null;
}

/** @throws AppError campaigns.not_found */
export async function readCampaign(ctx: Ctx, campaignId: string): Promise<CampaignDetail> {
  allow(ctx.actor, 'campaigns.read');
  const { db, actor } = ctx;
  const { rows } = await sql<DetailRecord>`
    select ${rowColumns(actor)}, c.version, c.topic_id, c.pool_id, c.segment_id, c.sender_id, c.brand_id, c.main_language, c.window_from_hour, c.window_until_hour,
      c.counts_clicks, c.letter_version, v.letter, c.started_at, f.four_eyes_from
    from ${rowSource} left join campaign_settings f on f.entity_id = c.entity_id
    where c.id = ${campaignId}::uuid and c.entity_id = any(${actor.entityIds}::uuid[]) and c.kind <> 'personal' and c.deleted_at is null`.execute(
    db,
  );
  const [row] = rows;
  if (!row) throw notFound('campaigns.not_found');
  return { ...detailOf(row), approvals: await listApprovals(ctx, campaignId), may: mayWith(actor, standingOf(row)) };
}

const standingOf = ({ state, started_at }: DetailRecord) => ({ state, hasStarted: started_at !== null });

const detailOf = (row: DetailRecord): Omit<CampaignDetail, 'approvals' | 'may'> => ({
  ...rowOf(row),
  version: row.version,
  topicId: row.topic_id,
  poolId: row.pool_id,
  segmentId: row.segment_id,
  senderId: row.sender_id,
  brandId: row.brand_id,
  mainLanguage: row.main_language,
  window: windowOf(row),
  countsClicks: row.counts_clicks,
  letterVersion: row.letter_version,
  letter: readLetter(row.letter),
  fourEyesFrom: row.four_eyes_from ?? FOUR_EYES_FROM,
  startedAt: momentOf(row.started_at),
});

const windowOf = ({ window_from_hour: fromHour, window_until_hour: untilHour }: DetailRecord) =>
  fromHour === null || untilHour === null ? null : { fromHour, untilHour };

interface ApprovalRow {
  letter_version: number;
  decision: 'approved' | 'returned';
  note: string | null;
  audience: number;
  by_id: string | null;
  by_name: string | null;
  at: Date;
}

/** Newest first. */
async function listApprovals({ db }: Ctx, campaignId: string): Promise<z.input<typeof approval>[]> {
  const { rows } = await sql<ApprovalRow>`
    select a.letter_version, a.decision, a.note, a.audience, m.id as by_id, m.name as by_name, a.at from campaign_approvals a
    left join members m on m.id = a.by_member where a.campaign_id = ${campaignId}::uuid order by a.at desc, a.id desc`.execute(
    db,
  );
  return rows.map(({ letter_version, by_id, by_name, at, ...row }) => ({
    ...row,
    letterVersion: letter_version,
    by: memberOf(by_id, by_name),
    at: at.toISOString(),
  }));
}
