import { describe, expect, it } from 'vitest';
import type { ImportedPerson } from '../types.ts';
import type { BasisQuestion } from './basis.ts';
import { decideBasis } from './basis.ts';

const TEXT = '0190a8f2-0000-7000-8000-000000000001';
const person: ImportedPerson = {
  firstName: 'Ilse',
  lastName: 'Brunner',
  emails: ['ilse@mail.example'],
  phones: [],
  links: [],
  skills: [],
  interests: [],
  tags: [],
};
const swiss = { countryProfile: 'CH' as const, monthsAfterRejection: 3, consentMonths: 12, interestMonths: 12 };

const ask = (change: Partial<BasisQuestion>): BasisQuestion => ({
  person,
  legalSegment: 'rejected_applicant',
  basis: { rejected_applicant: { kind: 'consent_column', textId: TEXT } },
  periods: swiss,
  today: '2026-11-23',
  fileName: 'bewerbungen.csv',
  line: 7,
  ...change,
});

describe('may this person be kept', () => {
  it('keeps somebody whose consent has a date, until it ends', () => {
    const decision = decideBasis(ask({ person: { ...person, consent: { isGiven: true, on: '2026-03-14' } } }));

    expect(decision).toMatchObject({
      kind: 'keep',
      eraseOn: '2027-03-14',
      ground: { basis: 'consent', consent: { textId: TEXT, evidence: 'bewerbungen.csv, 7' } },
    });
  });

  it('asks first when the consent has no date', () => {
    expect(decideBasis(ask({ person: { ...person, consent: { isGiven: true } } }))).toEqual({
      kind: 'hold',
      eraseOn: '2027-02-23',
    });
  });

  it('asks first when the consent is over', () => {
    expect(decideBasis(ask({ person: { ...person, consent: { isGiven: true, on: '2023-03-14' } } }))).toMatchObject({
      kind: 'hold',
    });
  });

  it('asks first when nobody has said on what basis', () => {
    expect(decideBasis(ask({ basis: {} }))).toMatchObject({ kind: 'hold' });
  });

  it('keeps nothing of somebody who said no', () => {
    expect(decideBasis(ask({ person: { ...person, consent: { isGiven: false } }, basis: {} }))).toEqual({
      kind: 'refused',
    });
  });

  it('never lets an interest carry an applicant', () => {
    const basis = { rejected_applicant: { kind: 'legitimate_interest' as const, assessmentId: TEXT } };

    expect(decideBasis(ask({ basis }))).toMatchObject({ kind: 'hold' });
  });
});
