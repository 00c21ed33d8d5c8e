import { sql } from 'kysely';
import type { Db } from '#ground/database/database.ts';
import type { PersonUpdate } from './new-person.ts';
import { addressRow, skillRow } from './part-rows.ts';
import { FILLED } from './update-people.ts';

/** One thing that is known of a person, as JSON; an update adds only what is not known yet. */
export type Fact = string;

const factOf = (...parts: unknown[]): Fact => JSON.stringify(parts.map((part) => part ?? null));
const secondsOf = (moment: string) => Date.parse(moment) / 1000;

/** Everything that an update says. The same facts make an update change nothing in `updatePeople`. */
export function factsOf(update: PersonUpdate): Fact[] {
  const fields = Object.entries(FILLED).filter(([name]) => update[name as keyof typeof FILLED]);
  return [
    ...fields.map(([, column]) => factOf('field', column)),
    ...update.segments.map((segment) => factOf('segment', segment)),
    ...update.tags.map((tag) => factOf('tag', tag)),
    ...update.addresses.map(addressRow).map(({ kind, normal_form }) => factOf('address', kind, normal_form)),
    ...update.stations.map(({ isOurs, employer, role, startedOn }) =>
      factOf('station', isOurs, employer.toLowerCase(), role, startedOn),
    ),
    ...update.applications.map(({ vacancy, appliedOn, outcome }) =>
      factOf('application', vacancy, appliedOn, outcome ?? 'open'),
    ),
    ...update.skills
      .filter(({ name }) => name !== '')
      .map(skillRow)
      .map(({ kind, folded_name }) => factOf('skill', kind, folded_name)),
    ...update.notes.filter(({ body }) => body !== '').map(({ body }) => factOf('note', body.slice(0, LONGEST_NOTE))),
    ...update.touchpoints.map(({ occurredAt, channel, direction }) =>
      factOf('touch', secondsOf(occurredAt), channel, direction),
    ),
  ];
}

const LONGEST_NOTE = 20_000;

/** What the database knows of these people, in the same words; one statement. */
export async function listFacts(db: Db, talentIds: string[]): Promise<{ talentId: string; fact: Fact }[]> {
  if (talentIds.length === 0) return [];
  const { rows } = await sql<{ id: string; fact: unknown[] }>`
    with wanted as (select unnest(${talentIds}::uuid[]) as id),
    t as (select t.* from talents t join wanted w on w.id = t.id)
    select t.id, jsonb_build_array('field', f.key) as fact from t, jsonb_each_text(to_jsonb(t)) f where f.value is not null and f.key = any(${Object.values(FILLED)}::text[])
    union all select t.id, jsonb_build_array('segment', s) from t, unnest(t.segments) s
    union all select t.id, jsonb_build_array('tag', s) from t, unnest(t.tags) s
    union all select w.id, jsonb_build_array('address', a.kind, a.normal_form) from wanted w join talent_addresses a on a.talent_id = w.id
    union all select w.id, jsonb_build_array('station', s.is_ours, lower(s.employer), s.role, s.started_on) from wanted w join career_stations s on s.talent_id = w.id
    union all select w.id, jsonb_build_array('application', a.vacancy, a.applied_on, a.outcome) from wanted w join applications a on a.talent_id = w.id
    union all select w.id, jsonb_build_array('skill', k.kind, k.folded_name) from wanted w join talent_skills k on k.talent_id = w.id
    union all select w.id, jsonb_build_array('note', n.body) from wanted w join notes n on n.talent_id = w.id
    union all select w.id, jsonb_build_array('touch', extract(epoch from p.occurred_at)::float8, p.channel, p.direction) from wanted w join touchpoints p on p.talent_id = w.id`.execute(
    db,
  );
  return rows.map(({ id, fact }) => ({ talentId: id, fact: factOf(...fact) }));
}
