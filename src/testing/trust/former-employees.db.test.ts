import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { aText, consentForTests, dumpOf, importFile } from '#rooms/consent/testing.ts';

const room = consentForTests();

const ALLOWED = [
  'Nachname',
  'Vorname',
  'E-Mail privat',
  'Letzte Funktion',
  'Abteilung',
  'Eintrittsdatum',
  'Austrittsdatum',
  'Einwilligung',
];
/** What staff files hold besides: forty columns, under headings that the recognition knows and under some that it does not. */
const OTHERS =
  `Strasse|PLZ|Ort|Land|Telefon privat|Mobil|Geburtsdatum|Nationalität|Konfession|Zivilstand|Anzahl Kinder|Geschlecht|Schwerbehinderung|Gehalt|Bonus|
  Lohnvorstellung|IBAN|AHV-Nummer|Steuerklasse|Krankentage|Austrittsgrund|Wiedereinstellung|Bewertung|Bemerkungen|Notiz|Fähigkeiten|Interessen|Tags|LinkedIn|Website|
  Vorgesetzter|Kostenstelle|Firmenwagen|Gewerkschaft|Notfallkontakt|Aufenthaltsbewilligung|Abmahnung|Kantine|Spindnummer|Letzter Kontakt`
    .split('|')
    .map((header) => header.trim());
const mark = (index: number, row: string) => `MARKE${index}X${row}`;
const MARK = /MARKE\d+X\w*/g;

function staffFile(): string {
  const row = (lastName: string, agreed: string) =>
    [
      lastName,
      'Urs',
      `${lastName}@mail.example`,
      'Monteur',
      'Werk 2',
      '01.02.2015',
      '31.03.2024',
      agreed,
      ...OTHERS.map((_header, index) => mark(index, lastName)),
    ].join(';');
  return [[...ALLOWED, ...OTHERS].join(';'), row('Ammann', 'ja (14.03.2026)'), row('Zumstein', '')].join('\n');
}

function filesBelow(folder: string): string {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

/** Columns whose values alone look like a unit or a number of the person, set right by hand. */
const right = { Abteilung: 'employment_unit', Kostenstelle: 'skip', Spindnummer: 'skip' };
const marksIn = (text: string) => [...new Set(text.match(MARK))];

// LB-7
describe('an import of former employees', () => {
  const agreed = async () => ({
    alumni: { kind: 'consent_column', textId: await aText(room.house, room.recruiter, 'alumni_network') },
  });

  it('keeps the allowed facts and not one of forty others, in no table and in no file', async () => {
    expect(OTHERS.length).toBe(40);

    const { body } = await importFile(room.house, room.recruiter, {
      name: 'personal.csv',
      text: staffFile(),
      basis: await agreed(),
      fields: right,
    });

    expect(body['counts']).toMatchObject({ created: 1, held: 1 });
    const dump = await dumpOf(room.house.db);
    expect(dump).toContain('Monteur');
    expect(marksIn(dump)).toEqual([]);
    expect(marksIn(filesBelow(path.dirname(room.house.parts.filesDir)))).toEqual([]);
  });

  it.each([
    ['Ort', 'city'],
    ['Konfession', 'note'],
    ['Gehalt', 'note'],
    ['Bemerkungen', 'note'],
    ['Tags', 'tags'],
  ])('does not take the column %s over either when somebody maps it by hand', async (header, field) => {
    const file = {
      name: 'personal.csv',
      text: staffFile(),
      basis: await agreed(),
      fields: { ...right, [header]: field },
    };

    const { status, body } = await importFile(room.house, room.recruiter, file);

    expect([status, body['code']]).toEqual([422, 'inventory.column_is_never_taken']);
  });

  it('drops what comes by hand from columns that nobody knows', async () => {
    const fields = { ...right, Kantine: 'note', Firmenwagen: 'skills', LinkedIn: 'linkedin_url' };

    const { body } = await importFile(room.house, room.recruiter, {
      name: 'personal.csv',
      text: staffFile(),
      basis: await agreed(),
      fields,
    });

    expect(body['counts']).toMatchObject({ created: 1, held: 1 });
    expect(marksIn(await dumpOf(room.house.db))).toEqual([]);
  });
});
