import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import type { Db } from '#ground/database/database.ts';
import { addressRow, noteRow, skillRow } from './part-rows.ts';
import type { PersonUpdate } from './new-person.ts';
import { asRows } from './rows-json.ts';

type WithChildren = Pick<
  PersonUpdate,
  'id' | 'source' | 'addresses' | 'stations' | 'applications' | 'skills' | 'notes' | 'touchpoints'
>;
export type AddedRows = { table: string; talent_id: string; id: string }[];

/** Parts of people who are here; what is there already (the same address, skill, station …) is left as it is. Returns what was added. */
export async function addMissingParts(ctx: Ctx, people: WithChildren[]): Promise<AddedRows> {
  const added = [
    ...(await insertAddresses(ctx.db, people)),
    ...(await insertStations(ctx.db, people)),
    ...(await insertApplications(ctx.db, people)),
    ...(await insertSkills(ctx.db, people)),
    ...(await insertNotes(ctx, people)),
    ...(await insertTouchpoints(ctx.db, people)),
  ];
  return added;
}

const partsOf = <P extends object>(people: WithChildren[], parts: (person: WithChildren) => P[]) =>
  people.flatMap((person) => parts(person).map((part) => ({ ...part, talent_id: person.id, source: person.source })));

async function added(
  db: Db,
  table: string,
  rows: object[],
  insert: (json: string) => ReturnType<typeof sql<{ id: string; talent_id: string }>>,
): Promise<AddedRows> {
  if (rows.length === 0) return [];
  const answer = await insert(asRows(rows)).execute(db);
  return answer.rows.map(({ id, talent_id }) => ({ table, id, talent_id }));
}

function insertAddresses(db: Db, people: WithChildren[]) {
  const rows = partsOf(people, ({ addresses }) => addresses.map(addressRow));
  return added(
    db,
    'talent_addresses',
    rows,
    (json) => sql`
    insert into talent_addresses (id, talent_id, kind, value, normal_form, label, is_primary)
    select r.id, r.talent_id, r.kind, r.value, r.normal_form, r.label,
      r.is_primary and (not exists (select 1 from talent_addresses a where a.talent_id = r.talent_id and a.kind = r.kind and a.is_primary))
    from jsonb_to_recordset(${json}::jsonb) as r (id uuid, talent_id uuid, kind text, value text, normal_form text, label text, is_primary boolean)
    on conflict (talent_id, kind, normal_form) do nothing returning id, talent_id`,
  );
}

function insertStations(db: Db, people: WithChildren[]) {
  const rows = partsOf(people, ({ stations }) => stations);
  return added(
    db,
    'career_stations',
    rows,
    (json) => sql`
    insert into career_stations (id, talent_id, employer, role, unit, is_ours, employment_kind, started_on, ended_on, exit_reason, rehire_wish, source)
    select r.id, r.talent_id, r.employer, r.role, r.unit, r."isOurs", r."employmentKind", r."startedOn", r."endedOn", r."exitReason", r."rehireWish", r.source
    from jsonb_to_recordset(${json}::jsonb) as r (id uuid, talent_id uuid, employer text, role text, unit text, "isOurs" boolean, "employmentKind" text, "startedOn" date,
      "endedOn" date, "exitReason" text, "rehireWish" text, source text)
    where not exists (select 1 from career_stations s where s.talent_id = r.talent_id and s.is_ours = r."isOurs" and lower(s.employer) = lower(r.employer)
      and s.role is not distinct from r.role and s.started_on is not distinct from r."startedOn")
    returning id, talent_id`,
  );
}

function insertApplications(db: Db, people: WithChildren[]) {
  const rows = partsOf(people, ({ applications }) =>
    applications.map((one) => ({ ...one, outcome: one.outcome ?? 'open' })),
  );
  return added(
    db,
    'applications',
    rows,
    (json) => sql`
    insert into applications (id, talent_id, vacancy, applied_on, furthest_stage, outcome, rating_share, place, field_size, closed_on, closing_reason, channel, source)
    select r.id, r.talent_id, r.vacancy, r."appliedOn", r."furthestStage", r.outcome, r."ratingShare", r.place, r."fieldSize", r."closedOn", r."closingReason", r.channel, r.source
    from jsonb_to_recordset(${json}::jsonb) as r (id uuid, talent_id uuid, vacancy text, "appliedOn" date, "furthestStage" text, outcome text, "ratingShare" real, place int,
      "fieldSize" int, "closedOn" date, "closingReason" text, channel text, source text)
    where not exists (select 1 from applications a where a.talent_id = r.talent_id and a.vacancy is not distinct from r.vacancy and a.applied_on is not distinct from r."appliedOn"
      and a.outcome = r.outcome)
    returning id, talent_id`,
  );
}

function insertSkills(db: Db, people: WithChildren[]) {
  const rows = partsOf(people, ({ skills }) => skills.map(skillRow));
  return added(
    db,
    'talent_skills',
    rows,
    (json) => sql`
    insert into talent_skills (id, talent_id, kind, name, folded_name, evidence, source, is_proposed)
    select r.id, r.talent_id, r.kind, r.name, r.folded_name, r.evidence, r.source, coalesce(r."isProposed", false)
    from jsonb_to_recordset(${json}::jsonb) as r (id uuid, talent_id uuid, kind text, name text, folded_name text, evidence text, source text, "isProposed" boolean)
    where r.name <> '' on conflict (talent_id, kind, folded_name) do nothing returning id, talent_id`,
  );
}

function insertNotes({ db, now }: Ctx, people: WithChildren[]) {
  const rows = partsOf(people, ({ notes }) => notes.map((one) => noteRow(one, now)));
  return added(
    db,
    'notes',
    rows,
    (json) => sql`
    insert into notes (id, talent_id, body, source, created_at, updated_at)
    select r.id, r.talent_id, r.body, r.source, r.created_at, r.created_at from jsonb_to_recordset(${json}::jsonb) as r (id uuid, talent_id uuid, body text, source text, created_at timestamptz)
    where r.body <> '' and (not exists (select 1 from notes n where n.talent_id = r.talent_id and n.body = r.body)) returning id, talent_id`,
  );
}

function insertTouchpoints(db: Db, people: WithChildren[]) {
  const rows = partsOf(people, ({ touchpoints }) => touchpoints);
  return added(
    db,
    'touchpoints',
    rows,
    (json) => sql`
    insert into touchpoints (id, talent_id, occurred_at, channel, direction, is_bulk, subject, body, by_member, source)
    select r.id, r.talent_id, r."occurredAt", r.channel, r.direction, coalesce(r."isBulk", false), r.subject, r.body, r."byMember", r.source
    from jsonb_to_recordset(${json}::jsonb) as r (id uuid, talent_id uuid, "occurredAt" timestamptz, channel text, direction text, "isBulk" boolean, subject text, body text, "byMember" uuid, source text)
    where not exists (select 1 from touchpoints p where p.talent_id = r.talent_id and p.occurred_at = r."occurredAt" and p.channel = r.channel and p.direction = r.direction)
    returning id, talent_id`,
  );
}
