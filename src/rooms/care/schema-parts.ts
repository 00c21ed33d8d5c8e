import { z } from 'zod';
import { CONTACT_CHANNELS, NOT_NOW_REASONS } from './types.ts';

export const day = z.iso.date();
export const member = z.object({ id: z.uuid(), name: z.string(), initials: z.string() });
export type Member = z.infer<typeof member>;

const channel = z.enum([
  'mail',
  'phone',
  'meeting',
  'event',
  'linkedin',
  'xing',
  'portal',
  'newsletter',
  'application',
  'letter',
  'message',
]);
const direction = z.enum(['ours', 'theirs']);
export const touch = z.object({ on: z.string(), kind: z.enum(['personal', 'bulk']), direction, channel });
export const warmth = z.object({
  /** 0 to 1 */
  value: z.number(),
  step: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
  trend: z.enum(['warming', 'steady', 'cooling']),
});
/** The last contact from human to human; `words` are those of the person, where there are any. */
export const lastContact = z.object({
  at: z.string(),
  direction,
  channel,
  subject: z.string().nullable(),
  words: z.string().nullable(),
});

/** One way of contact with all that allows or refuses it, as the consent room says it (`consent:contact.reason.<code>`). */
export const contactState = z.object({
  channel: z.enum(CONTACT_CHANNELS),
  isAllowed: z.boolean(),
  reasons: z.array(
    z.object({
      code: z.string(),
      effect: z.enum(['allows', 'refuses', 'obliges']),
      params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    }),
  ),
});
export type ContactState = z.infer<typeof contactState>;

/** Names come in parts; the screen puts them together. */
export const person = z.object({
  id: z.uuid(),
  title: z.string().nullable(),
  firstName: z.string(),
  lastName: z.string(),
  role: z.string().nullable(),
  employer: z.string().nullable(),
  city: z.string().nullable(),
  addressForm: z.enum(['du', 'sie']).nullable(),
  language: z.string().nullable(),
  segments: z.array(z.string()),
  owner: member.nullable(),
  deputy: member.nullable(),
});
export type Person = z.infer<typeof person>;

/**
 * A day in words ("nächsten Dienstag", "in 3 weeks") or as a date; the day lies ahead.
 * Refused with care.words_not_understood, care.day_is_past.
 */
export const dayAhead = z.union([
  z.object({ words: z.string().trim().min(1).max(60) }).strict(),
  z.object({ until: day }).strict(),
]);
export type DayAhead = z.output<typeof dayAhead>;

/** "Not now, because …, come back on …" */
export const notNowInput = z
  .object({
    reasonKind: z.enum(NOT_NOW_REASONS),
    reason: z.string().trim().max(500).default(''),
    comeBack: dayAhead,
  })
  .strict();
export type NotNowInput = z.output<typeof notNowInput>;

export const cursorQuery = z
  .object({ cursor: z.string().max(300).optional(), limit: z.coerce.number().int().min(1).max(100).default(50) })
  .strict();
/** Region whose holidays count: `CH-ZH`, `DE-BW`, `AT`. */
export const region = z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/);
