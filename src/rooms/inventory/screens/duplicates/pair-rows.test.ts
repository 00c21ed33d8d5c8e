import { describe, expect, it } from 'vitest';
import type { DuplicateSide } from '../../schema.ts';
import { firstChoices, mergeBody, pairRows, verdictOf } from './pair-rows.ts';

const aSide = (given: Partial<DuplicateSide>): DuplicateSide => ({
  talentId: '00000000-0000-7000-8000-000000000001',
  name: 'A. K. Stoeckli-Ammann',
  birthName: null,
  role: null,
  employer: null,
  place: null,
  emails: [],
  phones: [],
  links: [],
  lastApplication: null,
  source: null,
  createdAt: '2024-01-01T00:00:00Z',
  version: 1,
  ...given,
});

const pair = {
  a: aSide({ emails: ['a.ammann@alt.example'], phones: ['+41795550231'] }),
  b: aSide({ name: 'Anna-Katharina Stöckli', place: 'Aarau', createdAt: '2026-01-01T00:00:00Z' }),
  fields: [
    { field: 'prior', level: 'prior', weightBits: -14 },
    { field: 'last_name', level: 'spelling', weightBits: 7.2 },
    { field: 'first_name', level: 'initial', weightBits: 1.1 },
    { field: 'email', level: 'missing', weightBits: 0 },
    { field: 'birth_date', level: 'exact', weightBits: 11 },
  ],
};

describe('two people side by side', () => {
  it('says the weight of evidence in four words', () => {
    expect([8, 2, 0, -3].map(verdictOf)).toEqual(['strongly_for', 'for', 'open', 'against']);
  });

  it('leaves out rows that nobody knows and nothing speaks for', () => {
    expect(pairRows(pair).map(({ row }) => row)).toEqual(['name', 'emails', 'phones', 'birthDate', 'place']);
  });

  it('joins first and last name into one row and shows no birth date', () => {
    const [name] = pairRows(pair);
    const birthDate = pairRows(pair).find(({ row }) => row === 'birthDate');

    expect(name?.verdict).toBe('strongly_for');
    expect(birthDate).toMatchObject({ a: [], b: [], verdict: 'strongly_for' });
  });

  it('proposes the fuller name and the side that knows the place', () => {
    expect(firstChoices(pair)).toMatchObject({ name: 'b', place: 'b' });
  });

  it('proposes the name with its own letters before the one written out', () => {
    const written = {
      ...pair,
      a: aSide({ name: 'Urs Krähenbühl' }),
      b: aSide({ name: 'Urs Kraehenbuehl', createdAt: '2026-01-01T00:00:00Z' }),
    };

    expect(firstChoices(written).name).toBe('a');
  });

  it('keeps the older record and sends each field with its side', () => {
    expect(mergeBody(pair, { name: 'a' })).toEqual({
      keep: 'a',
      fields: { title: 'a', first_name: 'a', last_name: 'a', street: 'b', postcode: 'b', city: 'b', country: 'b' },
    });
  });
});
