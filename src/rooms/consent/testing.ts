import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Actor } from '#ground/context.ts';
import type { Db } from '#ground/database/database.ts';
import { newId } from '#ground/ids.ts';
import { emptyTables } from '#ground/testing/empty-tables.ts';
import { aPerson, keepPeople } from '#rooms/talents/testing.ts';
import type { LegalBasis, LegalSegment } from './policy.ts';
import { purposeOf } from './policy.ts';
import { appForActor } from '../../testing/app-for-actor.ts';
import type { TestHouse } from '../../testing/test-house.ts';
import { openTestHouse } from '../../testing/test-house.ts';

export { EXPORTED, LEFT_EVERYWHERE, LEFT_TABLES } from './person/export-map.ts';
export { runNight } from './nights/night.ts';

export interface Answered {
  status: number;
  text: string;
  body: Record<string, any>; // oxlint-disable-line typescript/no-explicit-any -- an answer as a foreign client meets it
}

/** A request through the whole HTTP application; `body` is JSON, or a file as text. */
export async function ask(
  house: TestHouse,
  actor: Actor,
  method: string,
  url: string,
  body?: unknown,
): Promise<Answered> {
  const type = typeof body === 'string' ? 'application/octet-stream' : 'application/json';
  const answer = await appForActor(house.parts, actor).request(`/api/v1${url}`, {
    method,
    headers: { 'x-requested-with': 'wiedersehen', ...(body === undefined ? {} : { 'content-type': type }) },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, text, body: text.startsWith('{') ? JSON.parse(text) : {} };
}

type Basis = Record<string, { kind: string; textId?: string; assessmentId?: string }>;

/** Drops a file, takes the columns as recognised, answers the legal basis, checks and runs; by HTTP as the screen does. */
export async function importFile(
  house: TestHouse,
  actor: Actor,
  {
    name,
    text,
    basis = {},
    fields = {},
  }: { name: string; text: string; basis?: Basis; fields?: Record<string, string> },
): Promise<Answered> {
  const dropped = await ask(house, actor, 'POST', `/imports?fileName=${encodeURIComponent(name)}`, text);
  const url = `/imports/${dropped.body['id']}`;
  const columns = (dropped.body['mapping'] as { column: number; header: string; field: string }[]).map((column) => ({
    column: column.column,
    field: fields[column.header] ?? column.field,
  }));
  const mapped = await ask(house, actor, 'PUT', `${url}/mapping`, { columns });
  if (mapped.status !== 200) return mapped;
  const based = await ask(house, actor, 'PUT', `${url}/basis`, basis);
  if (based.status !== 200) return based;
  await ask(house, actor, 'POST', `${url}/check`);
  await house.runJobs();
  await ask(house, actor, 'POST', `${url}/run`);
  await house.runJobs();
  return ask(house, actor, 'GET', url);
}

/** Records a consent text and gives its id. */
export async function aText(house: TestHouse, actor: Actor, purpose = 'talent_pool'): Promise<string> {
  const body = `Ja, ich möchte in Verbindung bleiben (${purpose}) und von Ihnen hören.`;
  return (await ask(house, actor, 'POST', '/consent/texts', { purpose, language: 'de', body })).body['id'];
}

/** Documents an interest that is looked at again on `reviewOn` and gives its id. */
export async function anAssessment(house: TestHouse, actor: Actor, reviewOn = '2027-11-01'): Promise<string> {
  const reasoning = 'Fachleute aus der Umgebung, die sich uns selbst vorgestellt haben.';
  const input = { segment: 'passive_contact', purpose: 'Kontakt halten', reasoning, reviewOn };
  return (await ask(house, actor, 'POST', '/consent/assessments', input)).body['id'];
}

/** Every row of every table as text: what somebody would find who had the whole database. */
export async function dumpOf(db: Db): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`.execute(
    db,
  );
  const parts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ line: string }>`select to_jsonb(t)::text as line from ${sql.raw(name)} t`.execute(db);
    parts.push(...rows.map(({ line }) => `${name} ${line}`));
  }
  return parts.join('\n');
}

export async function emptyPeople(db: Db): Promise<void> {
  await emptyTables(
    db,
    'talents',
    'held_people',
    'imports',
    'import_profiles',
    'suppressions',
    'duplicate_pairs',
    'interest_assessments',
    'consent_texts',
  );
}

export type GroundInput = Record<string, unknown> & { consent?: Record<string, unknown> };
export const FIRST_DAY = new Date('2026-11-23T09:00:00Z');
export const NOBODY = { people: 0, grounds: 0, events: 0 };

/** What went wrong, or `accepted`. */
export const failureOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'accepted',
    (error: Error) => error.message,
  );

/** The whole house on its own database, without people before each test; a recruiter and a consent text are there. */
export function consentForTests() {
  let house: TestHouse;
  let recruiter: Actor;
  let textId: string;

  beforeAll(async () => {
    house = await openTestHouse(FIRST_DAY);
    recruiter = house.actorFor('recruiter');
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    house.clock.now = FIRST_DAY;
    house.sentJobs.length = 0;
    await emptyPeople(house.db);
    textId = await aText(house, recruiter);
  });

  const byConsent = (given: Partial<GroundInput> = {}): GroundInput => ({
    segment: 'sign_up',
    basis: 'consent',
    source: 'Messe Winterthur',
    obtainedOn: '2026-11-20',
    consent: { textId, on: '2026-11-20', form: 'paper', evidence: 'Formular 17' },
    ...given,
  });

  return {
    get house() {
      return house;
    },
    get recruiter() {
      return recruiter;
    },
    get textId() {
      return textId;
    },
    byConsent,
    add: (ground: unknown, lastName = 'Brändli') =>
      ask(house, recruiter, 'POST', '/talents', { firstName: 'Zoë', lastName, ground }),
    keepOne: async () => {
      const person = aPerson(house.entityId);
      await keepPeople(house.systemCtx(), [person]);
      return person.id;
    },
    counted: async () => {
      const { rows } = await sql<{ people: number; grounds: number; events: number }>`
        select (select count(*)::int from talents) as people, (select count(*)::int from grounds) as grounds,
          (select count(*)::int from consent_events) as events`.execute(house.db);
      return rows[0] ?? NOBODY;
    },
  };
}

/** Columns of a ground that the database accepts. */
export async function groundRow(
  house: TestHouse,
  talentId: string,
  segment: LegalSegment = 'sign_up',
  basis: LegalBasis = 'consent',
) {
  const event = await house.db
    .selectFrom('consent_events')
    .select('id')
    .where('talent_id', '=', talentId)
    .executeTakeFirstOrThrow();
  return {
    id: newId(),
    talent_id: talentId,
    segment,
    purpose: purposeOf(segment),
    basis,
    country_profile: 'CH',
    source: 'Messe',
    obtained_on: '2026-11-20',
    erase_on: '2027-11-20',
    erase_reason: 'consent_ends',
    consent_event_id: event.id,
    assessment_id: basis === 'legitimate_interest' ? await anAssessment(house, house.actorFor('recruiter')) : null,
    created_at: FIRST_DAY,
  };
}

interface Scanned {
  path: string;
  status: number;
  text: string;
}

/**
 * Asks every GET route of all rooms, plainly and once more with the word in each of its query parameters.
 * What asks for a sign-in, a cookie or a link of its own answers with its refusal, which is scanned as well.
 */
export async function scanReads(
  house: TestHouse,
  actor: Actor,
  { ids, word }: { ids: Record<string, string>; word: string },
): Promise<Scanned[]> {
  const found: Scanned[] = [];
  const reads = house.parts.routes.map(({ contract }) => contract).filter(({ method }) => method === 'get');
  for (const { path, query } of reads) {
    const address = path.replaceAll(/:(\w+)/g, (_all, name: string) => ids[name] ?? newId());
    // A reason is written down in the audit log as it was given.
    const names = Object.keys(query?.shape ?? {}).filter((name) => name !== 'reason');
    const searches = names.map((name) => `?${name}=${encodeURIComponent(word)}`);
    for (const search of ['', ...searches]) {
      const { status, text } = await ask(house, actor, 'GET', address + search);
      // A refusal may repeat what was asked, so only the word in real answers counts.
      found.push({ path, status, text: status >= 400 ? '' : text });
    }
  }
  return found;
}
