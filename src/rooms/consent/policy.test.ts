import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, LegalBasis, LegalSegment, Periods } from './policy.ts';
import {
  erasePlan,
  groundKey,
  holdingPlan,
  isAllowedBasis,
  LEGAL_BASES,
  LEGAL_SEGMENTS,
  purposeOf,
  stillCarries,
} from './policy.ts';

const swiss: Periods = { countryProfile: 'CH', monthsAfterRejection: 3, consentMonths: 12, interestMonths: 9 };

// LB-2: the whole table, written out a second time on purpose
const TABLE: Record<LegalSegment, Record<LegalBasis, boolean>> = {
  rejected_applicant: { consent: true, legitimate_interest: false, user_agreement: false },
  sign_up: { consent: true, legitimate_interest: false, user_agreement: false },
  alumni: { consent: true, legitimate_interest: false, user_agreement: true },
  passive_contact: { consent: true, legitimate_interest: true, user_agreement: false },
  referral: { consent: true, legitimate_interest: true, user_agreement: false },
};

describe('which basis may carry which relationship', () => {
  const pairs = LEGAL_SEGMENTS.flatMap((segment) => LEGAL_BASES.map((basis) => [segment, basis] as const));

  it.each(pairs)('%s by %s', (segment, basis) => {
    expect(isAllowedBasis(segment, basis)).toBe(TABLE[segment][basis]);
  });

  it.each([
    ['rejected_applicant', 'talent_pool'],
    ['sign_up', 'talent_pool'],
    ['alumni', 'alumni_network'],
    ['passive_contact', 'contact_network'],
    ['referral', 'contact_network'],
  ] as const)('%s is kept for %s', (segment, purpose) => {
    expect(purposeOf(segment)).toBe(purpose);
  });
});

// RE-1, RE-2
describe('the day on which data goes', () => {
  it.each([
    ['consent', '2026-11-23', undefined, '2027-11-23', 'consent_ends'],
    ['consent', '2028-02-29', undefined, '2029-02-28', 'consent_ends'],
    ['consent', '2026-11-23', '2027-03-01', '2027-03-01', 'consent_ends'],
    ['consent', '2026-11-23', '2030-01-01', '2027-11-23', 'consent_ends'],
    ['user_agreement', '2026-11-23', undefined, '2027-11-23', 'agreement_ends'],
    ['legitimate_interest', '2026-05-31', undefined, '2027-02-28', 'interest_ends'],
    ['legitimate_interest', '2026-11-23', '2026-12-01', '2027-08-23', 'interest_ends'],
  ] as const)('%s since %s, until %s: %s', (basis, since, until, eraseOn, reason) => {
    expect(erasePlan(basis, since, swiss, until)).toEqual({ eraseOn, reason });
  });

  it('comes after the period of the profile for people in the holding area', () => {
    expect(holdingPlan('2026-11-30', swiss)).toEqual({ eraseOn: '2027-02-28', reason: 'holding_ends' });
  });

  it('is never later than the setting allows, whatever end a person named', () => {
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((instant) => instant.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.constantFrom(...LEGAL_BASES), day, day, (basis, since, until) => {
        expect(erasePlan(basis, since, swiss, until).eraseOn <= erasePlan(basis, since, swiss).eraseOn).toBe(true);
      }),
    );
  });
});

// LB-2, CO-5, RE-2
describe('a ground for somebody who is here already', () => {
  const interest = {
    talent_id: 't',
    segment: 'passive_contact',
    basis: 'legitimate_interest',
    obtained_on: '2026-01-01',
  };
  const consent = { talent_id: 't', segment: 'sign_up', basis: 'consent', obtained_on: '2026-06-01' };
  const answer = (kind: Answer['kind'], on: string): Answer => ({ kind, on });

  it('is the same interest on every later day', () => {
    expect(groundKey({ ...interest, obtained_on: '2026-11-23' })).toBe(groundKey(interest));
  });

  it('is another consent on another day', () => {
    expect(groundKey({ ...consent, obtained_on: '2026-11-23' })).not.toBe(groundKey(consent));
  });

  it('carries as long as nobody has answered', () => {
    expect([interest, consent].map((ground) => stillCarries(ground, []))).toEqual([true, true]);
  });

  it('carries by interest only until the person answers, with yes or with no', () => {
    const kinds = ['given', 'confirmed', 'refused', 'withdrawn'] as const;

    expect(kinds.map((kind) => stillCarries(interest, [answer(kind, '2026-02-01')]))).toEqual(kinds.map(() => false));
  });

  it('carries after a withdrawal only by a later consent', () => {
    const withdrawn = [answer('given', '2026-01-01'), answer('withdrawn', '2026-06-01')];

    expect(stillCarries(consent, withdrawn)).toBe(false);
    expect(stillCarries({ ...consent, obtained_on: '2026-06-02' }, withdrawn)).toBe(true);
    expect(stillCarries({ ...consent, obtained_on: '2026-06-02' }, withdrawn, '2026-06-01')).toBe(false);
    expect(stillCarries({ ...consent, basis: 'user_agreement', obtained_on: '2026-06-02' }, withdrawn)).toBe(false);
  });
});
