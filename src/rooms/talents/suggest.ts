import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { allow } from '#rooms/accounts/index.ts';
import { sightOf } from './access.ts';
import { findAlike } from './alike.ts';
import { listRows } from './list-rows.ts';
import { foundLetters } from './found-letters.ts';
import type { suggestion } from './schema.ts';
import { addressBegins, addressSearch, isLongEnough, nameWords, namesBegin } from './search-sql.ts';
import { fullName } from './sort-name.ts';

type Suggestion = z.input<typeof suggestion>;

const SHOWN = 8;
/** Of a frequent beginning only so many people are compared; whoever types on finds the others. */
const COMPARED = 400;

/** At most eight people while typing: names that begin so first, then names that are nearly so. */
export async function suggestPeople(ctx: Ctx, q: string): Promise<Suggestion[]> {
  allow(ctx.actor, 'talents.read');
  const words = nameWords(q);
  if (words.length === 0) return [];
  const rows = await listRows(ctx, await findIds(ctx, q, words));
  return rows.map(({ id, title, firstName, lastName, role, employer, city, permissions, touches, warmth }) => {
    const name = fullName({ title, firstName, lastName });
    return {
      id,
      title,
      firstName,
      lastName,
      name,
      role,
      employer,
      city,
      permissions,
      touches,
      warmth,
      found: foundLetters(name, q),
    };
  });
}

async function findIds(ctx: Ctx, q: string, words: string[]): Promise<string[]> {
  const address = addressSearch(q);
  if (address && sightOf(ctx.actor).contact) return idsWhere(ctx, addressBegins(address));
  const exact = isLongEnough(words) ? await idsBeginning(ctx, words) : await idsInAlphabet(ctx, words.join(' '));
  if (exact.length >= SHOWN) return exact;
  const alike = await findAlike(ctx, words, SHOWN);
  return [...new Set([...exact, ...alike])].slice(0, SHOWN);
}

/** Whose last name begins so comes first, then whoever was in contact last. */
async function idsBeginning({ db, actor }: Ctx, words: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with c as materialized (
      select s.talent_id from talent_search s where ${namesBegin(words)} and s.entity_id = any(${actor.entityIds}::uuid[]) and s.is_listed limit ${COMPARED})
    select t.id from c join talents t on t.id = c.talent_id and t.deleted_at is null
    order by (t.sort_name like ${`${words.at(-1) ?? ''}%`} or t.sort_name like ${`${words[0] ?? ''}%`}) desc, t.last_touch_at desc nulls last, t.sort_name, t.id limit ${SHOWN}`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

/** One or two letters: the beginning of the alphabet's index. */
async function idsInAlphabet({ db, actor }: Ctx, begin: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select w.id from unnest(${actor.entityIds}::uuid[]) e(id) cross join lateral (
      select t.id, t.sort_name from talents t where t.entity_id = e.id and t.deleted_at is null and t.sort_name >= ${begin} and t.sort_name < ${`${begin}\u{10FFFF}`}
      order by t.sort_name, t.id limit ${SHOWN}) w order by w.sort_name, w.id limit ${SHOWN}`.execute(db);
  return rows.map(({ id }) => id);
}

async function idsWhere({ db, actor }: Ctx, condition: ReturnType<typeof addressBegins>): Promise<string[]> {
  const { rows } = await sql<{ talent_id: string }>`
    select s.talent_id from talent_search s where ${condition} and s.entity_id = any(${actor.entityIds}::uuid[]) and s.is_listed limit ${SHOWN}`.execute(
    db,
  );
  return rows.map((row) => row.talent_id);
}
