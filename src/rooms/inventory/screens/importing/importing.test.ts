import { describe, expect, it } from 'vitest';
import type { ImportView } from '../../schema.ts';
import { TARGET_FIELDS, type ColumnMapping } from '../../types.ts';
import { basisKinds, dayInMonths, segmentsOf } from './basis-options.ts';
import { countParts } from './count-parts.ts';
import { minutesLeft, stepOf } from './import-stage.ts';
import { foldColumns, TARGET_GROUPS } from './target-groups.ts';

const aColumn = (
  column: number,
  given: Partial<ImportView['mapping'][number]> = {},
): ImportView['mapping'][number] => ({
  column,
  header: `Spalte ${column}`,
  field: 'city',
  confidence: 'sure',
  reason: { code: 'recognition.header', params: {} },
  isSensitive: false,
  samples: [],
  ...given,
});

describe('the way of an import', () => {
  it('waits at the columns while one of them needs an answer', () => {
    const mapping = [aColumn(0), aColumn(1, { field: 'consent', confidence: 'ask' })];

    expect(stepOf({ state: 'uploaded', mapping, check: null })).toBe(1);
  });

  it('shows the preview when every column is answered', () => {
    expect(stepOf({ state: 'uploaded', mapping: [aColumn(0)], check: null })).toBe(2);
  });

  it('says at least one minute and nothing without a pace', () => {
    expect(minutesLeft({ rowTotal: 5241, rowsRead: 5200, rowsPerSecond: 900 })).toBe(1);
    expect(minutesLeft({ rowTotal: 5241, rowsRead: 0, rowsPerSecond: null })).toBeUndefined();
  });
});

describe('columns on the screen', () => {
  it('folds sure columns away and keeps every question', () => {
    const columns = [...Array(9).keys()].map((column) => aColumn(column));
    const asks = aColumn(9, { confidence: 'ask' });

    const { shown, folded } = foldColumns([...columns, asks]);

    expect(folded).toHaveLength(5);
    expect(shown).toContain(asks);
  });

  it('puts questions first, whatever place they have in a long file', () => {
    const columns = [...Array(9).keys()].map((column) => aColumn(column));
    const guessed = aColumn(9, { confidence: 'guessed' });
    const asks = aColumn(10, { confidence: 'ask' });

    const { shown } = foldColumns([...columns, guessed, asks]);

    expect(shown.map(({ column }) => column)).toEqual([9, 10, 0, 1, 2, 3]);
  });

  it('never folds a column that is not taken over for good reason', () => {
    const dropped: ColumnMapping = aColumn(20, { confidence: 'dropped', isSensitive: true });

    expect(foldColumns([...[...Array(12).keys()].map((column) => aColumn(column)), dropped]).shown).toContain(dropped);
  });

  it('offers every field except the birth date', () => {
    const offered = TARGET_GROUPS.flatMap(({ fields }) => fields);

    expect(offered.toSorted()).toEqual(TARGET_FIELDS.filter((field) => field !== 'birth_date').toSorted());
  });
});

describe('the legal basis', () => {
  it('offers a documented interest to contacts and referrals only', () => {
    expect(basisKinds('passive_contact', 'without_column')).toEqual(['legitimate_interest', 'ask_first']);
    expect(basisKinds('rejected_applicant', 'with_column')).toEqual(['consent_column', 'ask_first']);
  });

  it('knows from the columns whom the file is about', () => {
    const mapping = [aColumn(0, { field: 'application_on' }), aColumn(1, { field: 'employment_left_on' })];

    expect(segmentsOf({ check: null, mapping }).map(({ segment }) => segment)).toEqual([
      'rejected_applicant',
      'alumni',
    ]);
  });

  it('ends on the last day of a shorter month', () => {
    expect(dayInMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(dayInMonths('2026-11-23', 6)).toBe('2027-05-23');
  });
});

describe('what became of the rows', () => {
  it('counts new people as the list does, and each row once in the bar', () => {
    const none = { held: 0, rejected: 0, unchanged: 0, suppressed: 0, refused: 0, blank: 0 };
    const parts = countParts({ ...none, created: 12, doubtful: 2, updated: 3 });

    expect(parts).toEqual([
      { kind: 'created', count: 12, share: 10 },
      { kind: 'doubtful', count: 2, share: 2 },
      { kind: 'updated', count: 3, share: 3 },
      { kind: 'rejected', count: 0, share: 0 },
    ]);
  });
});
