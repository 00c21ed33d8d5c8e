import { distance } from 'fastest-levenshtein';
import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';

/** Shorter words have too many neighbours one letter away. */
const SHORTEST_WORD = 4;
const COMPARED = 200;
/** A long word keeps half of its groups whatever letter is wrong. */
const NEAR = 0.5;
const LONG_WORD = 8;

/**
 * People whose names are a letter or two away, nearest first. The longest word may be wrong, the one after it is taken as it is.
 * Near names are asked for first: the wide question costs many times more and is rarely needed.
 */
export async function findAlike(ctx: Ctx, words: string[], atMost: number): Promise<string[]> {
  const wanted = words.toSorted((a, b) => b.length - a.length).slice(0, 2);
  const [longest] = wanted;
  if (longest === undefined || longest.length < SHORTEST_WORD) return [];
  const near = await findWithin(ctx, wanted, NEAR);
  const found =
    near.length > 0 || longest.length >= LONG_WORD ? near : await findWithin(ctx, wanted, wideLikeness(longest));
  return found.slice(0, atMost);
}

async function findWithin({ db, actor }: Ctx, wanted: string[], likeness: number): Promise<string[]> {
  const { rows } = await sql<{ talent_id: string; names: string }>`
    select talent_id, names from talents_like_name(${wanted}::text[], ${actor.entityIds}::uuid[], ${likeness}::real, ${COMPARED})`.execute(
    db,
  );
  const near = rows.flatMap(({ talent_id, names }) => {
    const errors = errorsOf(wanted[0] ?? '', names);
    return errors === undefined ? [] : [{ id: talent_id, errors }];
  });
  return near.sort((a, b) => a.errors - b.errors).map(({ id }) => id);
}

/**
 * The share of three-letter groups that are left at least when one letter inside a word is wrong; a word of n letters has n + 1.
 * Groups count only in their order, so an error in the middle can cost those on one side of it.
 */
function wideLikeness({ length }: string): number {
  if (length <= 4) return 0.39;
  return length === 5 ? 0.33 : 0.42;
}

/** Wrong letters in the nearest of the names; undefined when there are more than are forgiven. */
function errorsOf(word: string, names: string): number | undefined {
  const known = names.trim().split(' ');
  const errors = Math.min(
    ...known.map((name) => Math.min(distance(word, name), distance(word, name.slice(0, word.length)))),
  );
  return errors > (word.length >= LONG_WORD ? 2 : 1) ? undefined : errors;
}
