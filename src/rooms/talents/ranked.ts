import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { invalid } from '#ground/errors/app-error.ts';
import { cursorFrom, pageAfter } from '#ground/http/cursor.ts';
import { sightOf } from './access.ts';
import type { ListQuery } from './schema-filter.ts';
import { rankQuery } from './search-sql.ts';
import { COUNT_LIMIT } from './types.ts';

/** Ranking reads whole documents, so only so many hits take part. */
const RANKED_AT_MOST = 1_000;

/**
 * Best hits first: names before words, then by rank, then by the alphabet. The cursor is a place in that order.
 * @param hits a query for `id` and `is_name`, as many as are counted
 */
export async function findRanked({ db, actor }: Ctx, { q = '', cursor, limit }: ListQuery, hits: RawBuilder<unknown>) {
  const start = placeOf(cursor);
  const hidden = sightOf(actor).notes ? sql` + ts_rank(s.private_words, ${rankQuery(q)})` : sql``;
  const { rows } = await sql<{ value: number; ids: string[] }>`
    with h as materialized (${hits}),
    c as materialized (select h.id, h.is_name from h order by h.is_name desc, h.id desc limit ${RANKED_AT_MOST}),
    r as (select c.id from c join talent_search s on s.talent_id = c.id join talents t on t.id = c.id
      order by c.is_name desc, 2 * ts_rank(s.words, ${rankQuery(q)})${hidden} desc, t.sort_name, c.id offset ${start} limit ${limit + 1})
    select (select count(*) from h) as value, array(select r.id from r) as ids`.execute(db);
  const { value, ids } = rows[0] ?? { value: 0, ids: [] };
  return {
    ids: ids.slice(0, limit),
    nextCursor: ids.length > limit ? cursorFrom([start + limit]) : null,
    count: { value: Math.min(value, COUNT_LIMIT), isExact: value <= COUNT_LIMIT },
  };
}

/** @throws AppError http.cursor_unreadable */
function placeOf(cursor: string | undefined): number {
  const [start] = pageAfter(cursor, ['number']) ?? [0];
  if (start === null || !Number.isInteger(start) || start < 0) throw invalid('http.cursor_unreadable');
  return start;
}
