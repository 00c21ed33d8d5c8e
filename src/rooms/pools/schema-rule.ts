import { z } from 'zod';
import {
  APPLICATION_OUTCOMES,
  APPLICATION_STAGES,
  EMPLOYMENT_KINDS,
  LANGUAGES_OF_TALENTS,
  STAGES,
} from '#rooms/talents/types.ts';

/** Groups inside groups; deeper nobody understands the sentence. */
export const DEEPEST_RULE = 6;
export const MOST_PARTS = 20;
export const MOST_CONDITIONS = 60;
export const MOST_VALUES = 50;
export const MOST_DAYS = 3650;
export const MOST_TIMES = 100;

export const CONSENT_PURPOSES = ['talent_pool', 'alumni_network', 'contact_network', 'newsletter'] as const;
/** What somebody last said to a question: `yes` holds today, `ended` ran out, `never` was never asked. */
export const CONSENT_STATES = ['yes', 'no', 'ended', 'never'] as const;

const word = z.string().trim().min(1).max(120);
const some = <T extends z.ZodType>(value: T) => z.array(value).min(1).max(MOST_VALUES);
const days = z.number().int().min(1).max(MOST_DAYS);
const atLeast = z.number().int().min(1).max(MOST_TIMES);
/** A member's id, `me` for the reader (so that shared segments fit everyone), `none` for people without one. */
const memberWord = z.union([z.uuid(), z.enum(['me', 'none'])]);

const define = <const N extends string, P extends z.ZodRawShape>(name: N, parts: P) =>
  z.object({ is: z.literal(name), ...parts }).strict();

/** Everything that can be asked about one person; documented for rules written by hand in docs/segments.md. */
export const CONDITION_SCHEMAS = {
  // Who somebody is
  class: define('class', { values: some(word) }),
  stage: define('stage', { values: some(z.enum(STAGES)) }),
  in_stage_for: define('in_stage_for', { days }),
  owner: define('owner', { values: some(memberWord) }),
  deputy: define('deputy', { values: some(memberWord) }),
  tag: define('tag', { values: some(word) }),
  skill: define('skill', { values: some(word) }),
  interest: define('interest', { values: some(word) }),
  role: define('role', { values: some(word) }),
  employer: define('employer', { values: some(word) }),
  city: define('city', { values: some(word) }),
  country: define('country', { values: some(z.string().regex(/^[A-Z]{2}$/)) }),
  language: define('language', { values: some(z.enum(LANGUAGES_OF_TALENTS)) }),
  created_within: define('created_within', { days }),
  next_step: define('next_step', {}),
  next_step_within: define('next_step_within', { days }),
  // History
  applied_within: define('applied_within', { days }),
  reached: define('reached', { stage: z.enum(APPLICATION_STAGES) }),
  application_outcome: define('application_outcome', { values: some(z.enum(APPLICATION_OUTCOMES)) }),
  was_with_us: define('was_with_us', {}),
  employed_as: define('employed_as', { values: some(z.enum(EMPLOYMENT_KINDS)) }),
  left_us_within: define('left_us_within', { days }),
  rehire_wish: define('rehire_wish', { values: some(z.enum(['yes', 'no', 'unknown'])) }),
  worked_at: define('worked_at', { values: some(word) }),
  // Silence and engagement
  silent: define('silent', { days }),
  touches: define('touches', { atLeast, days }),
  answers: define('answers', { atLeast, days }),
  mailings: define('mailings', { atLeast, days }),
  // Permission
  consent: define('consent', { purpose: z.enum(CONSENT_PURPOSES), state: z.enum(CONSENT_STATES) }),
  reachable: define('reachable', { by: z.enum(['mail', 'phone']) }),
  erases_within: define('erases_within', { days }),
  // Other collections
  pool: define('pool', { ids: some(z.uuid()) }),
  segment: define('segment', { id: z.uuid() }),
} as const;

export type ConditionName = keyof typeof CONDITION_SCHEMAS;
export const CONDITION_NAMES = Object.keys(CONDITION_SCHEMAS) as ConditionName[];
export type ConditionOf<N extends ConditionName> = z.output<(typeof CONDITION_SCHEMAS)[N]>;
export type Condition = { [N in ConditionName]: ConditionOf<N> }[ConditionName];

/** A rule: one condition, or parts that must all hold, or of which any must hold, or the opposite of a part. */
export type Rule = Condition | { all: Rule[] } | { any: Rule[] } | { not: Rule };

export const isCondition = (rule: Rule): rule is Condition => 'is' in rule;
