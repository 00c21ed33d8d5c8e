import { describe, expect, it } from 'vitest';
import type { ImportedApplication, ImportedEmployment, ImportedPerson } from '../types.ts';
import { classify, legalSegment } from './classify.ts';
import { classificationRules, DEFAULT_RULES, type FormerRule, type SilverMedalistRule } from './rules.ts';

const TODAY = '2026-11-23';

const aPerson = (more: Partial<ImportedPerson> = {}): ImportedPerson => ({
  firstName: 'Ilse',
  lastName: 'Brandt',
  emails: [],
  phones: [],
  links: [],
  skills: [],
  interests: [],
  tags: [],
  ...more,
});
const applied = (application: ImportedApplication) =>
  aPerson({ application: { outcome: 'rejected', rejectedOn: '2025-01-20', ...application } });
const employed = (employment: Partial<ImportedEmployment>) =>
  aPerson({ employment: { kind: 'employee', leftOn: '2023-08-31', ...employment } });
const segmentsOf = (person: ImportedPerson, rules = DEFAULT_RULES) =>
  classify(person, rules, TODAY).map(({ segment }) => segment);

const withSilver = (more: Partial<SilverMedalistRule>) => ({
  version: 2,
  rules: [{ ...(DEFAULT_RULES.rules[0] as SilverMedalistRule), ...more }],
});
const withFormer = (more: Partial<FormerRule>) => ({
  version: 2,
  rules: [{ ...(DEFAULT_RULES.rules[1] as FormerRule), ...more }],
});

describe('a silver medalist', () => {
  it('is the second of twenty-eight, with place, date and rating as the reason', () => {
    expect(classify(applied({ place: 2, fieldSize: 28, ratingShare: 0.9 }), DEFAULT_RULES, TODAY)).toEqual([
      {
        segment: 'silver_medalist',
        ruleVersion: 1,
        reason: {
          code: 'classification.silver_place_of_rated',
          params: { place: 2, fieldSize: 28, rating: 4.6, on: '2025-01-20' },
        },
      },
    ]);
  });

  it('came far enough', () => {
    expect(classify(applied({ stage: 'assessment' }), DEFAULT_RULES, TODAY)[0]?.reason).toEqual({
      code: 'classification.silver_stage',
      params: { stage: 'assessment', on: '2025-01-20' },
    });
    expect(segmentsOf(applied({ stage: 'interview' }))).toEqual([]);
  });

  it('was rated well', () => {
    expect(classify(applied({ ratingShare: 0.8 }), DEFAULT_RULES, TODAY)[0]?.reason.code).toBe(
      'classification.silver_rating',
    );
    expect(segmentsOf(applied({ ratingShare: 0.79 }))).toEqual([]);
  });

  it.each(['hired', 'open'] as const)('is nobody whose application is %s', (outcome) => {
    expect(segmentsOf(applied({ outcome, stage: 'offer', place: 2 }))).toEqual([]);
  });

  it('declined our offer', () => {
    expect(segmentsOf(applied({ outcome: 'declined_offer', stage: 'offer' }))).toEqual(['silver_medalist']);
  });

  it('is nobody whose outcome is unknown, unless the place says it', () => {
    expect(segmentsOf(applied({ outcome: undefined, stage: 'final' }))).toEqual([]);
    expect(segmentsOf(applied({ outcome: undefined, place: 3 }))).toEqual(['silver_medalist']);
  });

  it('is nobody who applied too long ago, to the day', () => {
    expect(segmentsOf(applied({ stage: 'final', rejectedOn: '2021-11-23' }))).toEqual(['silver_medalist']);
    expect(segmentsOf(applied({ stage: 'final', rejectedOn: '2021-11-22' }))).toEqual([]);
  });

  it('counts without a date only as long as the rule says so', () => {
    const person = aPerson({ application: { outcome: 'rejected', stage: 'final' } });

    expect(classify(person, DEFAULT_RULES, TODAY)[0]?.reason.code).toBe('classification.silver_stage_undated');
    expect(segmentsOf(person, withSilver({ undated: 'leave_out' }))).toEqual([]);
  });

  it('follows a changed rule and names its version', () => {
    expect(
      classify(applied({ stage: 'interview' }), withSilver({ stageFrom: 'interview' }), TODAY)[0]?.ruleVersion,
    ).toBe(2);
    expect(segmentsOf(applied({ stage: 'final' }), withSilver({ stageFrom: null }))).toEqual([]);
    expect(segmentsOf(applied({ stage: 'final' }), withSilver({ isOn: false }))).toEqual([]);
  });
});

