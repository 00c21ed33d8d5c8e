import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { emptyTables } from '#ground/testing/empty-tables.ts';
import { aText } from '#rooms/consent/testing.ts';
import type { TestHouse } from '../../../testing/test-house.ts';
import { openTestHouse } from '../../../testing/test-house.ts';
import type { ImportView } from '../schema.ts';
import { listRowsOf, mendRow } from './row-list.ts';
import { startChecking } from './check.ts';
import { startRunning } from './run.ts';
import { startUndoing } from './undo.ts';
import { chooseBasis, chooseMapping, receiveFile } from './upload.ts';
import { getImport } from './view.ts';

let house: TestHouse;
let ctx: Ctx;
let textId: string;

beforeAll(async () => {
  house = await openTestHouse();
  ctx = house.ctxFor('recruiter');
  textId = await aText(house, ctx.actor);
});
afterAll(() => house.close());
beforeEach(async () => {
  house.sentJobs.length = 0;
  await emptyTables(
    house.db,
    'talents',
    'held_people',
    'imports',
    'import_profiles',
    'suppressions',
    'duplicate_pairs',
  );
});

/** As German Excel writes it: semicolons, Windows-1252, decimal comma, dd.mm.yyyy. */
const GERMAN_EXCEL = [
  'Nachname;Vorname;E-Mail privat;Mobil;Beworben auf;Bewerbung vom;Letzte Stufe;Ergebnis;Bewertung;Einwilligung Talentpool;Geburtsdatum',
  'Krähenbühl;Anneliese;anneliese@mail.example;079 555 01 47;Entwicklung Umrichter;16.01.2026;Zweitgespräch;Absage;4,6;ja (14.03.2026);12.04.1984',
  'Österreicher;Tobias;t.oest@mail.example;079 555 01 48;Entwicklung Umrichter;20.02.2026;Bewerbung;Absage;3,1;ja (01.03.2026);03.11.1990',
  'Đurić;Nikolina;nikolina@mail.example;;Leistungselektronik;03.11.2025;Assessment;Absage;4,9;;',
  'Käser;Jürgen;j.kaeser@firmaexample;;Montage;04.11.2025;Bewerbung;Absage;2,0;ja (02.05.2026);',
  'Frei;Sandra;sandra.frei@mail.example;;Montage;04.11.2025;Bewerbung;Absage;2,0;nein;',
].join('\r\n');

const asFile = (text: string, encoding: 'latin1' | 'utf8' = 'utf8') =>
  new Blob([new Uint8Array(Buffer.from(text, encoding))]).stream();

async function dropped(text: string, fileName = 'bewerbungen.csv'): Promise<ImportView> {
  const importId = await receiveFile(ctx, fileName, asFile(text));
  const view = await getImport(ctx, importId);
  await chooseMapping(ctx, importId, view.mapping);
  await chooseBasis(ctx, importId, { rejected_applicant: { kind: 'consent_column', textId } });
  return getImport(ctx, importId);
}

async function imported(text: string, fileName?: string): Promise<ImportView> {
  const { id } = await dropped(text, fileName);
  await startChecking(ctx, id);
  await house.runJobs();
  await startRunning(ctx, id);
  await house.runJobs();
  return getImport(ctx, id);
}

const namesOf = async () =>
  (
    await house.db
      .selectFrom('talents')
      .select(['first_name', 'last_name'])
      .where('deleted_at', 'is', null)
      .orderBy('sort_name')
      .execute()
  ).map((row) => `${row.first_name} ${row.last_name}`);

/** Everything that an import could change, without ids and times. */
async function everything() {
  const { rows } = await sql<{ content: string }>`
    select string_agg(line, E'\n' order by line) as content from (
      select 'talent ' || (to_jsonb(t) - '{id,created_at,updated_at,stage_since,version}'::text[])::text as line from talents t
      union all select 'address ' || value || kind from talent_addresses
      union all select 'application ' || (to_jsonb(a) - '{id,talent_id,created_at,source}'::text[])::text from applications a
      union all select 'ground ' || (to_jsonb(g) - '{id,talent_id,created_at,consent_event_id}'::text[])::text from grounds g
      union all select 'held ' || (to_jsonb(h) - '{id,import_id,created_at}'::text[])::text from held_people h
    ) all_lines`.execute(house.db);
  return rows[0]?.content ?? '';
}

