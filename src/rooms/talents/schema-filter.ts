import { z } from 'zod';
import { LANGUAGES_OF_TALENTS, SORTS, STAGES } from './types.ts';

const word = z.string().trim().min(1).max(120);
const days = z.coerce.number().int().min(0).max(3650);
const yesNo = z.enum(['yes', 'no']);
/** A member's id, `me` for the reader (so that shared views fit everyone), `none` for people without one. */
const memberWord = z.union([z.uuid(), z.enum(['me', 'none'])]);

/** A parameter that may come once or several times in the address. */
const many = <T extends z.ZodType>(item: T) =>
  z
    .union([item, z.array(item).min(1).max(50)])
    .transform((given) => (Array.isArray(given) ? given : [given]) as z.output<T>[]);

/** Everything a list can be narrowed by; several values of one condition mean "one of them". */
export const CONDITIONS = {
  segment: many(word),
  stage: many(z.enum(STAGES)),
  owner: many(memberWord),
  tag: many(word),
  city: many(word),
  country: many(z.string().regex(/^[A-Z]{2}$/)),
  employer: many(word),
  role: many(word),
  language: many(z.enum(LANGUAGES_OF_TALENTS)),
  skill: many(word),
  interest: many(word),
  /** The last contact is longer ago than so many days, or never was. */
  silentForDays: days,
  touchedWithinDays: days,
  createdWithinDays: days,
  /** The next step is due within so many days; 0 includes what is overdue. */
  nextStepWithinDays: days,
  hasNextStep: yesNo,
  erasesWithinDays: days,
  /** Has a mail address that did not bounce. Contact data: refused to roles that may not see it. */
  reachable: yesNo,
  /** Former employment with us: has, or had, a station here. */
  wasWithUs: yesNo,
  /** Answered by the inventory. */
  importId: many(z.uuid()),
  hasDuplicates: yesNo,
  /** Answered by the pools: collected by hand, or found by a saved rule. */
  pool: many(z.uuid()),
  savedSegment: many(z.uuid()),
} as const;

export type ConditionName = keyof typeof CONDITIONS;
export const CONDITION_NAMES = Object.keys(CONDITIONS) as ConditionName[];
export type ConditionValue = string | number | string[];

/** One condition of a filter sentence: `{ field: 'silentForDays', value: 90 }`; `not` turns it round. */
export const condition = z
  .object({ field: z.enum(CONDITION_NAMES), value: z.unknown(), not: z.boolean().optional() })
  .strict()
  .transform((given, context) => {
    const parsed = CONDITIONS[given.field].safeParse(given.value);
    if (parsed.success) return { ...given, value: parsed.data as ConditionValue };
    for (const { message } of parsed.error.issues) context.addIssue({ code: 'custom', path: ['value'], message });
    return z.NEVER;
  });
export type Condition = z.output<typeof condition>;

export const conditionGroup = z
  .object({ join: z.enum(['and', 'or']), terms: z.array(condition).min(1).max(20) })
  .strict();

/** A sentence of conditions; a term may be a second sentence in brackets, one level deep. */
export const filterSentence = z
  .object({ join: z.enum(['and', 'or']), terms: z.array(z.union([condition, conditionGroup])).max(20) })
  .strict();
export type FilterSentence = z.output<typeof filterSentence>;
export type FilterSentenceInput = z.input<typeof filterSentence>;

const sentenceInAddress = z
  .string()
  .max(8000)
  .transform((text, context) => {
    const parsed = filterSentence.safeParse(readJson(text));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: 'no filter sentence' });
    return z.NEVER;
  });

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const optionalConditions = {
  segment: CONDITIONS.segment.optional(),
  stage: CONDITIONS.stage.optional(),
  owner: CONDITIONS.owner.optional(),
  tag: CONDITIONS.tag.optional(),
  city: CONDITIONS.city.optional(),
  country: CONDITIONS.country.optional(),
  employer: CONDITIONS.employer.optional(),
  role: CONDITIONS.role.optional(),
  language: CONDITIONS.language.optional(),
  skill: CONDITIONS.skill.optional(),
  interest: CONDITIONS.interest.optional(),
  silentForDays: CONDITIONS.silentForDays.optional(),
  touchedWithinDays: CONDITIONS.touchedWithinDays.optional(),
  createdWithinDays: CONDITIONS.createdWithinDays.optional(),
  nextStepWithinDays: CONDITIONS.nextStepWithinDays.optional(),
  hasNextStep: CONDITIONS.hasNextStep.optional(),
  erasesWithinDays: CONDITIONS.erasesWithinDays.optional(),
  reachable: CONDITIONS.reachable.optional(),
  wasWithUs: CONDITIONS.wasWithUs.optional(),
  importId: CONDITIONS.importId.optional(),
  hasDuplicates: CONDITIONS.hasDuplicates.optional(),
  pool: CONDITIONS.pool.optional(),
  savedSegment: CONDITIONS.savedSegment.optional(),
};

/** What narrows a list: words to search, flat conditions (all must hold), and a sentence as JSON. */
export const listFilter = z
  .object({ q: z.string().trim().max(200).optional(), ...optionalConditions, filter: sentenceInAddress.optional() })
  .strict();
export type ListFilter = z.output<typeof listFilter>;
export type ListFilterInput = z.input<typeof listFilter>;

/** Without an order, searched people come best first and all others by name. */
export const listOrder = { sort: z.enum(SORTS).optional(), direction: z.enum(['asc', 'desc']).optional() };

export const listQuery = listFilter.extend({
  ...listOrder,
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(60),
});
export type ListQuery = z.output<typeof listQuery>;
