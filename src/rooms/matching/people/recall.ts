import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import type { PersonMarks } from '../scoring/people-index-types.ts';
import type { RecallMark } from '../scoring/types.ts';

export interface Recall {
  mark: RecallMark;
  /** What they were here, or nearly became. */
  titles: string[];
}

interface RecallRow {
  talent_id: string;
  was_here: boolean;
  wishes: boolean;
  titles: string[] | null;
}

/** Once with us and gone, unless they do not wish to return; and silver medallists of vacancies that went to somebody else. One statement. */
export async function listRecalls({ db }: Ctx, talentIds: string[]): Promise<Map<string, Recall>> {
  const { rows } = await sql<RecallRow>`
    with former as (
      select s.talent_id, bool_or(s.rehire_wish = 'yes') as wishes, array_agg(s.role) as titles from career_stations_view s
      where s.talent_id = any(${talentIds}::uuid[]) and s.is_ours group by s.talent_id
      having bool_and(s.ended_on is not null) and not bool_or(coalesce(s.rehire_wish, '') = 'no')),
    medals as (
      select a.talent_id, array_agg(a.vacancy) as titles from applications_view a join talents_view t on t.id = a.talent_id
      where a.talent_id = any(${talentIds}::uuid[]) and 'silver_medalist' = any(t.segments) and a.outcome not in ('hired', 'withdrawn') group by a.talent_id)
    select coalesce(f.talent_id, m.talent_id) as talent_id, f.talent_id is not null as was_here, coalesce(f.wishes, false) as wishes,
      array_remove(f.titles || m.titles, null) as titles
    from former f full join medals m on m.talent_id = f.talent_id`.execute(db);
  return new Map(rows.map((row) => [row.talent_id, { mark: markOf(row), titles: [...new Set(row.titles ?? [])] }]));
}

function markOf({ was_here, wishes }: RecallRow): RecallMark {
  if (!was_here) return 'silver_medal';
  return wishes ? 'wishes_to_return' : 'left';
}

export function recallMarks(
  recall: Recall | undefined,
  occupationsIn: (title: string) => number[],
): Pick<PersonMarks, 'recall' | 'recallFor'> {
  if (!recall) return { recall: 'none' };
  return { recall: recall.mark, recallFor: [...new Set(recall.titles.flatMap(occupationsIn))] };
}

/** Titles of everything that was ever wanted in the same family of roles, with the family's name; none where the demand has no family. */
export async function listFamilyTitles({ db }: Pick<Ctx, 'db'>, demandId: string): Promise<string[]> {
  const { rows } = await sql<{ title: string }>`
    select f.name as title from demands_view d join role_families f on f.id = d.role_family_id where d.id = ${demandId}
    union select o.title from demands_view d join demands_view o on o.role_family_id = d.role_family_id where d.id = ${demandId}
    limit ${TITLES_AT_MOST}`.execute(db);
  return rows.map(({ title }) => title);
}

const TITLES_AT_MOST = 100;
