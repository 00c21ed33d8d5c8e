import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { copyRows } from '#ground/database/copy.ts';
import type { Db } from '#ground/database/database.ts';
import { asRows } from './rows-json.ts';
import type { SearchText } from './search-lexemes.ts';
import { vectorsOf } from './search-lexemes.ts';
import { searchNames } from './search-words.ts';

/** Everything about a person that can be searched. */
export interface SearchedPerson {
  talentId: string;
  entityId: string;
  names: readonly (string | null | undefined)[];
  /** Role, employer, skills, stations: for every reader. */
  open: SearchText;
  /** Notes, contacts, wishes, texts of files: for those who may read them. */
  hidden: SearchText;
  isListed: boolean;
}

const PEOPLE_AT_ONCE = 1_000;

async function searchRows(db: Db, people: SearchedPerson[]) {
  const vectors = await vectorsOf(
    db,
    people.flatMap(({ open, hidden }) => [open, hidden]),
  );
  return people.map(({ talentId, entityId, names, isListed }, at) => ({
    talent_id: talentId,
    entity_id: entityId,
    names: searchNames(names),
    words: vectors[2 * at] ?? '',
    private_words: vectors[2 * at + 1] ?? '',
    is_listed: isListed,
  }));
}

/** Of people who are new: nothing can be there yet. */
export const copySearch = async (db: Db, people: SearchedPerson[]): Promise<void> =>
  copyRows(db, 'talent_search', await searchRows(db, people), {
    talent_id: (row) => row.talent_id,
    entity_id: (row) => row.entity_id,
    names: (row) => row.names,
    words: (row) => row.words,
    private_words: (row) => row.private_words,
    is_listed: (row) => row.is_listed,
  });

/** At most two statements for any number of people. */
async function writeSearch(db: Db, people: SearchedPerson[]): Promise<void> {
  if (people.length === 0) return;
  const rows = await searchRows(db, people);
  await sql`
    insert into talent_search (talent_id, entity_id, names, words, private_words, is_listed)
    select r.talent_id, r.entity_id, r.names, r.words::tsvector, r.private_words::tsvector, r.is_listed
    from jsonb_to_recordset(${asRows(rows)}::jsonb) as r (talent_id uuid, entity_id uuid, names text, words text, private_words text, is_listed boolean)
    on conflict (talent_id) do update set names = excluded.names, words = excluded.words, private_words = excluded.private_words, is_listed = excluded.is_listed`.execute(
    db,
  );
}

interface TextRow {
  id: string;
  entity_id: string;
  names: string[];
  open: string[];
  hidden: string[];
  is_listed: boolean;
}

/** Reads what is written about these people and makes them searchable by it; three statements per thousand people. */
export async function reindexTalents(ctx: Ctx, talentIds: string[]): Promise<void> {
  for (let start = 0; start < talentIds.length; start += PEOPLE_AT_ONCE) {
    const rows = await listTexts(ctx.db, talentIds.slice(start, start + PEOPLE_AT_ONCE));
    await writeSearch(
      ctx.db,
      rows.map((row) => ({
        talentId: row.id,
        entityId: row.entity_id,
        names: row.names,
        open: row.open,
        hidden: row.hidden,
        isListed: row.is_listed,
      })),
    );
  }
  await ctx.emit(ctx, 'talents.words_changed', { talentIds });
}

async function listTexts(db: Db, ids: string[]): Promise<TextRow[]> {
  const { rows } = await sql<TextRow>`
    select t.id, t.entity_id, t.deleted_at is null as is_listed, array_remove(array[t.first_name, t.last_name, t.birth_name], null) as names,
      array_remove(array[t.role, t.employer, t.city], null)
        || array(select k.name from talent_skills k where k.talent_id = t.id order by k.id)
        || array(select concat_ws(' ', s.employer, s.role, s.unit) from career_stations s where s.talent_id = t.id order by s.id)
        || array(select a.vacancy from applications a where a.talent_id = t.id and a.vacancy is not null order by a.id) as open,
      array_remove(array[t.wishes], null)
        || array(select n.body from notes n where n.talent_id = t.id order by n.created_at desc, n.id limit 200)
        || array(select concat_ws(' ', p.subject, p.body) from touchpoints p where p.talent_id = t.id and not p.is_bulk order by p.occurred_at desc, p.id limit 200)
        || array(select f.text_content from talent_files f where f.talent_id = t.id and f.text_content is not null order by f.id) as hidden
    from talents t where t.id = any(${ids}::uuid[])`.execute(db);
  return rows;
}
