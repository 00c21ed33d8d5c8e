import { z } from 'zod';
import { LEGAL_BASES, LEGAL_SEGMENTS } from './policy.ts';
import { COUNTRY_PROFILES } from './periods.ts';
import { NAMED_CHANNELS } from './types-contact.ts';

export const countryProfile = z.enum(COUNTRY_PROFILES);
export const legalSegment = z.enum(LEGAL_SEGMENTS);
export const legalBasis = z.enum(LEGAL_BASES);
export const calendarDate = z.iso.date();

/** Why a person may be kept, given with every new person (LB-1). */
export const newGround = z
  .object({
    segment: legalSegment,
    basis: legalBasis,
    /** Where the data comes from, in words: "application 2024", "fair in Winterthur". */
    source: z.string().trim().min(2).max(200),
    obtainedOn: calendarDate,
    /** Consent: the text that was agreed to, when, in which form, and how it can be shown. */
    consent: z
      .object({
        textId: z.uuid(),
        on: calendarDate,
        until: calendarDate.optional(),
        form: z.enum(['imported', 'paper', 'spoken', 'mail', 'portal']),
        evidence: z.string().trim().min(2).max(500),
      })
      .strict()
      .optional(),
    assessmentId: z.uuid().optional(),
  })
  .strict();
export type NewGround = z.infer<typeof newGround>;

export const newAssessment = z
  .object({
    segment: z.enum(['passive_contact', 'referral']),
    purpose: z.string().trim().min(3).max(200),
    reasoning: z.string().trim().min(20).max(4000),
    reviewOn: calendarDate,
  })
  .strict();
export type NewAssessment = z.infer<typeof newAssessment>;

export const assessment = z.object({
  id: z.uuid(),
  segment: z.enum(['passive_contact', 'referral']),
  purpose: z.string(),
  reasoning: z.string(),
  datedOn: z.string(),
  reviewOn: z.string(),
  isOverdue: z.boolean(),
});
export type Assessment = z.infer<typeof assessment>;

export const newConsentText = z
  .object({
    purpose: z.enum(['talent_pool', 'alumni_network', 'contact_network', 'newsletter']),
    language: z.enum(['de', 'en', 'fr', 'it']),
    body: z.string().trim().min(20).max(8000),
    /** The ways of contact that the wording names; what it does not name it does not open (NL-9). */
    channels: z.array(z.enum(NAMED_CHANNELS)).default(['mail']),
  })
  .strict();
export type NewConsentText = z.input<typeof newConsentText>;

export const consentText = z.object({
  id: z.uuid(),
  purpose: z.string(),
  language: z.string(),
  version: z.number(),
  body: z.string(),
  channels: z.array(z.string()),
  createdAt: z.string(),
});
export type ConsentText = z.infer<typeof consentText>;

export const ground = z.object({
  id: z.uuid(),
  segment: legalSegment,
  purpose: z.string(),
  basis: legalBasis,
  countryProfile,
  source: z.string(),
  obtainedOn: z.string(),
  eraseOn: z.string(),
  eraseReason: z.string(),
  consent: z.object({ on: z.string(), form: z.string(), textVersion: z.number().nullable() }).nullable(),
});
export type Ground = z.infer<typeof ground>;

export const periodSettings = z
  .object({
    monthsAfterRejection: z.number().int().min(1).max(24),
    consentMonths: z.number().int().min(1).max(24),
    interestMonths: z.number().int().min(1).max(24),
  })
  .strict();

export const newPeriods = periodSettings.extend({ basedOnVersion: z.number().int() });
export type NewPeriods = z.infer<typeof newPeriods>;

export const periodsVersion = periodSettings.extend({ countryProfile, version: z.number(), setAt: z.string() });
export type PeriodsVersion = z.infer<typeof periodsVersion>;
export const periodsInForce = periodsVersion.extend({ history: z.array(periodsVersion) });
export type PeriodsInForce = z.infer<typeof periodsInForce>;
