import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import corpus from './header-corpus.json' with { type: 'json' };
import type { ColumnMapping, FileKind } from '../types.ts';
import { profileFrom } from './column-profile.ts';
import { recogniseColumns } from './recognise-columns.ts';

const TODAY = '2026-11-23';

interface Sheet {
  headers: string[];
  rows: string[][];
  country?: string;
  kind?: string;
}

const recognise = ({ headers, rows, country = 'DE', kind = 'csv' }: Sheet) =>
  recogniseColumns({
    headers,
    samples: rows.map((cells, index) => ({ line: index + 2, cells })),
    kind: kind as FileKind,
    country,
    today: TODAY,
  });

/** One column with its values beside a family name, so that the file looks like one of people. */
const column = (header: string, values: string[], country = 'DE'): ColumnMapping | undefined =>
  recognise({ headers: ['Nachname', header], rows: values.map((value) => ['Meier', value]), country })[1];

describe('columns of real lists', () => {
  it.each(corpus)('are recognised: $name', ({ headers, rows, country, kind, expect: expected }) => {
    const mappings = recognise({ headers, rows, country, kind });

    const found = mappings.map(({ field, confidence }, index) => {
      const answers = (expected[index] ?? '').split('|');
      return answers.includes(`${field}:${confidence}`) ? expected[index] : `${field}:${confidence}`;
    });
    expect(Object.fromEntries(headers.map((header, index) => [`${index} ${header}`, found[index]]))).toEqual(
      Object.fromEntries(headers.map((header, index) => [`${index} ${header}`, expected[index]])),
    );
  });
});

describe('sensitive columns', () => {
  it.each([
    ['Geburtsdatum', 'birth_date'], ['Geb.-Datum', 'birth_date'], ['Date of Birth', 'birth_date'], ['DOB', 'birth_date'], ['Alter', 'birth_date'], ['Jahrgang', 'birth_date'],
    ['Lohn bisher', 'pay'], ['Jahresgehalt brutto', 'pay'], ['Current salary', 'pay'], ['Gehaltsvorstellung', 'pay_expected'], ['Salary expectation', 'pay_expected'],
    ['Konfession', 'religion'], ['Religion', 'religion'], ['Krankheitstage', 'health'], ['Schwerbehinderung (GdB)', 'disability'], ['Nationalität', 'nationality'],
    ['Staatsangehörigkeit', 'nationality'], ['Heimatort', 'nationality'], ['Geschlecht', 'gender'], ['Gender', 'gender'], ['m/w/d', 'gender'], ['Zivilstand', 'family'],
    ['Familienstand', 'family'], ['Anzahl Kinder', 'family'], ['Vorstrafen', 'criminal_record'], ['Führungszeugnis', 'criminal_record'], ['Foto', 'photo'], ['Photo URL', 'photo'],
    ['AHV-Nr.', 'identity_number'], ['Sozialversicherungsnummer', 'identity_number'], ['IBAN', 'bank'], ['Bankverbindung', 'bank'], ['Gewerkschaft', 'belief'],
    ['Etat civil', 'family'], ['Nationalité', 'nationality'], ['Religione', 'religion'], ['Geburtsdtaum', 'birth_date'],
  ])('drops and hides %s', (header, group) => {
    const mapping = column(header, ['x1', 'y2', 'z3']);

    expect(mapping).toMatchObject({ field: 'skip', confidence: 'dropped', isSensitive: true, reason: { code: `recognition.sensitive_${group}` } });
  }); // prettier-ignore

  it.each([
    'Strasse',
    'Ausbildung',
    'Weiterbildung',
    'Datenbankkenntnisse',
    'Abschluss',
    'Sprachkenntnisse',
    'Wohnort',
    'Absage',
    'Projektpartner im Verein Nord',
  ])('does not take %s for one of them', (header) => {
    expect(column(header, ['eins', 'zwei', 'drei'])?.isSensitive).toBe(false);
  });

  it('drops a column by its values when the header says nothing', () => {
    const rows = [
      ['756.1234.5678.97', 'CH93 0076 2011 6238 5295 7'],
      ['756.9217.0769.85', 'CH56 0483 5012 3456 7800 9'],
    ];

    expect(recognise({ headers: ['Feld A', 'Feld B'], rows }).map(({ isSensitive }) => isSensitive)).toEqual([
      true,
      true,
    ]);
  });

  it('compares a birth date only when that was allowed', () => {
    const input = {
      headers: ['Name', 'Geburtsdatum'],
      samples: [{ line: 2, cells: ['Anna Meier', '31.12.1980'] }],
      kind: 'csv' as const,
      country: 'DE',
    };

    expect(recogniseColumns(input)[1]?.field).toBe('skip');
    expect(recogniseColumns({ ...input, birthDates: 'compare' })[1]).toMatchObject({
      field: 'birth_date',
      isSensitive: true,
      dateOrder: 'dmy',
    });
  });
});

