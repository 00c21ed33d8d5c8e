import { z } from 'zod';
import {
  ADDRESS_FORMS,
  ADDRESS_KINDS,
  APPLICATION_OUTCOMES,
  APPLICATION_STAGES,
  CHANNELS,
  DIRECTIONS,
  EMPLOYMENT_KINDS,
  LANGUAGES_OF_TALENTS,
  PREFERRED_CHANNELS,
  STAGES,
} from './types.ts';

const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((text) => text || null)
    .nullable();
const day = z.iso.date();
const instant = z.iso.datetime();

/** Fields that can be edited in place. Nothing else is ever written from outside (AZ-4). */
export const changes = z
  .object({
    title: optionalText(60),
    firstName: z.string().trim().max(120),
    lastName: z.string().trim().max(120),
    birthName: optionalText(120),
    addressForm: z.enum(ADDRESS_FORMS).nullable(),
    language: z.enum(LANGUAGES_OF_TALENTS).nullable(),
    preferredChannel: z.enum(PREFERRED_CHANNELS).nullable(),
    role: optionalText(160),
    employer: optionalText(160),
    street: optionalText(160),
    postcode: optionalText(16),
    city: optionalText(120),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable(),
    wishes: optionalText(4000),
    availableFrom: day.nullable(),
    stage: z.enum(STAGES),
    ownerId: z.uuid().nullable(),
    deputyId: z.uuid().nullable(),
    tags: z.array(z.string().trim().min(1).max(60)).max(50),
    nextStep: optionalText(200),
    nextStepOn: day.nullable(),
  })
  .partial()
  .strict();
export type TalentChanges = z.output<typeof changes>;
export type TalentField = keyof TalentChanges;

export const editTalentBody = z.object({ version: z.number().int().min(1), changes }).strict();
export const addressInput = z
  .object({
    kind: z.enum(ADDRESS_KINDS),
    value: z.string().trim().min(3).max(300),
    label: optionalText(60).optional(),
    isPrimary: z.boolean().optional(),
  })
  .strict();
export const stationInput = z
  .object({
    employer: z.string().trim().min(1).max(160),
    role: optionalText(160).optional(),
    unit: optionalText(160).optional(),
    isOurs: z.boolean().default(false),
    employmentKind: z.enum(EMPLOYMENT_KINDS).nullable().optional(),
    startedOn: day.nullable().optional(),
    endedOn: day.nullable().optional(),
    exitReason: optionalText(300).optional(),
    rehireWish: z.enum(['yes', 'no', 'unknown']).nullable().optional(),
  })
  .strict();
export const applicationInput = z
  .object({
    vacancy: optionalText(200).optional(),
    appliedOn: day.nullable().optional(),
    furthestStage: z.enum(APPLICATION_STAGES).nullable().optional(),
    outcome: z.enum(APPLICATION_OUTCOMES).default('open'),
    ratingShare: z.number().min(0).max(1).nullable().optional(),
    place: z.number().int().positive().nullable().optional(),
    fieldSize: z.number().int().positive().nullable().optional(),
    closedOn: day.nullable().optional(),
    closingReason: optionalText(300).optional(),
    channel: optionalText(120).optional(),
  })
  .strict();
export const skillInput = z
  .object({
    kind: z.enum(['skill', 'interest']),
    name: z.string().trim().min(1).max(120),
    evidence: optionalText(300).optional(),
  })
  .strict();
/** A fact from the web carries where and when it was seen (IN-4): both or neither. */
export const noteInput = z
  .object({
    body: z.string().trim().min(1).max(20_000),
    sourceUrl: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .nullable()
      .optional(),
    sourceSeenOn: day.nullable().optional(),
  })
  .strict()
  .refine((given) => !given.sourceUrl === !given.sourceSeenOn, {
    path: ['sourceSeenOn'],
    message: 'url and date belong together',
  });
export const noteChange = z
  .object({ version: z.number().int().min(1), body: z.string().trim().min(1).max(20_000) })
  .strict();
export const touchpointInput = z
  .object({
    occurredAt: instant.optional(),
    channel: z.enum(CHANNELS),
    direction: z.enum(DIRECTIONS),
    subject: optionalText(200).optional(),
    body: optionalText(20_000).optional(),
    /** Set with the contact, so that one act says what happened and what follows. */
    nextStep: optionalText(200).optional(),
    nextStepOn: day.nullable().optional(),
  })
  .strict();
export const promiseInput = z
  .object({ what: z.string().trim().min(1).max(300), dueOn: day, ownerId: z.uuid().nullable().optional() })
  .strict();

/** Why a new person may be kept (LB-1); checked and recorded by the consent room. */
export const groundInput = z
  .object({
    segment: z.enum(['rejected_applicant', 'sign_up', 'alumni', 'passive_contact', 'referral']),
    basis: z.enum(['consent', 'legitimate_interest', 'user_agreement']),
    source: z.string().trim().min(2).max(200),
    obtainedOn: day,
    consent: z
      .object({
        textId: z.uuid(),
        on: day,
        until: day.optional(),
        form: z.enum(['imported', 'paper', 'spoken', 'mail', 'portal']),
        evidence: z.string().trim().min(2).max(500),
      })
      .strict()
      .optional(),
    assessmentId: z.uuid().optional(),
  })
  .strict();

export const newTalent = changes
  .omit({ stage: true })
  .extend({
    addresses: z.array(addressInput).max(12).default([]),
    skills: z.array(skillInput).max(50).default([]),
    note: z.string().trim().max(20_000).optional(),
    ground: groundInput,
  })
  .strict()
  .refine((given) => Boolean(given.firstName || given.lastName), { path: ['lastName'], message: 'a name is needed' });
export type NewTalent = z.output<typeof newTalent>;

export const lookalikeQuery = z
  .object({
    email: z.string().trim().max(300).optional(),
    phone: z.string().trim().max(60).optional(),
    name: z.string().trim().max(200).optional(),
    place: z.string().trim().max(120).optional(),
  })
  .strict();
