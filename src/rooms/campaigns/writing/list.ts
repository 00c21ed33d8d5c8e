import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { cutPage, pageAfter } from '#ground/http/cursor.ts';
import { allow } from '#rooms/accounts/index.ts';
import type { z } from 'zod';
import type { CampaignRow, campaignListQuery } from '../schema-writing.ts';
import { BEFORE_SENDING, OVER, UNDER_WAY } from './may.ts';
import type { RowRecord } from './rows.ts';
import { rowColumns, rowOf, rowSource } from './rows.ts';

type Query = z.output<typeof campaignListQuery>;

const PAGE = 30;
const STATES = { all: undefined, writing: BEFORE_SENDING, under_way: UNDER_WAY, over: OVER } as const;

/** Newest first; letters from one person to another and steps of sequences stand with the people. */
export async function listCampaigns(
  { db, actor }: Ctx,
  { state, search, cursor }: Query,
): Promise<{ items: CampaignRow[]; nextCursor: string | null }> {
  allow(actor, 'campaigns.read');
  const after = pageAfter(cursor, ['text', 'id']);
  const states = STATES[state];
  const where = [
    sql`c.entity_id = any(${actor.entityIds}::uuid[])`,
    sql`c.kind = 'newsletter' and c.deleted_at is null`,
    ...(states ? [sql`c.state = any(${[...states]}::text[])`] : []),
    ...(search === '' ? [] : [sql`c.name ilike ${likeOf(search)}`]),
    ...(after ? [sql`(c.created_at, c.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`] : []),
  ];
  const { rows } = await sql<RowRecord & { created_key: string }>`
    select ${rowColumns(actor)}, c.created_at::text as created_key from ${rowSource} where ${sql.join(where, sql` and `)}
    order by c.created_at desc, c.id desc limit ${PAGE + 1}`.execute(db);
  const { page, nextCursor } = cutPage(rows, PAGE, ({ created_key, id }) => [created_key, id]);
  return { items: page.map(rowOf), nextCursor };
}

const likeOf = (search: string) => `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
