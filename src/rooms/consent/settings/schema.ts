import { z } from 'zod';

const names = z.object({ de: z.string().trim().min(1).max(80), en: z.string().trim().min(1).max(80) }).strict();

export const newTopic = z.object({ names }).strict();
export type NewTopic = z.infer<typeof newTopic>;

export const topic = z.object({
  id: z.uuid(),
  names: z.object({ de: z.string(), en: z.string() }),
  isRetired: z.boolean(),
  /** How many people have confirmed it and still hear of it. */
  confirmed: z.number(),
});
export type Topic = z.infer<typeof topic>;

const limits = z
  .object({
    totalPer30Days: z.number().int().min(1).max(60),
    bulkPer30Days: z.number().int().min(0).max(30),
    firstContactsPerDay: z.number().int().min(0).max(200),
  })
  .strict();
export const newContactLimits = limits.extend({ basedOnVersion: z.number().int().min(0) });
export type NewContactLimits = z.infer<typeof newContactLimits>;
export const contactLimits = limits.extend({ version: z.number(), setAt: z.string().nullable() });
export type ContactLimits = z.infer<typeof contactLimits>;

/** What the next 30 days erase (RE-8). */
export const eraseForecast = z.object({
  days: z.number(),
  groups: z.array(z.object({ segment: z.string(), reason: z.string(), count: z.number(), firstOn: z.string() })),
  total: z.number(),
});
export type EraseForecast = z.infer<typeof eraseForecast>;

export const quietPerson = z.object({
  id: z.uuid(),
  talentId: z.uuid(),
  name: z.string(),
  kind: z.enum(['silence', 'objection']),
  /** Of a silence its reason, of an objection its scope. */
  why: z.string(),
  from: z.string(),
  until: z.string().nullable(),
});
export type QuietPerson = z.infer<typeof quietPerson>;

/** Whether this installation sends at all, and whether the nights erase. */
export const houseState = z.object({
  quarantine: z.object({ since: z.string(), reason: z.string() }).nullable(),
  night: z
    .object({ at: z.string(), outcome: z.enum(['done', 'halted', 'released']), erased: z.number(), failed: z.number() })
    .nullable(),
});
export type HouseState = z.infer<typeof houseState>;

export const periodsPreview = z.object({ moved: z.number(), erasedAtOnce: z.number() });
export type PeriodsPreview = z.infer<typeof periodsPreview>;
