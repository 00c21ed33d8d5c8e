import { sql } from 'kysely';
import type { Db } from '#ground/database/database.ts';
import type { NotShownReason } from './eligible.ts';
import { whyNotShown } from './eligible.ts';

/**
 * What may be read of a person for a match, and nothing else: skills, tasks, training, languages, interests, town, wished hours, availability.
 * No name, address, age, gender, photo, gap, mail opened or sign-in has a field here (AI-5).
 */
export interface PersonDocuments {
  talentId: string;
  entityId: string;
  city: string | null;
  country: string | null;
  /** `YYYY-MM-DD` */
  availableFrom: string | null;
  /** Why they are not compared today; null: they are. */
  notShown: NotShownReason | null;
  passages: Passage[];
}

/** A piece of text with where it stands. */
export interface Passage {
  source: PassageSource;
  sourceId: string | null;
  /** `YYYY-MM-DD` */
  on: string | null;
  text: string;
  /** Written into a field for skills or interests, so nothing has to be recognised in it. */
  given: 'skill' | 'interest' | null;
}

export type PassageSource = 'note' | 'file' | 'application' | 'touchpoint' | 'station' | 'skill' | 'wishes' | 'role';

/** A CV of 500 pages says what counts before this. */
const LONGEST_PASSAGE = 200_000;
const PASSAGES_AT_MOST = 400;

interface DocumentRow extends Omit<PersonDocuments, 'passages'> {
  passages: Passage[] | null;
}

/** People with what they said and what was written about their work; one statement for any number. Binned and merged people have none. */
export async function listDocuments(db: Db, talentIds: string[], today: string): Promise<PersonDocuments[]> {
  if (talentIds.length === 0) return [];
  const { rows } = await sql<DocumentRow>`
    select t.id as "talentId", t.entity_id as "entityId", t.city, t.country, t.available_from as "availableFrom", ${whyNotShown(today)} as "notShown", p.passages
    from talents t
    left join lateral (
      select jsonb_agg(jsonb_build_object('source', x.source, 'sourceId', x.id, 'on', x.on, 'text', left(x.text, ${LONGEST_PASSAGE}), 'given', x.given) order by x.source, x.on desc nulls last, x.id) as passages
      from (
        select 'role' as source, null::uuid as id, null::date as on, t.role as text, null as given where t.role is not null
        union all select 'wishes', null, null, t.wishes, null where t.wishes is not null
        union all select 'skill', k.id, k.created_at::date, k.name, k.kind from talent_skills k where k.talent_id = t.id and not k.is_proposed
        union all select 'station', s.id, coalesce(s.ended_on, s.started_on), concat_ws(', ', s.role, s.unit), null from career_stations s where s.talent_id = t.id and s.role is not null
        union all select 'application', a.id, a.applied_on, a.vacancy, null from applications a where a.talent_id = t.id and a.vacancy is not null
        union all select 'note', n.id, n.created_at::date, n.body, null from notes n where n.talent_id = t.id
        union all select 'file', f.id, f.created_at::date, f.text_content, null from talent_files f where f.talent_id = t.id and f.text_content is not null
        union all select 'touchpoint', c.id, c.occurred_at::date, concat_ws(': ', c.subject, c.body), null from touchpoints c
          where c.talent_id = t.id and c.direction = 'theirs' and not c.is_bulk and coalesce(c.body, c.subject) is not null
        limit ${PASSAGES_AT_MOST}) x) p on true
    where t.id = any(${talentIds}::uuid[]) and t.deleted_at is null`.execute(db);
  return rows.map((row) => ({ ...row, passages: row.passages ?? [] }));
}
