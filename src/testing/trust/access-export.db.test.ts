import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { consentForTests, EXPORTED, LEFT_EVERYWHERE, LEFT_TABLES } from '#rooms/consent/testing.ts';

const room = consentForTests();

/** Every table that points to a person, by a reference or by the name of a column. */
async function personTables(): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ table: string; columns: string[] }>`
    select c.table_name as table, array_agg(c.column_name::text order by c.ordinal_position) as columns
    from information_schema.columns c join information_schema.tables t on t.table_name = c.table_name and t.table_schema = 'public' and t.table_type = 'BASE TABLE'
    where c.table_schema = 'public' and c.table_name in (
      select r.conrelid::regclass::text from pg_constraint r where r.contype = 'f' and r.confrelid = 'talents'::regclass
      union select 'talents'
      union select k.table_name from information_schema.columns k where k.table_schema = 'public' and (k.column_name like '%talent_id' or k.column_name in ('talent_a', 'about_id', 'subject_ids', 'gone_id')))
    group by c.table_name`.execute(room.house.db);
  return new Map(rows.map(({ table, columns }) => [table, columns]));
}

// DS-1
describe('what is handed out about a person', () => {
  it('is decided for every table that points to people', async () => {
    const tables = [...(await personTables()).keys()];

    expect(tables.filter((table) => !EXPORTED[table] && !LEFT_TABLES[table])).toEqual([]);
  });

  it('is decided for every column of these tables', async () => {
    const tables = await personTables();
    const open = Object.entries(EXPORTED).flatMap(([table, { columns, left = {} }]) =>
      (tables.get(table) ?? [])
        .filter((column) => !columns.includes(column) && !left[column] && !LEFT_EVERYWHERE[column])
        .map((column) => `${table}.${column}`),
    );

    expect(open).toEqual([]);
  });

  it('holds every word of every part, and the page says the same in both languages', async () => {
    const id = await room.keepOne();
    const { db } = room.house;
    await sql`insert into notes (id, talent_id, body, created_at, updated_at) values (gen_random_uuid(), ${id}, 'Mag <Getriebe> & Berge', now(), now())`.execute(db); // prettier-ignore
    await sql`insert into touchpoints (id, talent_id, occurred_at, channel, direction, body) values (gen_random_uuid(), ${id}, now(), 'phone', 'ours', 'Gespräch über Umrichter')`.execute(db); // prettier-ignore

    const json = await room.house.request('privacy_officer', 'GET', `/talents/${id}/access-export`);
    const german = await room.house.request('privacy_officer', 'GET', `/talents/${id}/access-export?format=html`);
    const english = await room.house.request('administrator', 'GET', `/talents/${id}/access-export?format=html&language=en`); // prettier-ignore

    const { parts } = (await json.json()) as { parts: Record<string, Record<string, unknown>[]> };
    expect(parts['talents']).toMatchObject([{ first_name: 'Anneliese', city: 'Koblenz' }]);
    expect(parts['notes']).toMatchObject([{ body: 'Mag <Getriebe> & Berge' }]);
    expect(parts['consent_events']).toMatchObject([
      { kind: 'given', text_id: expect.stringContaining('in Verbindung bleiben') },
    ]);
    const page = await german.text();
    expect(page).toContain('Mag &lt;Getriebe&gt; &amp; Berge');
    expect(page).toContain('Gespräch über Umrichter');
    expect(page).not.toMatch(/export\.(table|column)/u);
    expect(await english.text()).toContain('Everything Kellermatt Antriebe AG stores about you');
    expect(german.headers.get('content-disposition')).toContain('attachment');
  });

  it('has a word for every table and column', async () => {
    const { serverMessages } = await import('#ground/i18n/messages.node.ts');
    const missing = (['de', 'en'] as const).flatMap((language) =>
      Object.entries(EXPORTED)
        .flatMap(([table, { columns }]) => [`table.${table}`, ...columns.map((column) => `column.${column}`)])
        .filter((key) => serverMessages(language)('consent', `export.${key}`) === `export.${key}`),
    );

    expect([...new Set(missing)]).toEqual([]);
  });

  it('goes to privacy and administration alone, and the look is written down', async () => {
    const id = await room.keepOne();

    expect((await room.house.request('recruiter', 'GET', `/talents/${id}/access-export`)).status).toBe(403);
    await room.house.request('privacy_officer', 'GET', `/talents/${id}/access-export`);
    const looks = await room.house.db.selectFrom('audit_entries').select('subject_ids').where('action', '=', 'consent.person_exported').execute(); // prettier-ignore
    expect(looks.at(-1)?.subject_ids).toEqual([id]);
  });
});
