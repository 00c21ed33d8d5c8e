import { z } from 'zod';
import { letterLanguage } from './schema-letter.ts';

export const roomSettings = z.object({
  fourEyesFrom: z.number(),
  assistance: z.object({
    isOn: z.boolean(),
    url: z.string().nullable(),
    model: z.string().nullable(),
    hasKey: z.boolean(),
    /** What the operator allows; nothing else can be chosen (MODEL_ADDRESSES). Empty for who may not choose. */
    addresses: z.array(z.string()),
    /** Whether the words stay on this machine. */
    staysHere: z.boolean(),
    /** Of the provider: ISO 3166-1 alpha-2. */
    country: z.string().nullable(),
    contractOn: z.string().nullable(),
  }),
});
export const roomSettingsBody = z
  .object({
    fourEyesFrom: z.number().int().min(1).max(1_000_000),
    assistance: z
      .object({
        isOn: z.boolean(),
        url: z
          .url({ protocol: /^https?$/ })
          .max(500)
          .nullable(),
        model: z.string().trim().max(120).nullable(),
        /** Left out: the one that is kept stays, while the address does. It is sealed and never shown again. */
        key: z.string().max(500).nullish(),
        /** Asked for when the words leave this machine (AC-2). */
        country: z
          .string()
          .regex(/^[A-Z]{2}$/)
          .nullish(),
        contractOn: z.iso.date().nullish(),
      })
      .strict(),
  })
  .strict();

export const ASSISTANCE_TASKS = ['topics', 'draft', 'shorten', 'to_du', 'to_sie', 'translate'] as const;
export const assistanceBody = z
  .object({
    task: z.enum(ASSISTANCE_TASKS),
    language: letterLanguage,
    /** Of the text that is there: for all tasks but topics and draft. */
    text: z.string().max(8000).default(''),
    /** What it should be about, in own words. */
    wish: z.string().max(1000).default(''),
    /** From the library: the only source of facts. */
    contentIds: z.array(z.uuid()).max(10).default([]),
  })
  .strict();
export type AssistanceBody = z.output<typeof assistanceBody>;
export const assistanceDraft = z.object({
  /** A draft: it reaches nobody before a human took it over. */
  text: z.string(),
  model: z.string(),
  /** Numbers, names and dates of the draft that stand neither in the text nor in the contents. */
  doubts: z.array(z.string()),
  /** Phrases that anybody could have written. */
  stockPhrases: z.array(z.string()),
});

/** One letter from one person to another. */
export const personalLetterBody = z
  .object({
    subject: z.string().trim().min(1).max(200),
    text: z.string().trim().min(1).max(20_000),
    /** The touch that it answers, if it does. */
    answersTouchId: z.uuid().nullish(),
  })
  .strict();
/** What the composer has to know before a word is written. */
export const personalLetterStart = z.object({
  to: z.string().nullable(),
  language: letterLanguage,
  form: z.enum(['formal', 'informal']),
  greeting: z.string(),
  closing: z.string(),
  from: z.object({ name: z.string(), address: z.string(), replyTo: z.string() }).nullable(),
  /** Null: it may be written. Else the code of the reason (`consent` room's sentence). */
  refusal: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
  noticeNeeded: z.boolean(),
  /** Letters to this person that are still on their way, or did not get there; newest first. */
  earlier: z.array(
    z.object({
      at: z.string(),
      state: z.enum(['under_way', 'failed', 'uncertain', 'left_out']),
      code: z.string().nullable(),
    }),
  ),
});
export const personalLetterSent = z.object({ campaignId: z.uuid() });