describe('a former colleague', () => {
  it('has left and is welcome again', () => {
    expect(classify(employed({ role: 'Einkäuferin', rehireWish: 'yes' }), DEFAULT_RULES, TODAY)[0]?.reason).toEqual({
      code: 'classification.former_left_role_wanted',
      params: { kind: 'employee', role: 'Einkäuferin', on: '2023-08-31' },
    });
  });

  it('is nobody who still works here or is not wanted back', () => {
    expect(segmentsOf(employed({ leftOn: undefined }))).toEqual([]);
    expect(segmentsOf(employed({ leftOn: '2027-01-31' }))).toEqual([]);
    expect(segmentsOf(employed({ rehireWish: 'no' }))).toEqual([]);
    expect(segmentsOf(employed({ rehireWish: 'no' }), withFormer({ excludesUnwanted: false }))).toEqual(['former']);
  });

  it.each([
    ['Altersrente', []],
    ['Frühpensionierung', []],
    ['Fristlose Kündigung', []],
    ['Wechsel zum Konkurrenten', ['former']],
    ['Umzug', ['former']],
  ])('who left for "%s" is %j', (exitReason, segments) => {
    expect(segmentsOf(employed({ exitReason }))).toEqual(segments);
  });

  it('may be an intern whose end nobody wrote down', () => {
    expect(segmentsOf(employed({ kind: 'intern', leftOn: undefined }))).toEqual(['former']);
  });
});

describe('a passive contact', () => {
  it.each([
    [{ connectedOn: '2021-03-05', source: 'LinkedIn' }, 'classification.passive_connected_source'],
    [{ connectedOn: '2021-03-05' }, 'classification.passive_connected'],
    [{ referredBy: 'Reto' }, 'classification.passive_referral'],
    [{ source: 'Jobmesse Zürich' }, 'classification.passive_network'],
    [{ source: 'Xing' }, 'classification.passive_social'],
  ])('with %j has the reason %s', (contact, code) => {
    expect(classify(aPerson({ contact }), DEFAULT_RULES, TODAY)[0]?.reason.code).toBe(code);
  });

  it('is nobody who applied', () => {
    expect(segmentsOf({ ...applied({}), contact: { source: 'LinkedIn' } })).toEqual([]);
  });

  it('may be a former colleague as well', () => {
    expect(segmentsOf({ ...employed({}), contact: { connectedOn: '2024-01-01' } })).toEqual([
      'former',
      'passive_contact',
    ]);
  });
});

describe('the legal segment', () => {
  it.each([
    [applied({}), 'rejected_applicant'],
    [employed({}), 'alumni'],
    [
      { ...employed({ leftOn: '2020-01-31' }), application: { outcome: 'rejected', rejectedOn: '2025-01-20' } },
      'rejected_applicant',
    ],
    [
      { ...employed({ leftOn: '2025-06-30' }), application: { outcome: 'rejected', rejectedOn: '2025-01-20' } },
      'alumni',
    ],
    [applied({ outcome: 'hired' }), 'alumni'],
    [aPerson({ contact: { referredBy: 'Reto' } }), 'referral'],
    [aPerson({ contact: { source: 'Talentpool Formular' } }), 'sign_up'],
    [aPerson({ consent: { isGiven: true } }), 'sign_up'],
    [aPerson({ contact: { source: 'LinkedIn' } }), 'passive_contact'],
    [aPerson(), 'passive_contact'],
  ] as [ImportedPerson, string][])('of %j is %s', (person, segment) => {
    expect(legalSegment(person, classify(person, DEFAULT_RULES, TODAY))).toBe(segment);
  });
});

describe('the rules', () => {
  it('that come with the product are valid', () => {
    expect(classificationRules.parse(DEFAULT_RULES)).toEqual(DEFAULT_RULES);
  });

  it('cannot lose their last criterion or stand there twice', () => {
    const [silver] = DEFAULT_RULES.rules;

    expect(
      classificationRules.safeParse(withSilver({ stageFrom: null, placeTo: null, ratingShareFrom: null })).success,
    ).toBe(false);
    expect(classificationRules.safeParse({ version: 1, rules: [silver, silver] }).success).toBe(false);
  });
});
