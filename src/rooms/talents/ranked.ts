import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { invalid } from '#ground/errors/app-error.ts';
import { cursorFrom, pageAfter } from '#ground/http/cursor.ts';
import { all, sightOf } from './access.ts';
import type { ListQuery } from './schema-filter.ts';
import { nameWords, namesBegin, rankQuery } from './search-sql.ts';
import { COUNT_LIMIT } from './types.ts';

/** Ranking reads whole documents, so only so many hits take part. */
const RANKED_AT_MOST = 1_000;

/** Best hits first: names before words, then by rank, then by the alphabet. The cursor is a place in that order. */
export async function findRanked(
  { db, actor }: Ctx,
  { q = '', cursor, limit }: ListQuery,
  where: RawBuilder<boolean>[],
) {
  const start = placeOf(cursor);
  const words = nameWords(q);
  const isName = words.length > 0 ? namesBegin(words) : sql`false`;
  const hidden = sightOf(actor).notes ? sql` + ts_rank(s.private_words, ${rankQuery(q)})` : sql``;
  const { rows } = await sql<{ value: number; ids: string[] }>`
    with h as materialized (select t.id, t.sort_name from talents t where ${all(where)} limit ${COUNT_LIMIT + 1}),
    c as (select h.id, h.sort_name, s.names, s.words, s.private_words from h join talent_search s on s.talent_id = h.id order by (${isName}) desc, h.id desc limit ${RANKED_AT_MOST}),
    r as (select s.id from c s order by (${isName}) desc, 2 * ts_rank(s.words, ${rankQuery(q)})${hidden} desc, s.sort_name, s.id offset ${start} limit ${limit + 1})
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
