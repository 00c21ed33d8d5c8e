import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { hostileText } from '../values/testing/hostile-text.ts';
import corpus from './header-corpus.json' with { type: 'json' };
import { TARGET_FIELDS, type ColumnMapping, type FileKind, type ImportedPerson, type TargetField } from '../types.ts';
import { readRow } from './read-row.ts';
import { recogniseColumns } from './recognise-columns.ts';

const context = { country: 'CH', today: '2026-11-23' };

const aMapping = (field: TargetField, column: number, more: Partial<ColumnMapping> = {}): ColumnMapping => ({
  column,
  header: field,
  field,
  confidence: 'sure',
  reason: { code: 'recognition.header_known', params: {} },
  isSensitive: false,
  ...more,
});

/** One row given as field and cell. */
function read(
  cells: Partial<Record<TargetField, string>>,
  more: Partial<Record<TargetField, Partial<ColumnMapping>>> = {},
) {
  const fields = Object.keys(cells) as TargetField[];
  return readRow(
    { line: 7, cells: Object.values(cells) },
    fields.map((field, column) => aMapping(field, column, more[field])),
    context,
  );
}

const personOf = (reading: ReturnType<typeof read>): ImportedPerson => {
  if (reading.kind !== 'person') throw new Error(`expected a person, got ${reading.kind}`);
  return reading.person;
};
const codesOf = (reading: ReturnType<typeof read>) =>
  reading.kind === 'blank' ? [] : reading.problems.map(({ code, severity }) => `${code} ${severity}`);

