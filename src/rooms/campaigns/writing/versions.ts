import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { notFound } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import type { z } from 'zod';
import type { Letter } from '../schema-letter.ts';
import type { CampaignDetail, letterVersion, saveLetterBody } from '../schema-writing.ts';
import type { CampaignState } from '../types.ts';
import { readCampaign } from './detail.ts';
import { readLetter } from './letter-parts.ts';
import { memberOf } from './rows.ts';
import type { WrittenCampaign } from './written.ts';
import { changeWritten, findWritten, whileWriting } from './written.ts';

/** After so long a pause a new version begins, so that one can go back to what was there before. */
const SITTING_MS = 60 * 60_000;

/**
 * Goes into the version at work, while the same person sits at it; otherwise the next one begins.
 * @throws AppError campaigns.not_found, campaigns.wrong_state, campaigns.changed_meanwhile
 */
export async function saveLetter(
  ctx: Ctx,
  campaignId: string,
  { version, letter }: z.output<typeof saveLetterBody>,
): Promise<CampaignDetail> {
  allow(ctx.actor, 'campaigns.write');
  await changeWritten(ctx, campaignId, { may: whileWriting, version }, async (ctx, now) => {
    if (await isSame(ctx, now, letter)) return undefined;
    if (!isSameSitting(ctx, now)) return beginVersion(ctx, now, { letter, madeBy: ctx.actor.memberId });
    await ctx.db
      .updateTable('campaign_versions')
      .set({ letter: JSON.stringify(letter), made_at: ctx.now })
      .where('campaign_id', '=', campaignId)
      .where('number', '=', now.letterVersion)
      .execute();
    return {};
  });
  return readCampaign(ctx, campaignId);
}

async function isSame({ db }: Ctx, { id, letterVersion }: WrittenCampaign, letter: Letter): Promise<boolean> {
  const { rows } = await sql`
    select 1 from campaign_versions where campaign_id = ${id}::uuid and number = ${letterVersion} and letter = ${JSON.stringify(letter)}::jsonb`.execute(
    db,
  );
  return rows.length > 0;
}

const isSameSitting = ({ actor, now }: Ctx, { madeBy, madeAt }: WrittenCampaign): boolean =>
  madeBy !== null && madeBy === actor.memberId && now.getTime() - madeAt.getTime() <= SITTING_MS;

interface Beginning {
  letter: Letter;
  madeBy: string | null;
}

/** @returns the columns of the campaign that say so */
export async function beginVersion(
  { db, now }: Ctx,
  { id, letterVersion }: WrittenCampaign,
  { letter, madeBy }: Beginning,
): Promise<{ letter_version: number }> {
  const number = letterVersion + 1;
  await db
    .insertInto('campaign_versions')
    .values({ campaign_id: id, number, letter: JSON.stringify(letter), made_by: madeBy, made_at: now })
    .execute();
  return { letter_version: number };
}

/** The words that are there stay as a version of their own. @throws AppError campaigns.not_found, campaigns.version_not_found, campaigns.wrong_state */
export async function restoreVersion(ctx: Ctx, campaignId: string, number: number): Promise<CampaignDetail> {
  allow(ctx.actor, 'campaigns.write');
  await changeWritten(ctx, campaignId, { may: whileWriting }, async (ctx, now) => {
    const earlier = await ctx.db
      .selectFrom('campaign_versions')
      .select('letter')
      .where('campaign_id', '=', campaignId)
      .where('number', '=', number)
      .executeTakeFirst();
    if (!earlier) throw notFound('campaigns.version_not_found');
    await record(ctx, { action: 'campaigns.version_restored', details: { campaignId, number } });
    return beginVersion(ctx, now, { letter: readLetter(earlier.letter), madeBy: ctx.actor.memberId });
  });
  return readCampaign(ctx, campaignId);
}

interface VersionRow {
  number: number;
  note: string | null;
  by_id: string | null;
  by_name: string | null;
  made_at: Date;
  decision: 'approved' | 'returned' | null;
  de: Line | null;
  en: Line | null;
}
type LetterVersion = z.input<typeof letterVersion>;
type Line = LetterVersion['subject']['de'];

const MOST_VERSIONS = 200;

/** Newest first. @throws AppError campaigns.not_found */
export async function listVersions(ctx: Ctx, campaignId: string): Promise<LetterVersion[]> {
  allow(ctx.actor, 'campaigns.read');
  const campaign = await findWritten(ctx, campaignId);
  const { rows } = await sql<VersionRow>`
    select v.number, v.note, m.id as by_id, m.name as by_name, v.made_at, v.letter #> '{subject,de,formal}' as de, v.letter #> '{subject,en,formal}' as en,
      (select a.decision from campaign_approvals a where a.campaign_id = v.campaign_id and a.letter_version = v.number order by a.at desc, a.id desc limit 1) as decision
    from campaign_versions v left join members m on m.id = v.made_by where v.campaign_id = ${campaignId}::uuid
    order by v.number desc limit ${MOST_VERSIONS}`.execute(ctx.db);
  return rows.map((row) => ({
    number: row.number,
    note: row.note,
    by: memberOf(row.by_id, row.by_name),
    at: row.made_at.toISOString(),
    state: row.number === campaign.letterVersion ? stateAtWork(campaign.state) : earlierState(row),
    subject: { ...(row.de ? { de: row.de } : {}), ...(row.en ? { en: row.en } : {}) },
  }));
}

const stateAtWork = (state: CampaignState): LetterVersion['state'] =>
  state === 'draft' ? 'at_work' : state === 'in_review' ? 'in_review' : 'approved';

/** An approval that was taken back counts no more. */
const earlierState = ({ decision }: VersionRow): LetterVersion['state'] =>
  decision === 'returned' ? 'returned' : 'earlier';
