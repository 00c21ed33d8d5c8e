import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict, notFound } from '#ground/errors/app-error.ts';
import type { Letter } from '../schema-letter.ts';
import type { CampaignState, LetterLanguage } from '../types.ts';
import { readLetter } from './letter-parts.ts';

/** A campaign with the letter at work. */
export interface WrittenCampaign {
  id: string;
  entityId: string;
  name: string;
  state: CampaignState;
  version: number;
  topicId: string | null;
  poolId: string | null;
  segmentId: string | null;
  senderId: string | null;
  brandId: string | null;
  mainLanguage: LetterLanguage;
  letterVersion: number;
  letter: Letter;
  hasStarted: boolean;
  createdBy: string | null;
  /** Of the version at work. */
  madeBy: string | null;
  madeAt: Date;
}

interface Row extends Omit<WrittenCampaign, 'letter'> {
  letter: unknown;
}

/** @throws AppError campaigns.not_found, also for one of another legal entity and for a letter from one person to another */
export async function findWritten(ctx: Ctx, campaignId: string): Promise<WrittenCampaign> {
  return read(ctx, campaignId, sql``);
}

/** Locked until the transaction ends. @throws AppError campaigns.not_found */
export const lockWritten = (ctx: Ctx, campaignId: string): Promise<WrittenCampaign> =>
  read(ctx, campaignId, sql`for update of c`);

async function read({ db, actor }: Ctx, campaignId: string, lock: ReturnType<typeof sql>): Promise<WrittenCampaign> {
  const { rows } = await sql<Row>`
    select c.id, c.entity_id as "entityId", c.name, c.state, c.version, c.topic_id as "topicId", c.pool_id as "poolId", c.segment_id as "segmentId",
      c.sender_id as "senderId", c.brand_id as "brandId", c.main_language as "mainLanguage", c.letter_version as "letterVersion", v.letter,
      c.started_at is not null as "hasStarted", c.created_by as "createdBy", v.made_by as "madeBy", v.made_at as "madeAt"
    from campaigns c join campaign_versions v on v.campaign_id = c.id and v.number = c.letter_version
    where c.id = ${campaignId}::uuid and c.entity_id = any(${actor.entityIds}::uuid[]) and c.kind <> 'personal' and c.deleted_at is null ${lock}`.execute(
    db,
  );
  const [row] = rows;
  if (!row) throw notFound('campaigns.not_found');
  return { ...row, letter: readLetter(row.letter) };
}

export interface Seen {
  /** The version that whoever acts has seen; left out where nothing of it can be overwritten. */
  version?: number | undefined;
  may: (now: WrittenCampaign) => boolean;
}

export const whileWriting = ({ state }: WrittenCampaign): boolean => state === 'draft';

type Columns = Record<string, unknown>;

/**
 * One change of one campaign: locked, compared with what was seen, written. Without columns everything stays, its version too.
 * @throws AppError campaigns.not_found, campaigns.wrong_state, campaigns.changed_meanwhile
 */
export async function changeWritten(
  ctx: Ctx,
  campaignId: string,
  { version, may }: Seen,
  work: (ctx: Ctx, now: WrittenCampaign) => Promise<Columns | undefined>,
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const now = await lockWritten(ctx, campaignId);
    if (!may(now)) throw conflict('campaigns.wrong_state', { state: now.state });
    if (version !== undefined && version !== now.version)
      throw conflict('campaigns.changed_meanwhile', { version: now.version });
    const columns = await work(ctx, now);
    if (columns === undefined) return;
    await ctx.db
      .updateTable('campaigns')
      .set({ ...columns, version: now.version + 1, updated_at: ctx.now })
      .where('id', '=', campaignId)
      .execute();
  });
}
