import { z } from 'zod';
import { addressForm } from '../sign-up/schema.ts';
import { NAMED_CHANNELS } from '../types-contact.ts';
import { STAY_PURPOSES } from '../answers/types.ts';

export const choicePurpose = z.enum([...STAY_PURPOSES, 'newsletter', 'contact_channels']);

export const newRequest = z
  .object({
    /** `confirm`: what was noted. `choose`: which topics somebody would like to read about. */
    kind: z.enum(['confirm', 'choose']),
    language: z.enum(['de', 'en']).optional(),
    delivery: z.enum(['mail', 'by_hand']),
  })
  .strict();
export type NewRequest = z.infer<typeof newRequest>;

export const writtenRequest = z.object({
  delivery: z.enum(['mail', 'by_hand']),
  subject: z.string(),
  body: z.string(),
  /** Only for who sends it by hand. */
  link: z.string().nullable(),
});
export type WrittenRequest = z.infer<typeof writtenRequest>;

/** A token that lost its end on the way is told from one that is over. */
export const linkToken = z.object({ token: z.string().regex(/^[\w-]{32}$/) });

const topicNames = z.object({ de: z.string(), en: z.string() });

export const askedChoice = z.object({
  purpose: choicePurpose,
  topic: topicNames.nullable(),
  /** Word for word what is agreed to. */
  text: z.string(),
});

export const askedQuestion = z.object({
  kind: z.enum(['confirm', 'choose', 'sign_up']),
  company: z.string(),
  name: z.string(),
  language: z.enum(['de', 'de-CH', 'en']),
  addressForm,
  choices: z.array(askedChoice),
  /** Who stays, stays until then. */
  stayUntil: z.string(),
  /** Null for a sign-up: nothing is kept yet. */
  eraseOn: z.string().nullable(),
});
export type AskedQuestion = z.infer<typeof askedQuestion>;

export const questionAnswer = z.discriminatedUnion('answer', [
  z
    .object({ answer: z.literal('confirmed'), chosen: z.array(z.number().int().min(0).max(99)).min(1).max(100) })
    .strict(),
  z.object({ answer: z.literal('refused') }).strict(),
]);
export type QuestionAnswer = z.infer<typeof questionAnswer>;
export const answeredQuestion = z.object({ answer: z.enum(['confirmed', 'refused']), isErasedNext: z.boolean() });

const wayState = z.object({ channel: z.enum(NAMED_CHANNELS), isOn: z.boolean() });
export const preferences = z.object({
  company: z.string(),
  name: z.string(),
  language: z.enum(['de', 'de-CH', 'en']),
  addressForm,
  eraseOn: z.string(),
  /** What staying longer means, word for word. */
  staying: z.array(z.object({ purpose: choicePurpose, text: z.string() })),
  stayUntil: z.string(),
  pausedUntil: z.string().nullable(),
  /** The text above the ways of contact and above the topics. */
  texts: z.object({ contact_channels: z.string(), newsletter: z.string() }),
  ways: z.array(wayState),
  topics: z.array(z.object({ id: z.uuid(), names: topicNames, isOn: z.boolean() })),
});
export type Preferences = z.infer<typeof preferences>;

export const preferenceToken = z.object({ token: z.string().regex(/^[\w-]{43}$/) });
/** The language the page is read in; left out, it is the person's own. What is agreed to is kept in the same. */
export const readingLanguage = z.object({ language: z.enum(['de', 'en']).optional() });

export const preferenceAct = z.discriminatedUnion('act', [
  z.object({ act: z.literal('topic'), topicId: z.uuid(), wants: z.boolean() }).strict(),
  z.object({ act: z.literal('way'), channel: z.enum(NAMED_CHANNELS), wants: z.boolean() }).strict(),
  z.object({ act: z.literal('pause'), until: z.iso.date() }).strict(),
  z.object({ act: z.literal('resume') }).strict(),
  z.object({ act: z.literal('extend') }).strict(),
  z.object({ act: z.literal('leave') }).strict(),
]);
export type PreferenceAct = z.infer<typeof preferenceAct>;
/** Null after leaving: nothing is left to show. */
export const preferencesAfter = z.object({ preferences: preferences.nullable() });
