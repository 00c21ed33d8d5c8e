import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '#ground/context.ts';
import { fold } from '#ground/text/fold.ts';
import { sightOf } from './access.ts';
import { compoundParts, nameForm } from './search-words.ts';

type Sql = RawBuilder<boolean>;
const MOST_WORDS = 8;
/** Shorter beginnings are looked up in the alphabet; three letters make a group that the index knows. */
const SHORTEST_GROUP = 3;

/** Words of a search, folded as names are. */
export const nameWords = (q: string): string[] => nameForm(q).split(' ').filter(Boolean).slice(0, MOST_WORDS);

/** Every word begins one of the person's names. About `talent_search s`. */
export const namesBegin = (words: string[]): Sql =>
  sql`(${sql.join(
    words.map((word) => sql`s.names like ${`% ${word}%`}`),
    sql` and `,
  )})`;

/** Whether the index of names can answer; one or two letters go to the alphabet instead. */
export const isLongEnough = (words: string[]): boolean => words.some((word) => word.length >= SHORTEST_GROUP);

/**
 * Every word occurs: as it is, in its German or English stem, as the beginning of a word, or as a part of a compound.
 * Notes and contacts are searched only for those who may read them. About `talent_search s`.
 */
export function wordsOccur(q: string, actor: Actor): Sql {
  const { notes } = sightOf(actor);
  const words = fold(q).split(' ').filter(Boolean).slice(0, MOST_WORDS);
  const each = words.map((word) => {
    const wanted = queryFor(word);
    return notes
      ? sql<boolean>`(s.words @@ ${wanted} or s.private_words @@ ${wanted})`
      : sql<boolean>`s.words @@ ${wanted}`;
  });
  return each.length > 0 ? sql<boolean>`(${sql.join(each, sql` and `)})` : sql<boolean>`false`;
}

function queryFor(word: string): RawBuilder<unknown> {
  const parts = compoundParts(word);
  const whole = sql`plainto_tsquery('german', ${word}) || plainto_tsquery('english', ${word}) || to_tsquery('simple', ${`'${word}':*`})`;
  return parts.length > 1 ? sql`(${whole} || plainto_tsquery('german', ${parts.join(' ')}))` : sql`(${whole})`;
}

/** The whole search as one query, for ranking a bounded number of hits. */
export function rankQuery(q: string): RawBuilder<unknown> {
  const words = fold(q).split(' ').filter(Boolean).slice(0, MOST_WORDS);
  return sql.join(words.map(queryFor), sql` || `);
}

/** A mail address or phone number, or its beginning; undefined when the words look like neither. */
export function addressSearch(q: string): { kind: 'email' | 'phone'; from: string } | undefined {
  const compact = q.trim().toLowerCase();
  if (/^[^\s@]{2,}@[^\s]*$/.test(compact)) return { kind: 'email', from: compact };
  const digits = compact.replace(/[\s()/.-]/g, '').replace(/^00/, '+');
  return /^\+\d{5,}$/.test(digits) ? { kind: 'phone', from: digits } : undefined;
}

/** About `t` or `s`: people with an address that begins so. */
export const addressBegins = ({ kind, from }: { kind: string; from: string }): Sql =>
  sql`s.talent_id in (select a.talent_id from talent_addresses a where a.kind = ${kind} and a.normal_form >= ${from} and a.normal_form < ${`${from}\u{10FFFF}`} limit 200)`;