describe('a row', () => {
  it('becomes a person in our own words', () => {
    const reading = read({
      full_name: 'Dr. Krähenbühl-Zürcher, Anneliese', email: 'Anneliese.KZ@mail.example; a.k@post.example', phone: '079 123 45 67', city: '8400 Winterthur',
      application_on: '16.01.2023', application_stage: 'Absage nach Assessment', application_rating: '4,6', application_place: '2 von 28', consent: 'ja (14.03.2024)',
      skills: 'SPS, CAD; Python', application_vacancy: 'Konstrukteurin',
    }, { application_rating: { scale: { best: 5, worst: 1 }, decimal: ',' } }); // prettier-ignore

    expect(reading).toEqual({
      kind: 'person',
      line: 7,
      problems: [],
      person: {
        title: 'Dr.', firstName: 'Anneliese', lastName: 'Krähenbühl-Zürcher', emails: ['anneliese.kz@mail.example', 'a.k@post.example'], phones: ['+41791234567'], links: [],
        postcode: '8400', city: 'Winterthur', skills: ['SPS', 'CAD', 'Python'], interests: [], tags: [], consent: { isGiven: true, on: '2024-03-14' },
        application: { vacancy: 'Konstrukteurin', appliedOn: '2023-01-16', stage: 'assessment', outcome: 'rejected', ratingShare: 0.9, place: 2, fieldSize: 28 },
      },
    }); // prettier-ignore
  });

  it('is blank when nothing stands in it', () => {
    expect(read({ full_name: ' ', email: '' }).kind).toBe('blank');
    expect(read({ full_name: '-', email: 'n/a' }).kind).toBe('blank');
  });

  it('is kept out without a name and a mail address', () => {
    const reading = read({ city: 'Basel' });

    expect(reading.kind).toBe('rejected');
    expect(codesOf(reading)).toEqual(['problem.no_identity fatal']);
  });

  it('is kept out when its only identity is a faulty mail address', () => {
    const reading = read({ email: 'j.kaeser@firmaexample' });

    expect(reading.kind).toBe('rejected');
    expect(codesOf(reading)).toEqual(['problem.email_without_dot fatal']);
  });

  it('is kept out when all it has is the address of a team', () => {
    expect(read({ email: 'info@firma.example' }).kind).toBe('rejected');
  });

  it('comes in without its faulty mail address when it has a name', () => {
    const reading = read({ full_name: 'Jürgen Käser', email: 'j.kaeser@firmaexample' });

    expect(personOf(reading).emails).toEqual([]);
    expect(codesOf(reading)).toEqual(['problem.email_without_dot dropped']);
  });

  it.each([
    ['application_on', '31.02.2024', 'problem.date_impossible'],
    ['application_on', '01.01.2031', 'problem.date_in_future'],
    ['application_on', 'irgendwann', 'problem.date_unreadable'],
    ['phone', '12', 'problem.phone_unreadable'],
    ['phone', '4,17912E+10', 'problem.phone_rounded'],
    ['website', 'javascript:alert(1)', 'problem.url_unreadable'],
    ['application_rating', '17', 'problem.rating_out_of_scale'],
    ['application_stage', 'Plüschtier', 'problem.word_unknown'],
    ['country', 'Atlantis', 'problem.country_unknown'],
    ['consent', 'siehe Akte', 'problem.consent_unclear'],
    ['employer', 'x'.repeat(300), 'problem.shortened'],
  ] as [TargetField, string, string][])('names a faulty %s and comes in without it', (field, value, code) => {
    const reading = read(
      { full_name: 'Anna Meier', [field]: value },
      { application_rating: { scale: { best: 5, worst: 1 } } },
    );

    expect(reading.kind).toBe('person');
    expect(codesOf(reading)).toEqual([`${code} dropped`]);
  });

  it('does not let an unclear or future answer count as consent', () => {
    expect(personOf(read({ full_name: 'Anna Meier', consent: '?' })).consent).toBeUndefined();
    expect(personOf(read({ full_name: 'Anna Meier', consent: 'ja (01.01.2030)' })).consent).toBeUndefined();
  });

  it('keeps of a former employee only what the allow-list has', () => {
    const reading = read({
      full_name: 'Mara Köhler',
      phone: '079 123 45 67',
      employment_left_on: '30.09.2021',
      note: 'krank gewesen',
      city: 'Basel',
      exit_reason: 'Umzug',
    });

    expect(personOf(reading)).toEqual({
      firstName: 'Mara',
      lastName: 'Köhler',
      emails: [],
      phones: [],
      links: [],
      skills: [],
      interests: [],
      tags: [],
      employment: { kind: 'employee', leftOn: '2021-09-30', exitReason: 'Umzug' },
    });
    expect(new Set(codesOf(reading))).toEqual(new Set(['problem.former_not_allowed dropped']));
  });

  it('uses words that were matched by hand', () => {
    const reading = read(
      { full_name: 'Anna Meier', application_stage: 'Topf 3' },
      { application_stage: { words: { 'Topf 3': 'final' } } },
    );

    expect(personOf(reading).application?.stage).toBe('final');
  });

  it('reads a two-digit birth year as the past and never names the date', () => {
    expect(personOf(read({ full_name: 'Anna Meier', birth_date: '12.03.45' })).birthDate).toBe('1945-03-12');
    expect(JSON.stringify(read({ full_name: 'Anna Meier', birth_date: '12.03.2025' }))).not.toContain('2025');
  });

  it('never looks at skipped columns', () => {
    expect(JSON.stringify(read({ full_name: 'Anna Meier', skip: 'MARKER-1', salutation: 'MARKER-2' }))).not.toContain(
      'MARKER',
    );
  });

  it('never throws, whatever stands in the cells', () => {
    const anyRow = fc.dictionary(
      fc.constantFrom(...TARGET_FIELDS),
      fc.oneof(
        hostileText,
        fc.string(),
        fc.constantFrom('31.02.2024', '__proto__', 'constructor', '@', '%', '0'.repeat(500)),
      ),
      { maxKeys: 12 },
    );
    fc.assert(
      fc.property(anyRow, (cells) => {
        expect(() => read(cells)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});

describe('rows of real lists', () => {
  it.each(corpus)('come in: $name', ({ headers, rows, country, ...rest }) => {
    const kind = ('kind' in rest ? rest.kind : 'csv') as FileKind;
    const samples = rows.map((cells, index) => ({ line: index + 2, cells }));
    const mappings = recogniseColumns({ headers, samples, kind, country, today: context.today });

    const readings = samples.map((row) => readRow(row, mappings, { ...context, country }));

    expect(readings.map((reading) => reading.kind)).toEqual(rows.map(() => 'person'));
    for (const reading of readings) expect(personOf(reading).lastName).not.toBe('');
  });
});
