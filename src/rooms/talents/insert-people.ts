import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import type { Db } from '#ground/database/database.ts';
import { fold } from '#ground/text/fold.ts';
import { comparableAddress } from './address-form.ts';
import type { NewPerson, PersonUpdate } from './new-person.ts';
import { asRows } from './rows-json.ts';
import { writeSearch } from './search.ts';
import { sortName } from './sort-name.ts';

/**
 * Adds people with everything that came with them, in a constant number of statements (500 people per call are good).
 * To be called in the transaction that also records their grounds: without one the database refuses them at its end.
 */
export async function insertPeople(ctx: Ctx, people: NewPerson[]): Promise<void> {
  if (people.length === 0) return;
  await insertTalents(ctx, people);
  await insertChildren(ctx, people, 'new');
  await writeSearch(ctx.db, people.map(searchedPerson));
}

async function insertTalents({ db, now }: Ctx, people: NewPerson[]) {
  const rows = people.map((person) => ({ ...talentRow(person), stage_since: now, created_at: now, updated_at: now }));
  await sql`
    insert into talents (id, entity_id, title, first_name, last_name, birth_name, sort_name, address_form, language, preferred_channel, role, employer, street, postcode, city, country, wishes,
      available_from, stage, stage_since, owner_id, deputy_id, segments, tags, last_touch_at, last_touch_direction, last_touch_channel, next_step, next_step_on, erase_on, created_at, updated_at)
    select * from jsonb_to_recordset(${asRows(rows)}::jsonb) as r (id uuid, entity_id uuid, title text, first_name text, last_name text, birth_name text, sort_name text,
      address_form text, language text, preferred_channel text, role text, employer text, street text, postcode text, city text, country text, wishes text, available_from date, stage text,
      stage_since timestamptz, owner_id uuid, deputy_id uuid, segments text[], tags text[], last_touch_at timestamptz, last_touch_direction text, last_touch_channel text,
      next_step text, next_step_on date, erase_on date, created_at timestamptz, updated_at timestamptz)`.execute(db);
}

function talentRow(person: NewPerson) {
  const last = person.touchpoints.reduce<NewPerson['touchpoints'][number] | undefined>(
    (newest, touch) => (newest && newest.occurredAt >= touch.occurredAt ? newest : touch),
    undefined,
  );
  return {
    id: person.id,
    entity_id: person.entityId,
    title: person.title,
    first_name: person.firstName,
    last_name: person.lastName,
    birth_name: person.birthName,
    sort_name: sortName(person),
    address_form: person.addressForm,
    language: person.language,
    preferred_channel: person.preferredChannel,
    role: person.role,
    employer: person.employer,
    street: person.street,
    postcode: person.postcode,
    city: person.city,
    country: person.country,
    wishes: person.wishes,
    available_from: person.availableFrom,
    stage: person.stage ?? 'known',
    owner_id: person.ownerId,
    deputy_id: person.deputyId,
    segments: person.segments,
    tags: person.tags,
    last_touch_at: last?.occurredAt,
    last_touch_direction: last?.direction,
    last_touch_channel: last?.channel,
    next_step: person.nextStep,
    next_step_on: person.nextStepOn,
    erase_on: person.eraseOn,
  };
}

function searchedPerson(person: NewPerson) {
  return {
    talentId: person.id,
    entityId: person.entityId,
    isListed: true,
    names: [person.firstName, person.lastName, person.birthName],
    open: [
      person.role,
      person.employer,
      person.city,
      ...person.skills.map(({ name }) => name),
      ...person.stations.flatMap(({ employer, role, unit }) => [employer, role, unit]),
      ...person.applications.map(({ vacancy }) => vacancy),
    ],
    hidden: [
      person.wishes,
      ...person.notes.map(({ body }) => body),
      ...person.touchpoints.flatMap(({ subject, body }) => [subject, body]),
    ],
  };
}

type WithChildren = Pick<
  PersonUpdate,
  'id' | 'source' | 'addresses' | 'stations' | 'applications' | 'skills' | 'notes' | 'touchpoints'
>;
/** Of new people nothing can be there yet: looking would only cost time. */
type Who = 'new' | 'known';
export type AddedRows = { table: string; talent_id: string; id: string }[];

