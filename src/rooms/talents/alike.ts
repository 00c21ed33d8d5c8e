import { distance } from 'fastest-levenshtein';
import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';

/** Shorter words have too many neighbours one letter away. */
const SHORTEST_WORD = 4;
const COMPARED = 200;

/** People whose names are a letter or two away from the words, nearest first. Only the two longest words take part. */
export async function findAlike({ db, actor }: Ctx, words: string[], atMost: number): Promise<string[]> {
  const wanted = words
    .filter((word) => word.length >= SHORTEST_WORD)
    .sort((a, b) => b.length - a.length)
    .slice(0, 2);
  if (wanted.length === 0) return [];
  const { rows } = await sql<{ talent_id: string; names: string }>`
    select talent_id, names from talents_like_name(${wanted}::text[], ${actor.entityIds}::uuid[], ${leastLikeness(wanted)}::real, ${COMPARED})`.execute(
    db,
  );
  return rows
    .map(({ talent_id, names }) => ({ id: talent_id, errors: errorsOf(wanted, names) }))
    .filter(({ errors }) => errors !== undefined)
    .sort((a, b) => (a.errors ?? 0) - (b.errors ?? 0))
    .slice(0, atMost)
    .map(({ id }) => id);
}

/**
 * The share of three-letter groups that are left at least when one letter inside a word is wrong; a word of n letters has n + 1.
 * Groups count only in their order, so an error in the middle can cost those on one side of it.
 */
function leastLikeness(words: string[]): number {
  const shortest = Math.min(...words.map(({ length }) => length));
  if (shortest <= 4) return 0.39;
  return shortest === 5 ? 0.33 : 0.42;
}

/** Wrong letters in all words together; undefined when a word has more than are forgiven. */
function errorsOf(words: string[], names: string): number | undefined {
  const known = names.trim().split(' ');
  let sum = 0;
  for (const word of words) {
    const errors = Math.min(
      ...known.map((name) => Math.min(distance(word, name), distance(word, name.slice(0, word.length)))),
    );
    if (errors > (word.length >= 8 ? 2 : 1)) return undefined;
    sum += errors;
  }
  return sum;
}