describe('taking stock of a German Excel export', () => {
  it('keeps who agreed, lets wait who was never asked, leaves out who said no', async () => {
    const { counts, state } = await imported(GERMAN_EXCEL);

    expect(state).toBe('done');
    expect(counts).toMatchObject({ created: 3, held: 1, refused: 1, rejected: 0 });
    expect(await namesOf()).toEqual(['Jürgen Käser', 'Anneliese Krähenbühl', 'Tobias Österreicher']);
  });

  it('says why somebody is a silver medalist', async () => {
    await imported(GERMAN_EXCEL);

    const rows = await house.db
      .selectFrom('classifications as c')
      .innerJoin('talents as t', 't.id', 'c.talent_id')
      .select(['t.last_name', 'c.segment', 'c.reason_code'])
      .execute();

    expect(rows).toEqual([expect.objectContaining({ last_name: 'Krähenbühl', segment: 'silver_medalist' })]);
  });

  it('never stores a birth date, only keyed hashes of it', async () => {
    await imported(GERMAN_EXCEL);

    const { rows } = await sql<{
      dump: string;
    }>`select string_agg(d, ' ') as dump from (select to_jsonb(t)::text as d from talents t union all select to_jsonb(s)::text from source_records s union all select to_jsonb(r)::text from import_rows r union all select to_jsonb(b)::text from birth_date_keys b) x`.execute(
      house.db,
    );
    const { count } = await house.db
      .selectFrom('birth_date_keys')
      .select((select) => select.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();

    expect(count).toBe(2);
    expect(rows[0]?.dump).not.toMatch(/12\.04\.1984|1984-04-12|03\.11\.1990|1990-11-03/);
  });

  it('keeps of the waiting person only name, mail and the date of erasure', async () => {
    await imported(GERMAN_EXCEL);

    const held = await house.db.selectFrom('held_people').selectAll().executeTakeFirstOrThrow();

    expect(held).toMatchObject({
      first_name: 'Nikolina',
      last_name: 'Đurić',
      email: 'nikolina@mail.example',
      erase_on: '2027-02-23',
      segments: ['silver_medalist'],
    });
    expect(await house.db.selectFrom('source_records').select('id').where('talent_id', '=', held.id).execute()).toEqual(
      [],
    );
  });

  it('changes nothing when the same file is dropped again', async () => {
    await imported(GERMAN_EXCEL);
    const before = await everything();

    const { counts } = await imported(GERMAN_EXCEL);

    expect(await everything()).toBe(before);
    expect(counts).toMatchObject({ created: 0, updated: 0, held: 0, unchanged: 4 });
  });

  it('writes nothing in the dry run', async () => {
    const { id } = await dropped(GERMAN_EXCEL);
    await startChecking(ctx, id);
    await house.runJobs();

    const { check, state } = await getImport(ctx, id);

    expect(state).toBe('checked');
    expect(check?.counts).toMatchObject({ created: 3, held: 1, refused: 1 });
    expect(await namesOf()).toEqual([]);
  });

  it('promises in the dry run what the run then does', async () => {
    const view = await imported(GERMAN_EXCEL);

    const { created, updated, held, rejected, refused } = view.check?.counts ?? view.counts;

    expect(view.counts).toMatchObject({ created, updated, held, rejected, refused });
  });

  /** The same rows as another system exports them: with one more column, which nobody wants. */
  const fromElsewhere = (text: string) =>
    text.split('\r\n').map((line, index) => `${line};${index === 0 ? 'Interne Ablage' : `x${index}`}`);

  it('foretells that people of whom everything is known stay unchanged', async () => {
    await imported(GERMAN_EXCEL.replace('firmaexample', 'firma.example'));

    const file = fromElsewhere(GERMAN_EXCEL.replace('firmaexample', 'firma.example'));
    const { check, counts } = await imported(file.join('\r\n'), 'andere.csv');

    expect(counts).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
    expect(check?.counts).toMatchObject(counts);
  });

  it('foretells which of them get something new', async () => {
    await imported(GERMAN_EXCEL);
    const [header, anneliese = '', tobias = ''] = fromElsewhere(GERMAN_EXCEL);
    const file = [
      header,
      anneliese.replace('079 555 01 47', '079 555 01 99'),
      tobias,
      tobias.replace('20.02.2026', '21.02.2026'),
    ];

    const { check, counts } = await imported(file.join('\r\n'), 'andere.csv');

    expect(counts).toMatchObject({ updated: 3, unchanged: 0 });
    expect(check?.counts).toMatchObject(counts);
  });

  it('foretells that a second row of one file says nothing new', async () => {
    const [header, anneliese = '', tobias = ''] = fromElsewhere(GERMAN_EXCEL);
    const again = `${anneliese}y`;

    const { check, counts } = await imported([header, anneliese, again, tobias].join('\r\n'));

    expect(counts).toMatchObject({ created: 2, updated: 0, unchanged: 1 });
    expect(check?.counts).toMatchObject(counts);
  });

  it('adds a second application of the same person to the one that is there', async () => {
    await imported(GERMAN_EXCEL);

    const { counts } = await imported(
      [
        GERMAN_EXCEL.split('\r\n')[0],
        'Krähenbühl;Anneliese;anneliese@mail.example;;Projektleitung;02.09.2026;Telefonat;Absage;4,0;ja (14.03.2026);',
      ].join('\r\n'),
      'zweite.csv',
    );

    expect(counts).toMatchObject({ created: 0, updated: 1 });
    expect(
      await house.db.selectFrom('applications').select('vacancy').where('vacancy', '=', 'Projektleitung').execute(),
    ).toHaveLength(1);
  });

  it('keeps out a row without a name and mail and hands its cells back', async () => {
    const broken = `${GERMAN_EXCEL}\r\n;;;;Montage;31.02.2024;Bewerbung;Absage;;;`;

    const view = await imported(broken);
    const { items } = await listRowsOf(ctx, view.id, { outcome: 'rejected', limit: 50 });

    expect(view.counts.rejected).toBe(1);
    expect(items[0]?.cells?.[4]).toBe('Montage');
    expect(items[0]?.problems.some(({ severity }) => severity === 'fatal')).toBe(true);
  });

  it('takes a mended cell into the run', async () => {
    const { id } = await dropped(GERMAN_EXCEL);
    await startChecking(ctx, id);
    await house.runJobs();

    await mendRow(ctx, id, 5, [{ column: 2, value: 'j.kaeser@firma.example' }]);
    await startChecking(ctx, id);
    await house.runJobs();
    await startRunning(ctx, id);
    await house.runJobs();

    expect(
      await house.db
        .selectFrom('talent_addresses')
        .select('value')
        .where('value', '=', 'j.kaeser@firma.example')
        .execute(),
    ).toHaveLength(1);
  });
});

describe('undoing a whole import', () => {
  it('leaves nothing behind', async () => {
    const { id } = await imported(GERMAN_EXCEL);

    await startUndoing(ctx, id);
    await house.runJobs();

    expect(await everything()).toBe('');
    expect((await getImport(ctx, id)).state).toBe('undone');
  });

  it('gives back what an update had added', async () => {
    await imported(GERMAN_EXCEL);
    const before = await everything();
    const second = await imported(
      [
        GERMAN_EXCEL.split('\r\n')[0],
        'Krähenbühl;Anneliese;neu@mail.example;079 555 01 47;Projektleitung;02.09.2026;Telefonat;Absage;4,0;ja (14.03.2026);',
      ].join('\r\n'),
      'zweite.csv',
    );

    await startUndoing(ctx, second.id);
    await house.runJobs();

    expect(second.counts.updated).toBe(1);
    expect(await everything()).toBe(before);
  });

  it('keeps somebody whom a human has worked with since', async () => {
    const { id } = await imported(GERMAN_EXCEL);
    const talent = await house.db
      .selectFrom('talents')
      .select(['id', 'version'])
      .where('last_name', '=', 'Käser')
      .executeTakeFirstOrThrow();
    const answer = await house.request('recruiter', 'PATCH', `/talents/${talent.id}`, {
      version: talent.version,
      changes: { city: 'Aarau' },
    });

    await startUndoing(ctx, id);
    await house.runJobs();

    expect(answer.status).toBe(200);
    expect(await namesOf()).toEqual(['Jürgen Käser']);
  });

  it('can be imported again afterwards', async () => {
    const { id } = await imported(GERMAN_EXCEL);
    await startUndoing(ctx, id);
    await house.runJobs();

    const { counts } = await imported(GERMAN_EXCEL);

    expect(counts).toMatchObject({ created: 3, held: 1 });
  });
});
