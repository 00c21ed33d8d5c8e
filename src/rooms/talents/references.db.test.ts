import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#ground/database/database.ts';
import { newId } from '#ground/ids.ts';
import { emptyTables } from '#ground/testing/empty-tables.ts';
import type { TestHouse } from '../../testing/test-house.ts';
import { openTestHouse } from '../../testing/test-house.ts';
import { aPerson, keepPeople } from './testing.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

interface Reference {
  table: string;
  column: string;
  parent: string;
}

const OF_ONE_PERSON = [
  'talent_addresses',
  'career_stations',
  'applications',
  'talent_skills',
  'notes',
  'touchpoints',
  'talent_search',
  'grounds',
  'consent_events',
  'source_records',
  'classifications',
  'birth_date_keys',
];

/** References that a trigger keeps in place of a foreign key, as the database has them. */
async function references(): Promise<Reference[]> {
  const { rows } = await sql<Reference>`
    select t.tgrelid::regclass::text as table, split_part(encode(t.tgargs, 'escape'), '\\000', 1) as column, split_part(encode(t.tgargs, 'escape'), '\\000', 2) as parent
    from pg_trigger t where t.tgfoid = 'parent_is_there'::regproc order by 1, 2`.execute(house.db);
  return rows;
}

let id = '';
let importId = '';
beforeEach(async () => {
  await emptyTables(house.db, 'talents', 'imports');
  id = newId();
  await keepPeople(house.ctxFor('recruiter'), [fullPerson(id)]);
  importId = newId();
  const own = { id: importId, entity_id: house.entityId, file_name: 'a.csv', file_sha256: 'x', file_bytes: 1 };
  await house.db
    .insertInto('imports')
    .values({ ...own, state: 'done', format: '{}', created_at: new Date() })
    .execute();
  await sql`insert into import_rows (import_id, line, outcome, talent_id) values (${importId}, 2, 'created', ${id})`.execute(
    house.db,
  );
  await sql`
    insert into source_records (id, talent_id, import_id, system, source_id, payload, payload_hash, received_at)
    values (${newId()}, ${id}, ${importId}, 'file:a', '1', '{}', ${newId()}, now())`.execute(house.db);
  await sql`insert into classifications (talent_id, segment, rule_version, reason_code, classified_at) values (${id}, 'former', 1, 'x', now())`.execute(
    house.db,
  );
  await sql`insert into birth_date_keys (talent_id, keys) values (${id}, '{}')`.execute(house.db);
});

const fullPerson = (personId: string) =>
  aPerson(house.entityId, {
    id: personId,
    addresses: [{ id: newId(), kind: 'email', value: 'a@beispiel.example' }],
    stations: [{ id: newId(), employer: 'Hochrhein Umrichter GmbH', isOurs: false }],
    applications: [{ id: newId(), vacancy: 'Einkauf' }],
    skills: [{ id: newId(), kind: 'skill', name: 'EMV' }],
    notes: [{ id: newId(), body: 'Notiz' }],
    touchpoints: [{ id: newId(), occurredAt: '2026-01-01T12:00:00Z', channel: 'mail', direction: 'ours' }],
  });

const countOf = async (table: string): Promise<number> =>
  (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(house.db)).rows[0]?.n ?? -1;

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? 'another failure',
  );

const FOREIGN_KEY_VIOLATION = '23503';

const begin = () => house.db.startTransaction().execute();

const addNote = (db: Db) =>
  sql`insert into notes (id, talent_id, body, created_at, updated_at) values (gen_random_uuid(), ${id}, 'Später', now(), now())`.execute(
    db,
  );