/** All parts of people; what is there already (the same address, skill, station …) is left as it is. Returns what was added. */
export async function insertChildren(ctx: Ctx, people: WithChildren[], who: Who): Promise<AddedRows> {
  const added = [
    ...(await insertAddresses(ctx.db, people, who)),
    ...(await insertStations(ctx.db, people, who)),
    ...(await insertApplications(ctx.db, people, who)),
    ...(await insertSkills(ctx.db, people)),
    ...(await insertNotes(ctx, people, who)),
    ...(await insertTouchpoints(ctx.db, people, who)),
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

function insertAddresses(db: Db, people: WithChildren[], who: Who) {
  const rows = partsOf(people, ({ addresses }) =>
    addresses.map((one) => ({
      ...one,
      normal_form: comparableAddress(one.kind, one.value),
      is_primary: one.isPrimary ?? false,
    })),
  );
  return added(
    db,
    'talent_addresses',
    rows,
    (json) => sql`
    insert into talent_addresses (id, talent_id, kind, value, normal_form, label, is_primary)
    select r.id, r.talent_id, r.kind, r.value, r.normal_form, r.label,
      r.is_primary and (${sql.lit(who === 'new')} or not exists (select 1 from talent_addresses a where a.talent_id = r.talent_id and a.kind = r.kind and a.is_primary))
    from jsonb_to_recordset(${json}::jsonb) as r (id uuid, talent_id uuid, kind text, value text, normal_form text, label text, is_primary boolean)
    on conflict (talent_id, kind, normal_form) do nothing returning id, talent_id`,
  );
}

function insertStations(db: Db, people: WithChildren[], who: Who) {
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
    where ${sql.lit(who === 'new')} or not exists (select 1 from career_stations s where s.talent_id = r.talent_id and s.is_ours = r."isOurs" and lower(s.employer) = lower(r.employer)
      and s.role is not distinct from r.role and s.started_on is not distinct from r."startedOn")
    returning id, talent_id`,
  );
}

function insertApplications(db: Db, people: WithChildren[], who: Who) {
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
    where ${sql.lit(who === 'new')} or not exists (select 1 from applications a where a.talent_id = r.talent_id and a.vacancy is not distinct from r.vacancy and a.applied_on is not distinct from r."appliedOn"
      and a.outcome = r.outcome)
    returning id, talent_id`,
  );
}

function insertSkills(db: Db, people: WithChildren[]) {
  const rows = partsOf(people, ({ skills }) =>
    skills.map((one) => ({ ...one, name: one.name.slice(0, 120), folded_name: fold(one.name) })),
  );
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

function insertNotes({ db, now }: Ctx, people: WithChildren[], who: Who) {
  const rows = partsOf(people, ({ notes }) =>
    notes.map((one) => ({ ...one, body: one.body.slice(0, 20_000), created_at: one.createdAt ?? now })),
  );
  return added(
    db,
    'notes',
    rows,
    (json) => sql`
    insert into notes (id, talent_id, body, source, created_at, updated_at)
    select r.id, r.talent_id, r.body, r.source, r.created_at, r.created_at from jsonb_to_recordset(${json}::jsonb) as r (id uuid, talent_id uuid, body text, source text, created_at timestamptz)
    where r.body <> '' and (${sql.lit(who === 'new')} or not exists (select 1 from notes n where n.talent_id = r.talent_id and n.body = r.body)) returning id, talent_id`,
  );
}

function insertTouchpoints(db: Db, people: WithChildren[], who: Who) {
  const rows = partsOf(people, ({ touchpoints }) => touchpoints);
  return added(
    db,
    'touchpoints',
    rows,
    (json) => sql`
    insert into touchpoints (id, talent_id, occurred_at, channel, direction, is_bulk, subject, body, by_member, source)
    select r.id, r.talent_id, r."occurredAt", r.channel, r.direction, coalesce(r."isBulk", false), r.subject, r.body, r."byMember", r.source
    from jsonb_to_recordset(${json}::jsonb) as r (id uuid, talent_id uuid, "occurredAt" timestamptz, channel text, direction text, "isBulk" boolean, subject text, body text, "byMember" uuid, source text)
    where ${sql.lit(who === 'new')} or not exists (select 1 from touchpoints p where p.talent_id = r.talent_id and p.occurred_at = r."occurredAt" and p.channel = r.channel and p.direction = r.direction)
    returning id, talent_id`,
  );
}
