import { sql } from 'kysely';
import type { Actor } from '#ground/context.ts';
import type { Db } from '#ground/database/database.ts';
import { appForActor } from '../../testing/app-for-actor.ts';
import type { TestHouse } from '../../testing/test-house.ts';

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
  await ask(house, actor, 'PUT', `${url}/mapping`, { columns });
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
  await sql`truncate talents, held_people, imports, import_profiles, suppressions, duplicate_pairs, interest_assessments, consent_texts cascade`.execute(
    db,
  );
}