describe('references that the statement checks instead of the row', () => {
  it('are all that an import writes', async () => {
    const kept = await references();

    expect(
      kept
        .filter(({ parent }) => parent === 'talents')
        .map(({ table }) => table)
        .sort(),
    ).toEqual(OF_ONE_PERSON.toSorted());
    expect(kept.filter(({ parent }) => parent !== 'talents')).toEqual([
      { table: 'consent_events', column: 'recorded_by', parent: 'members' },
      { table: 'consent_events', column: 'text_id', parent: 'consent_texts' },
      { table: 'grounds', column: 'consent_event_id', parent: 'consent_events' },
      { table: 'import_rows', column: 'import_id', parent: 'imports' },
      { table: 'source_records', column: 'import_id', parent: 'imports' },
    ]);
  });

  it('let no new row in whose parent is not there, and one such row keeps its whole statement out', async () => {
    for (const { table, column } of await references()) {
      const copies = sql`
        select (jsonb_populate_record(x, jsonb_build_object(${column}::text, wrong.parent)
          || case when to_jsonb(x) ? 'id' then jsonb_build_object('id', gen_random_uuid()) else '{}' end
          || case when to_jsonb(x) ? 'payload_hash' then jsonb_build_object('payload_hash', gen_random_uuid()) else '{}' end)).*
        from ${sql.table(table)} x, (values (gen_random_uuid())) wrong(parent)`;
      const before = await countOf(table);

      expect([table, column, await codeOf(sql`insert into ${sql.table(table)} ${copies}`.execute(house.db))]).toEqual([
        table,
        column,
        FOREIGN_KEY_VIOLATION,
      ]);
      expect(await countOf(table)).toBe(before);
    }
  });

  it('let no row move to a parent that is not there', async () => {
    for (const { table, column } of (await references()).filter(({ table }) => table !== 'consent_events')) {
      const moved = sql`update ${sql.table(table)} set ${sql.ref(column)} = gen_random_uuid()`.execute(house.db);

      expect([table, column, await codeOf(moved)]).toEqual([table, column, FOREIGN_KEY_VIOLATION]);
    }
  });

  it('take everything of a person along, and only of this person', async () => {
    const other = newId();
    await keepPeople(house.ctxFor('recruiter'), [fullPerson(other)]);

    await house.db.deleteFrom('talents').where('id', '=', id).execute();

    for (const table of OF_ONE_PERSON) {
      const { rows } = await sql<{ talent_id: string }>`select distinct talent_id from ${sql.table(table)}`.execute(
        house.db,
      );
      expect([table, ...rows.map((row) => row.talent_id).filter((owner) => owner !== other)]).toEqual([table]);
    }
    expect(await countOf('notes')).toBe(1);
  });

  it('take the rows of an import along with it, and leave what people are known by', async () => {
    await house.db.deleteFrom('imports').where('id', '=', importId).execute();

    expect(await countOf('import_rows')).toBe(0);
    const kept = await house.db.selectFrom('source_records').select('import_id').execute();
    expect(kept).toEqual([{ import_id: null }]);
  });

  it('keep a parent that is still named', async () => {
    await sql`alter table consent_events disable trigger consent_events_stay`.execute(house.db);
    for (const table of ['consent_events', 'consent_texts'])
      expect([table, await codeOf(sql`delete from ${sql.table(table)}`.execute(house.db))]).toEqual([
        table,
        FOREIGN_KEY_VIOLATION,
      ]);
    await sql`alter table consent_events enable trigger consent_events_stay`.execute(house.db);
  });

  it('never let the id of a parent change', async () => {
    for (const table of ['talents', 'consent_events', 'imports'])
      expect([
        table,
        (await codeOf(sql`update ${sql.table(table)} set id = gen_random_uuid()`.execute(house.db))) === 'done',
      ]).toEqual([table, false]);
  });
});

describe('two at once', () => {
  it('who deletes a person waits for who is writing about them, and takes that along', async () => {
    const writer = await begin();
    await addNote(writer);
    let isDeleted = false;
    const deleted = sql`delete from talents where id = ${id}`.execute(house.db).then(() => (isDeleted = true));
    await sql`select pg_sleep(0.2)`.execute(house.db);
    expect(isDeleted).toBe(false);

    await writer.commit().execute();
    await deleted;

    expect([await countOf('talents'), await countOf('notes')]).toEqual([0, 0]);
  });

  it('who writes about a person waits for who is deleting them, and is refused', async () => {
    const remover = await begin();
    await remover.deleteFrom('talents').where('id', '=', id).execute();
    const written = codeOf(addNote(house.db));
    await sql`select pg_sleep(0.2)`.execute(house.db);

    await remover.commit().execute();

    expect(await written).toBe(FOREIGN_KEY_VIOLATION);
    expect(await countOf('notes')).toBe(0);
  });

  it('who writes about a person goes on when the deletion is taken back', async () => {
    const remover = await begin();
    await remover.deleteFrom('talents').where('id', '=', id).execute();
    const written = addNote(house.db);
    await sql`select pg_sleep(0.2)`.execute(house.db);

    await remover.rollback().execute();
    await written;

    expect([await countOf('talents'), await countOf('notes')]).toEqual([1, 2]);
  });
});
