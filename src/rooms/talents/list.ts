import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { allow } from '#rooms/accounts/index.ts';
import { all, sightOf, visible } from './access.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { findAlike } from './alike.ts';
import { conditionsOf } from './filter-sql.ts';
import { listRows } from './list-rows.ts';
import { findRanked } from './ranked.ts';
import type { ListFilter, ListQuery } from './schema-filter.ts';
import type { TalentRow } from './schema.ts';
import { addressBegins, addressSearch, isLongEnough, nameWords, namesBegin, wordsOccur } from './search-sql.ts';
import type { Order } from './order.ts';
import { afterCursor, by, orderOf } from './order.ts';
import { COUNT_LIMIT } from './types.ts';

type Sql = RawBuilder<boolean>;
const LIKE_AT_MOST = 200;

export interface FoundPage {
  ids: string[];
  nextCursor: string | null;
  count: { value: number; isExact: boolean };
}

/** One page of the list; a handful of queries whatever its length. */
export async function getList(
  ctx: Ctx,
  query: ListQuery,
): Promise<{ items: TalentRow[]; nextCursor: string | null; count: FoundPage['count'] }> {
  allow(ctx.actor, 'talents.read');
  const { ids, nextCursor, count } = await findPage(ctx, query);
  return { items: await listRows(ctx, ids), nextCursor, count };
}

async function findPage(ctx: Ctx, query: ListQuery): Promise<FoundPage> {
  const conditions = await conditionsOf(query, ctx);
  const { q } = query;
  if (q && !query.sort) return findBest(ctx, { ...query, q }, conditions);
  const where = [visible(ctx.actor), ...conditions, ...(q ? [await searchCondition(ctx, q)] : [])];
  return findOrdered(ctx, query, { where, order: orderOf(query) });
}

/** A bare search asks only the index of words, and ranks its first ten thousand hits; with other conditions all hits take part. */
async function findBest(ctx: Ctx, query: ListQuery & { q: string }, conditions: Sql[]): Promise<FoundPage> {
  const words = nameWords(query.q);
  const isName = words.length > 0 ? namesBegin(words) : sql<boolean>`false`;
  if (conditions.length === 0 && isLongEnough(words)) {
    const hits = sql`select m.* from (${matching(ctx, query.q, isName)}) m limit ${COUNT_LIMIT + 1}`;
    const found = await findRanked(ctx, query, hits);
    if (found.count.value > 0) return found;
  }
  const where = [visible(ctx.actor), ...conditions, await searchCondition(ctx, query.q)];
  const hits = sql`select t.id, ${isName} as is_name from talents t join talent_search s on s.talent_id = t.id where ${all(where)} limit ${COUNT_LIMIT + 1}`;
  return findRanked(ctx, query, hits);
}

/** The conditions of a list, for bulk acts, exports and the counts of views. */
export async function whereOf(ctx: Ctx, filter: Partial<ListFilter>): Promise<Sql[]> {
  const conditions = await conditionsOf(filter, ctx);
  return [visible(ctx.actor), ...conditions, ...(filter.q ? [await searchCondition(ctx, filter.q)] : [])];
}

/** About `talents t`. When no name begins so and no word occurs, names that are nearly so are found. */
async function searchCondition(ctx: Ctx, q: string): Promise<Sql> {
  const words = nameWords(q);
  if (!isLongEnough(words)) return matches(ctx, q);
  const hits = matching(ctx, q, sql`false`);
  const { rows } = await sql`select from (${hits}) m limit 1`.execute(ctx.db);
  if (rows.length > 0) return sql`t.id in (select m.id from (${hits}) m)`;
  const near = await findAlike(ctx, words, LIKE_AT_MOST);
  return sql`t.id = any(${near}::uuid[])`;
}

/** Planned as if all hits were wanted, so that the indexes are used; read only as far as a limit around it. */
const matching = (ctx: Ctx, q: string, isName: Sql): RawBuilder<unknown> => sql`
  with m as materialized (select s.talent_id as id, ${isName} as is_name from talent_search s
    where ${matches(ctx, q)} and s.entity_id = any(${ctx.actor.entityIds}::uuid[]) and s.is_listed) select * from m`;

function matches(ctx: Ctx, q: string): Sql {
  const address = addressSearch(q);
  if (address && sightOf(ctx.actor).contact) return addressBegins(address);
  const words = nameWords(q);
  if (words.length === 0) return sql`false`;
  return isLongEnough(words)
    ? sql`(${namesBegin(words)} or ${wordsOccur(q, ctx.actor)})`
    : sql`t.sort_name like ${`${words.join(' ')}%`}`;
}

interface Ordered {
  where: Sql[];
  order: Order;
}

/**
 * Counts up to the limit and pages in the same scan; only a filter that finds more than the limit walks the index of the
 * order, where it meets a page soon. So neither rare nor common filters are slow.
 */
async function findOrdered({ db, actor }: Ctx, query: ListQuery, { where, order }: Ordered): Promise<FoundPage> {
  const cursor = readCursor(query.cursor);
  const after = cursor ? afterCursor(cursor, order, { key: sql`h.key`, id: sql`h.id` }) : sql`true`;
  const { rows } = await sql<{ value: number; ids: string[]; keys: (string | null)[] }>`
    with h as materialized (select t.id, ${order.column} as key from talents t where ${all(where)} limit ${COUNT_LIMIT + 1}),
    p as (select h.id, h.key from h where ${after} order by ${by(order, { key: sql`h.key`, id: sql`h.id` })} limit ${query.limit + 1})
    select (select count(*) from h) as value, array(select p.id from p) as ids, array(select p.key::text from p) as keys`.execute(
    db,
  );
  const [found] = rows;
  if (!found) throw new Error('a count always has a row');
  if (found.value <= COUNT_LIMIT) return pageOf(found.ids, found.keys, { limit: query.limit, value: found.value });
  const beyond = cursor ? afterCursor(cursor, order, { key: order.column, id: sql`t.id` }) : sql`true`;
  const walked = await sql<{ id: string; key: string | null }>`
    select w.id, w.key::text as key from unnest(${actor.entityIds}::uuid[]) e(id)
    cross join lateral (
      select t.id, ${order.column} as key from talents t where t.entity_id = e.id and ${all(where)} and ${beyond} order by ${by(order, { key: order.column, id: sql`t.id` })} limit ${query.limit + 1}
    ) w order by ${by(order, { key: sql`w.key`, id: sql`w.id` })} limit ${query.limit + 1}`.execute(db);
  return pageOf(
    walked.rows.map(({ id }) => id),
    walked.rows.map(({ key }) => key),
    { limit: query.limit, value: COUNT_LIMIT + 1 },
  );
}

function pageOf(ids: string[], keys: (string | null)[], { limit, value }: { limit: number; value: number }): FoundPage {
  const last = ids[limit - 1];
  const nextCursor = ids.length > limit && last ? writeCursor({ key: keys[limit - 1] ?? null, id: last }) : null;
  return {
    ids: ids.slice(0, limit),
    nextCursor,
    count: { value: Math.min(value, COUNT_LIMIT), isExact: value <= COUNT_LIMIT },
  };
}
