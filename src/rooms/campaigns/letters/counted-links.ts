import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import type { CampaignAtWork } from '../sending/campaign-at-work.ts';
import type { LetterUse } from '../sending/letter-source.ts';
import type { LetterParts } from './compile.ts';
import { addressesIn } from './compile.ts';
import type { WayTo } from './words/ways.ts';

/**
 * How the links of a campaign lead past its counter: one way for all readers (EM-8). Numbers are given when it is sent; in a letter that
 * is only looked at, what has no number leads straight to its address.
 * @returns undefined when nothing is counted
 */
export async function waysPastCounter(
  ctx: Ctx,
  { id, countsClicks }: Pick<CampaignAtWork, 'id' | 'countsClicks'>,
  parts: LetterParts,
  use: LetterUse,
): Promise<WayTo | undefined> {
  if (!countsClicks) return undefined;
  const numbers = use === 'to_send' ? await numbered(ctx, id, addressesIn(parts)) : await listNumbers(ctx, id);
  return (address) => {
    const number = numbers.get(address);
    return number === undefined ? address : `${ctx.baseUrl}/api/v1/letter-links/${id}/${number}`;
  };
}

type Numbers = ReadonlyMap<string, number>;

async function listNumbers({ db }: Pick<Ctx, 'db'>, campaignId: string): Promise<Numbers> {
  const rows = await db
    .selectFrom('campaign_links')
    .select(['url', 'number'])
    .where('campaign_id', '=', campaignId)
    .execute();
  return new Map(rows.map(({ url, number }) => [url, number]));
}

/** An address keeps its number for good, whichever process gave it; one that came into the letter later gets the next. */
async function numbered(ctx: Ctx, campaignId: string, addresses: readonly string[]): Promise<Numbers> {
  const known = await listNumbers(ctx, campaignId);
  if (addresses.every((address) => known.has(address))) return known;
  return inTransaction(ctx, async (ctx) => {
    // One after the other: who comes second finds the numbers of the first.
    await sql`select 1 from campaigns where id = ${campaignId}::uuid for no key update`.execute(ctx.db);
    await sql`
      insert into campaign_links (campaign_id, number, url)
      select ${campaignId}::uuid, (select coalesce(max(l.number), 0) from campaign_links l where l.campaign_id = ${campaignId}::uuid) + row_number() over (order by a.at), a.url
      from unnest(${[...addresses]}::text[]) with ordinality as a (url, at)
      where not exists (select 1 from campaign_links l where l.campaign_id = ${campaignId}::uuid and l.url = a.url)`.execute(
      ctx.db,
    );
    return listNumbers(ctx, campaignId);
  });
}
