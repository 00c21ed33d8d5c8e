import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import type { Db } from '#ground/database/database.ts';
import { asRows } from './rows-json.ts';
import { searchNames, searchTokens } from './search-words.ts';

/** Everything about a person that can be searched. */
export interface SearchedPerson {
  talentId: string;
  entityId: string;
  names: readonly (string | null | undefined)[];
  /** Role, employer, skills, stations: for every reader. */
  open: readonly (string | null | undefined)[];
  /** Notes, contacts, wishes, texts of files: for those who may read them. */
  hidden: readonly (string | null | undefined)[];
  isListed: boolean;
}

interface SearchRow {
  talent_id: string;
  entity_id: string;
  names: string;
  open: string;
  open_tokens: string;
  hidden: string;
  hidden_tokens: string;
  is_listed: boolean;
}

/** A tsvector holds one megabyte; a long CV says everything important before that. */
const LONGEST_TEXT = 100_000;
const PEOPLE_AT_ONCE = 1_000;

export function searchDocument({ talentId, entityId, names, open, hidden, isListed }: SearchedPerson): SearchRow {
  const [openText, hiddenText] = [textOf(open), textOf(hidden)];
  const [openTokens, hiddenTokens] = [searchTokens(openText), searchTokens(hiddenText)];
  return {
    talent_id: talentId,
    entity_id: entityId,
    names: searchNames(names),
    is_listed: isListed,
    open: `${openText} ${openTokens.parts}`.trim(),
    open_tokens: openTokens.folded,
    hidden: `${hiddenText} ${hiddenTokens.parts}`.trim(),
    hidden_tokens: hiddenTokens.folded,
  };
}

const textOf = (parts: readonly (string | null | undefined)[]) =>
  parts.filter(Boolean).join(' ').slice(0, LONGEST_TEXT);

/** One statement for any number of people. German and English stems of the text and the parts of compounds, and the folded words themselves. */
export async function writeSearch(db: Db, people: SearchedPerson[]): Promise<void> {
  if (people.length === 0) return;
  await sql`
    insert into talent_search (talent_id, entity_id, names, words, private_words, is_listed)
    select r.talent_id, r.entity_id, r.names,
      to_tsvector('german', r.open) || to_tsvector('english', r.open) || to_tsvector('simple', r.open_tokens),
      case when r.hidden = '' then ''::tsvector else to_tsvector('german', r.hidden) || to_tsvector('english', r.hidden) || to_tsvector('simple', r.hidden_tokens) end,
      r.is_listed
    from jsonb_to_recordset(${asRows(people.map(searchDocument))}::jsonb)
      as r (talent_id uuid, entity_id uuid, names text, open text, open_tokens text, hidden text, hidden_tokens text, is_listed boolean)
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
export async function reindexTalents({ db }: Pick<Ctx, 'db'>, talentIds: string[]): Promise<void> {
  for (let start = 0; start < talentIds.length; start += PEOPLE_AT_ONCE) {
    const rows = await listTexts(db, talentIds.slice(start, start + PEOPLE_AT_ONCE));
    await writeSearch(
      db,
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