describe('doubts', () => {
  it.each([
    ['Bewertung', ['4,6', '3,8'], 'DE', 'guessed', { best: 5, worst: 1 }],
    ['Note', ['1,3', '2', '5,7'], 'DE', 'sure', { best: 1, worst: 6 }],
    ['Note', ['4,5', '5,5', '6'], 'CH', 'sure', { best: 6, worst: 1 }],
    ['Note', ['4,5', '5,5', '6'], 'EU', 'ask', { best: 1, worst: 6 }],
    ['Bewertung', ['6', '1', '3'], 'EU', 'ask', { best: 1, worst: 6 }],
    ['Rating', ['A', 'B+', 'C'], 'DE', 'sure', { best: 1, worst: 4 }],
    ['Sterne', ['★★★★☆', '★★'], 'DE', 'sure', { best: 5, worst: 0 }],
    ['Score', ['80 %', '95 %'], 'DE', 'sure', { best: 100, worst: 0 }],
  ])('about the scale of %s with %j in %s are %s', (header, values, country, confidence, scale) => {
    expect(column(header, values, country)).toMatchObject({ field: 'application_rating', confidence, scale });
  });

  it('finds the American order in the values', () => {
    expect(column('Application date', ['03/14/2024', '04/02/2024'])).toMatchObject({
      dateOrder: 'mdy',
      confidence: 'sure',
    });
  });

  it('asks for a look when the order of the dates is open', () => {
    expect(column('Application date', ['03/04/2024', '04/02/2024'])).toMatchObject({
      confidence: 'guessed',
      reason: { code: 'recognition.date_order_open' },
    });
  });

  it('always asks which text was agreed to', () => {
    expect(column('Einwilligung Talentpool', ['ja', 'nein'])).toMatchObject({
      field: 'consent',
      confidence: 'ask',
      reason: { code: 'recognition.consent_text' },
    });
  });

  it('counts the matched words and names an unknown one', () => {
    expect(column('Letzte Stufe', ['Erstgespräch', 'Angebot'])?.reason).toEqual({
      code: 'recognition.words_known',
      params: { count: 2 },
    });
    expect(column('Letzte Stufe', ['Erstgespräch', 'Angebot', 'Absage', 'Plüschtier'])).toMatchObject({
      confidence: 'guessed',
      words: { Plüschtier: '' },
    });
  });

  it('distrusts a header whose values say otherwise', () => {
    expect(column('E-Mail', ['ja', 'nein', 'ja'])?.field).not.toBe('email');
  });
});

describe('one column per field', () => {
  it('gives a single field to the better column and says so to the other', () => {
    const mappings = recognise({
      headers: ['Vorname', 'Rufname'],
      rows: [
        ['Anna', 'Anni'],
        ['Hans', 'Hansi'],
      ],
    });

    expect(mappings.map(({ field }) => field)).toEqual(['first_name', 'skip']);
    expect(mappings[1]?.reason).toEqual({ code: 'recognition.taken', params: { other: 'Vorname' } });
  });

  it('never gives a single-valued field to two columns', () => {
    const anyHeader = fc.constantFrom(
      'Name',
      'Vorname',
      'Ort',
      'Stadt',
      'Stelle',
      'Position',
      'Status',
      'Phase',
      'Bewertung',
      'Note',
      'Firma',
      'Eintritt',
      'Quelle',
      '',
      'x',
    );
    fc.assert(
      fc.property(
        fc.array(anyHeader, { maxLength: 12 }),
        fc.array(fc.array(fc.string(), { maxLength: 12 }), { maxLength: 5 }),
        (headers, rows) => {
          const fields = recognise({ headers, rows })
            .map(({ field }) => field)
            .filter((field) => !['skip', 'email', 'phone', 'skills', 'interests', 'tags', 'note'].includes(field));
          expect(new Set(fields).size).toBe(fields.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a saved profile', () => {
  const first = recognise({
    headers: ['Wert X', 'Geburtsdatum', 'Pool OK?'],
    rows: [['Anna Meier', '01.02.1980', 'ja']],
  });
  const corrected = first.map((mapping) =>
    mapping.column === 0 ? { ...mapping, field: 'employer' as const } : mapping,
  );
  const again = recogniseColumns({
    headers: ['Pool OK?', 'Wert X', 'Geburtsdatum'],
    samples: [{ line: 2, cells: ['ja', 'Anna Meier', '01.02.1980'] }],
    kind: 'csv',
    country: 'DE',
    profile: profileFrom(corrected),
  });

  it('wins over what the values look like', () => {
    expect(again[1]).toMatchObject({
      field: 'employer',
      confidence: 'sure',
      reason: { code: 'recognition.saved_profile' },
    });
  });

  it('opens no door for sensitive columns and still asks for consent', () => {
    expect(again[2]).toMatchObject({ field: 'skip', isSensitive: true });
    expect(again[0]?.confidence).toBe('ask');
  });
});
