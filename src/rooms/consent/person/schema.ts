import { z } from 'zod';
import { STAY_PURPOSES } from '../answers/types.ts';
import { CONTACT_CHANNELS, CONTACT_PURPOSES, NAMED_CHANNELS } from '../types-contact.ts';

export const SILENCE_REASONS = ['asked', 'busy', 'family', 'new_job', 'complaint', 'other'] as const;
export const OBJECTION_WAYS = ['portal', 'mail', 'phone', 'letter', 'in_person'] as const;

const reason = z.object({
  code: z.string(),
  effect: z.enum(['allows', 'refuses', 'obliges']),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});

/** One answer of the page "May I?": channel and purpose, with every reason. */
export const contactLine = z.object({
  channel: z.enum(CONTACT_CHANNELS),
  purpose: z.enum(CONTACT_PURPOSES),
  topic: z.object({ id: z.uuid(), names: z.object({ de: z.string(), en: z.string() }) }).nullable(),
  state: z.enum(['yes', 'no', 'unknown']),
  reasons: z.array(reason),
});
export type ContactLine = z.infer<typeof contactLine>;

export const talentPermission = z.object({
  name: z.string(),
  lines: z.array(contactLine),
  silences: z.array(
    z.object({ id: z.uuid(), reason: z.string(), from: z.string(), until: z.string(), isOwn: z.boolean() }),
  ),
  objections: z.array(
    z.object({ id: z.uuid(), scope: z.enum(['direct_contact', 'processing']), on: z.string(), isDecided: z.boolean() }),
  ),
  /** Data that did not come from the person: by when they have to know. */
  duty: z.object({ informBy: z.string(), informedAt: z.string().nullable(), how: z.string().nullable() }).nullable(),
  /** An open question to the person, or their last answer. */
  question: z
    .object({
      kind: z.enum(['confirm', 'choose', 'sign_up']),
      askedAt: z.string(),
      expiresAt: z.string(),
      answer: z.enum(['confirmed', 'refused']).nullable(),
    })
    .nullable(),
  /** Purposes that a recruiter can still take back for the person. */
  purposes: z.array(z.enum(STAY_PURPOSES)),
  canSendMail: z.boolean(),
});
export type TalentPermission = z.infer<typeof talentPermission>;

export const newSilence = z
  .object({ reason: z.enum(SILENCE_REASONS), from: z.iso.date(), until: z.iso.date() })
  .strict();

export const newObjection = z
  .object({ scope: z.enum(['direct_contact', 'processing']), via: z.enum(OBJECTION_WAYS) })
  .strict();

export const objectionDecision = z.object({ decision: z.enum(['upheld', 'taken_back']) }).strict();

export const newConsent = z
  .object({
    purpose: z.enum([...STAY_PURPOSES, 'newsletter']),
    topicId: z.uuid().optional(),
    textId: z.uuid(),
    on: z.iso.date(),
    form: z.enum(['paper', 'spoken', 'mail']),
    evidence: z.string().trim().min(2).max(500),
  })
  .strict();

export const newWithdrawal = z
  .object({
    purpose: z.enum([...STAY_PURPOSES, 'newsletter', 'contact_channels']),
    topicId: z.uuid().optional(),
    channel: z.enum(NAMED_CHANNELS).optional(),
    form: z.enum(['mail', 'spoken', 'paper']),
    evidence: z.string().trim().min(2).max(500),
  })
  .strict()
  .refine(({ purpose, topicId, channel }) => {
    if (purpose === 'newsletter') return topicId !== undefined && channel === undefined;
    if (purpose === 'contact_channels') return channel !== undefined && topicId === undefined;
    return topicId === undefined && channel === undefined;
  });
export const afterWithdrawal = z.object({ isErasedNext: z.boolean() });

export const informed = z.object({ how: z.enum(['first_message', 'in_person', 'letter']) }).strict();
export const notice = z.object({ text: z.string(), version: z.string(), link: z.string() });
export const madeId = z.object({ id: z.uuid() });

export const proofSearch = z.object({ address: z.string().trim().min(3).max(320) }).strict();
export const foundProof = z.object({
  purpose: z.string(),
  kind: z.string(),
  textSha256: z.string().nullable(),
  textVersion: z.number().nullable(),
  occurredAt: z.string(),
  keepUntil: z.string(),
});
