import { z } from 'zod';
import type { ApplicationOutcome, ApplicationStage, EmploymentKind } from '../types.ts';

/** Stages in the order in which an application passes them. */
export const STAGE_ORDER: readonly ApplicationStage[] = [
  'applied',
  'screened',
  'phone',
  'interview',
  'second_interview',
  'assessment',
  'final',
  'offer',
];

const stage = z.enum([
  'applied',
  'screened',
  'phone',
  'interview',
  'second_interview',
  'assessment',
  'final',
  'offer',
] satisfies ApplicationStage[]);
const outcome = z.enum(['rejected', 'withdrawn', 'declined_offer', 'hired', 'open'] satisfies ApplicationOutcome[]);
const employmentKind = z.enum([
  'employee',
  'intern',
  'working_student',
  'apprentice',
  'trainee',
  'freelancer',
  'thesis',
] satisfies EmploymentKind[]);

/** Silbermedaille: one of stage, place or rating is reached, the outcome fits, and it is not too long ago. */
const silverMedalistRule = z
  .object({
    segment: z.literal('silver_medalist'),
    isOn: z.boolean(),
    /** The least stage; null switches the criterion off. */
    stageFrom: stage.nullable(),
    /** Places from 2 to this one; null switches the criterion off. */
    placeTo: z.number().int().min(2).max(20).nullable(),
    /** 0 (worst) to 1 (best); null switches the criterion off. */
    ratingShareFrom: z.number().min(0).max(1).nullable(),
    outcomes: z.array(outcome.exclude(['hired', 'open'])).min(1),
    withinYears: z.number().int().min(1).max(20),
    /** What happens to applications without any date. */
    undated: z.enum(['include', 'leave_out']),
  })
  .refine((rule) => rule.stageFrom !== null || rule.placeTo !== null || rule.ratingShareFrom !== null, {
    error: 'inventory.rule_without_criterion',
  });

/** Ehemalig: was employed in one of these ways, has left, is not unwanted and did not leave for an excluded reason. */
const formerRule = z.object({
  segment: z.literal('former'),
  isOn: z.boolean(),
  kinds: z.array(employmentKind).min(1),
  /** Kinds that end by themselves: without an exit date they count as over. */
  endingKinds: z.array(employmentKind),
  excludesUnwanted: z.boolean(),
  /** Words that must not stand in the exit reason; compared without case and umlauts. */
  excludedReasons: z.array(z.string().trim().min(2).max(80)).max(50),
});

/** Passiver Kontakt: known from somewhere, without an application. */
const passiveContactRule = z.object({
  segment: z.literal('passive_contact'),
  isOn: z.boolean(),
  ways: z.array(z.enum(['referral', 'network', 'social', 'connected'])).min(1),
});

const segmentRule = z.discriminatedUnion('segment', [silverMedalistRule, formerRule, passiveContactRule]);

/** One rule per segment; a change is a new version, and each classification names the version it was made by. */
export const classificationRules = z
  .object({ version: z.number().int().min(1), rules: z.array(segmentRule).max(3) })
  .refine(({ rules }) => new Set(rules.map(({ segment }) => segment)).size === rules.length, {
    error: 'inventory.rule_twice',
  });

export type SilverMedalistRule = z.infer<typeof silverMedalistRule>;
export type FormerRule = z.infer<typeof formerRule>;
export type PassiveContactRule = z.infer<typeof passiveContactRule>;
export type SegmentRule = z.infer<typeof segmentRule>;
export type ClassificationRules = z.infer<typeof classificationRules>;

/** What a new installation starts with; every value can be changed on screen. */
export const DEFAULT_RULES: ClassificationRules = {
  version: 1,
  rules: [
    {
      segment: 'silver_medalist',
      isOn: true,
      stageFrom: 'second_interview',
      placeTo: 3,
      ratingShareFrom: 0.8,
      outcomes: ['rejected', 'withdrawn', 'declined_offer'],
      withinYears: 5,
      undated: 'include',
    },
    {
      segment: 'former',
      isOn: true,
      kinds: ['employee', 'intern', 'working_student', 'apprentice', 'trainee', 'freelancer', 'thesis'],
      endingKinds: ['intern', 'working_student', 'trainee', 'thesis'],
      excludesUnwanted: true,
      excludedReasons: [
        'fristlos',
        'verhaltensbedingt',
        'verstorben',
        'pensionierung',
        'pensioniert',
        'rente',
        'ruhestand',
        'misconduct',
        'for cause',
        'deceased',
        'retirement',
        'retired',
      ],
    },
    { segment: 'passive_contact', isOn: true, ways: ['referral', 'network', 'social', 'connected'] },
  ],
};
