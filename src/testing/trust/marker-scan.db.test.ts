import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { consentForTests, dumpOf } from '#rooms/consent/testing.ts';
import { erasePeople } from '#rooms/talents/index.ts';

const room = consentForTests();
const MARKER = 'Zwergwelsmarkierung';

interface Column {
  table: string;
  name: string;
  type: string;
}

/** Tables whose rows belong to one person, with the column that says whose they are. */
async function ownersOf(): Promise<Map<string, string>> {
  const { rows } = await sql<{ table: string; column: string }>`
    select c.table_name as table, min(c.column_name::text) as column from information_schema.columns c
    join information_schema.tables t on t.table_name = c.table_name and t.table_schema = 'public' and t.table_type = 'BASE TABLE'
    where c.table_schema = 'public' and (c.column_name in ('talent_id', 'about_id', 'talent_a', 'kept_id')) and c.table_name <> 'talents' group by c.table_name`.execute(
    room.house.db,
  );
  return new Map(rows.map(({ table, column }) => [table, column]));
}

/** Cells of a file stay only with rows that were rejected, and those belong to nobody. */
const NOT_OF_PEOPLE = new Set([
  'import_rows.cells',
  // Codes of ours, kept for the figures of a campaign: a language, a time zone, an answer of a mail server.
  'campaign_recipients.language',
  'campaign_recipients.zone',
  'campaign_recipients.code',
]);

/** Columns that may hold one word of a fixed list are no place for a word about somebody. */
async function columnsOf(tables: string[]): Promise<Column[]> {
  const { rows } = await sql<Column & { is_list: boolean }>`
    select k.table_name as table, k.column_name as name, k.udt_name as type, exists (
      select 1 from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'c' and c.conrelid::regclass::text = k.table_name and a.attname = k.column_name and cardinality(c.conkey) = 1
        and pg_get_constraintdef(c.oid) like '%= ANY (ARRAY[%') as is_list
    from information_schema.columns k
    where k.table_schema = 'public' and k.table_name = any(${tables}) and k.is_generated = 'NEVER' and k.is_identity = 'NO'`.execute(
    room.house.db,
  );
  const isFree = ({ table, name, is_list }: (typeof rows)[number]) =>
    !is_list && !NOT_OF_PEOPLE.has(`${table}.${name}`);
  const held = { text: 'list', jsonb: 'jsonb_empty' } as Record<string, string>;
  return rows.map((row) => (isFree(row) ? row : { ...row, type: held[row.type] ?? row.type }));
}

/** A value of the column's type that carries the marker wherever it can. */
const VALUES: Record<string, string> = {
  text: `'${MARKER}'`,
  _text: `array['${MARKER}']`,
  jsonb: `jsonb_build_object('wort', '${MARKER}')`,
  tsvector: `to_tsvector('simple', '${MARKER}')`,
  list: `'x'`,
  jsonb_empty: 'null',
  uuid: 'gen_random_uuid()',
  _uuid: `'{}'::uuid[]`,
  bool: 'false',
  date: 'current_date',
  timestamptz: 'now()',
  int4: '1',
  int8: '1',
  float4: '0.5',
  float8: '0.5',
};

/** One row in every table that belongs to the person, every text of it the marker; rules about texts are put aside for it. */
async function fillEverything(id: string): Promise<string[]> {
  const { db } = room.house;
  const owners = await ownersOf();
  const columns = await columnsOf([...owners.keys(), 'talents']);
  const checks = await sql<{ table: string; name: string }>`
    select conrelid::regclass::text as table, conname as name from pg_constraint where contype = 'c' and conrelid::regclass::text = any(${[...owners.keys(), 'talents']})`.execute(
    db,
  );
  for (const { table, name } of checks.rows) await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(db);
  await db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    for (const [table, owner] of owners) {
      const own = columns.filter((column) => column.table === table);
      const values = own.map(({ name, type }) => (name === owner ? `'${id}'` : (VALUES[type] ?? 'null')));
      await sql`insert into ${sql.table(table)} (${sql.join(own.map(({ name }) => sql.ref(name)))}) values (${sql.raw(values.join(', '))}) on conflict do nothing`.execute(tx);
      const texts = own.filter(({ type, name }) => ['text', '_text', 'jsonb'].includes(type) && name !== owner);
      for (const { name, type } of texts)
        await sql`update ${sql.table(table)} set ${sql.ref(name)} = ${sql.raw(VALUES[type] ?? 'null')} where ${sql.ref(owner)} = ${id}::uuid and ${sql.ref(name)} is null`.execute(tx).catch(() => undefined);
    }
    const texts = columns.filter(({ table, type }) => table === 'talents' && ['text', '_text'].includes(type));
    for (const { name, type } of texts)
      await sql`update talents set ${sql.ref(name)} = ${sql.raw(VALUES[type] ?? 'null')} where id = ${id}::uuid`.execute(tx);
  });
  return [...owners.keys()];
} // prettier-ignore

/** Everything in the data folder that is not the database itself. */
function filesWithMarker(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => file.includes(MARKER) || readFileSync(file).includes(MARKER));
}

// RE-4
describe('after the erasure of somebody', () => {
  it('no table, no file and no journal holds a word that was ever written about them', async () => {
    const { db, parts } = room.house;
    const id = await room.keepOne();
    const filled = await fillEverything(id);
    const folder = path.join(parts.filesDir, 'talents');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, MARKER), `Lebenslauf ${MARKER}`);
    const before = await dumpOf(db);
    const empty = filled.filter((table) => !new RegExp(`^public\\.${table} .*${id}`, 'm').test(before));
    expect(empty).toEqual([]);
    expect(before.split(MARKER).length).toBeGreaterThan(60);

    await erasePeople(room.house.systemCtx(), [id]);

    const left = (await dumpOf(db)).split('\n').filter((line) => line.includes(MARKER));
    expect(left).toEqual([]);
    expect(filesWithMarker(path.dirname(parts.filesDir))).toEqual([]);
    expect(existsSync(path.join(path.dirname(parts.filesDir), 'erasure-journal.log'))).toBe(true);
  });

  it('leaves a proof that names nobody, for three years and not longer', async () => {
    const id = await room.keepOne();
    const { db } = room.house;
    await sql`insert into talent_addresses (id, talent_id, kind, value, normal_form) values (gen_random_uuid(), ${id}, 'email', 'ilse@mail.example', 'ilse@mail.example')`.execute(db); // prettier-ignore
    await erasePeople(room.house.systemCtx(), [id]);

    const found = await room.house.request('privacy_officer', 'POST', '/consent/proof-searches', {
      address: 'Ilse@Mail.example',
    });
    const denied = await room.house.request('recruiter', 'POST', '/consent/proof-searches', {
      address: 'ilse@mail.example',
    });

    expect(await found.json()).toMatchObject({
      items: [{ purpose: 'talent_pool', kind: 'given', keepUntil: '2029-12-31' }],
    });
    expect(denied.status).toBe(403);
    expect(await dumpOf(db)).not.toContain('ilse@mail');
  });
});
