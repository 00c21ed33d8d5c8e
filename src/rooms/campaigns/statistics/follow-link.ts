import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { AppError } from '#ground/errors/app-error.ts';
import type { Limit } from '#rooms/accounts/index.ts';
import { countTry } from '#rooms/accounts/index.ts';
import { nowherePage, wishedLanguage } from './letter-page.ts';
import type { Visitor } from './visitor.ts';
import { whoOpens } from './visitor.ts';

interface Following {
  campaignId: string;
  number: string;
  nonce: string;
  /** What the reader's program wishes; nobody is known here. */
  wished: string;
  request: Request;
}

const NOT_FOUND = 404;

/** Of a campaign, not of a network: no trace of a visitor is kept, not even a hashed one. Beyond it readers still get where they go. */
const LIMIT: Limit = { name: 'letter-links', most: 3000, seconds: 60 };

/** Leads on to the address that stands in the table, never to one that somebody brings, and counts that somebody went. */
export async function followLink(ctx: Ctx, { request, ...asked }: Following): Promise<Response> {
  const link = readLink(asked);
  const address = link && (await findAddress(ctx, link));
  if (!address)
    return nowherePage('link', { language: wishedLanguage(asked.wished), nonce: asked.nonce, status: NOT_FOUND });
  if (request.method === 'GET' && (await isWithinLimit(ctx, link.campaignId)))
    await count(ctx, link, whoOpens(request.headers));
  return new Response(null, {
    status: 302,
    headers: {
      location: address,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    },
  });
}

interface Link {
  campaignId: string;
  number: number;
}

const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const NUMBER = /^[1-9]\d{0,5}$/;

const readLink = ({ campaignId, number }: Pick<Following, 'campaignId' | 'number'>): Link | undefined =>
  ID.test(campaignId) && NUMBER.test(number) ? { campaignId, number: Number(number) } : undefined;

async function findAddress({ db }: Ctx, { campaignId, number }: Link): Promise<string | undefined> {
  const row = await db
    .selectFrom('campaign_links')
    .select('url')
    .where('campaign_id', '=', campaignId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row && webAddress(row.url);
}

/** As it may stand in a header: nothing but the web, and nothing but signs that a header takes. */
function webAddress(url: string): string | undefined {
  const address = URL.parse(url);
  return address?.protocol === 'https:' || address?.protocol === 'http:' ? address.href : undefined;
}

async function isWithinLimit(ctx: Ctx, campaignId: string): Promise<boolean> {
  try {
    await countTry(ctx, [{ limit: LIMIT, of: campaignId }]);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.kind === 'too_many') return false;
    throw error;
  }
}

const count = ({ db, now }: Ctx, { campaignId, number }: Link, visitor: Visitor) =>
  sql`
    insert into clicks (campaign_id, link_number, on_date, by_whom, count)
    values (${campaignId}::uuid, ${number}, (${now}::timestamptz at time zone 'UTC')::date, ${visitor}, 1)
    on conflict (campaign_id, link_number, on_date, by_whom) do update set count = clicks.count + 1`.execute(db);
