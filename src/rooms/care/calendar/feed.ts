import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { notFound } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import { meOf } from '../member.ts';

const TOKEN_BYTES = 32;

/** Random enough that a plain hash does: nobody can guess 256 bits. */
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

export async function getFeed({ db, actor }: Ctx): Promise<{ exists: boolean; createdAt: string | null }> {
  allow(actor, 'care.read');
  const row = await db
    .selectFrom('calendar_feeds')
    .select('created_at')
    .where('member_id', '=', meOf(actor))
    .executeTakeFirst();
  return { exists: row !== undefined, createdAt: row?.created_at.toISOString() ?? null };
}

/** A new address; the one before ends. It is shown this once and kept only as a hash. */
export async function makeFeed(ctx: Ctx, baseUrl: string): Promise<{ url: string }> {
  allow(ctx.actor, 'care.read');
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const row = { token_hash: hashOf(token), created_at: ctx.now };
  await ctx.db
    .insertInto('calendar_feeds')
    .values({ member_id: meOf(ctx.actor), ...row })
    .onConflict((on) => on.column('member_id').doUpdateSet(row))
    .execute();
  return { url: new URL(`/api/v1/calendar/${token}`, baseUrl).href };
}

export async function endFeed({ db, actor }: Ctx): Promise<void> {
  allow(actor, 'care.read');
  await db.deleteFrom('calendar_feeds').where('member_id', '=', meOf(actor)).execute();
}

export interface FeedOwner {
  id: string;
  name: string;
  role: string;
  language: string;
  time_zone: string;
  entity_ids: string[];
}

/** Whose calendar it is. An ended address, one that never was and that of somebody who left look the same. @throws AppError care.calendar_missing */
export async function findFeedOwner({ db }: Ctx, token: string): Promise<FeedOwner> {
  const { rows } = await sql<FeedOwner>`
    select m.id, m.name, m.role, m.language, m.time_zone, array(select e.entity_id from member_entities e where e.member_id = m.id) as entity_ids
    from calendar_feeds f join members m on m.id = f.member_id where f.token_hash = ${hashOf(token)} and m.disabled_at is null`.execute(
    db,
  );
  const [owner] = rows;
  if (!owner) throw notFound('care.calendar_missing');
  return owner;
}
