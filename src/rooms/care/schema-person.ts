import { z } from 'zod';
import { contactState, day, member, notNowInput } from './schema-parts.ts';
import { reason } from './schema-today.ts';
import { LIFE_EVENT_KINDS, NOT_NOW_REASONS, RHYTHMS, STOP_REASONS } from './types.ts';

export const lifeEventInput = z
  .object({
    kind: z.enum(LIFE_EVENT_KINDS),
    onDate: day,
    isYearly: z.boolean().default(false),
    note: z.string().trim().max(300).default(''),
  })
  .strict();
export type LifeEventInput = z.output<typeof lifeEventInput>;
export const lifeEvent = z.object({
  id: z.uuid(),
  kind: z.enum(LIFE_EVENT_KINDS),
  onDate: day,
  isYearly: z.boolean(),
  note: z.string().nullable(),
  /** When Today will name it next; null when it is over. */
  remindsOn: day.nullable(),
});
export type LifeEvent = z.infer<typeof lifeEvent>;

/** How one person is cared for: the panel of the talent page. */
export const personCare = z.object({
  /** What is due now, as in Today. */
  reasons: z.array(reason),
  nextDueOn: day.nullable(),
  plans: z.array(
    z.object({
      planId: z.uuid(),
      name: z.string(),
      rhythm: z.enum(RHYTHMS),
      everyDays: z.number().nullable(),
      ownEveryDays: z.number().nullable(),
      joinedOn: day,
      pausedUntil: day.nullable(),
      nextDueOn: day.nullable(),
    }),
  ),
  notNow: z
    .object({
      reasonKind: z.enum(NOT_NOW_REASONS),
      reason: z.string().nullable(),
      comeBackOn: day,
      recordedBy: member.nullable(),
      recordedAt: z.string(),
    })
    .nullable(),
  lifeEvents: z.array(lifeEvent),
  runs: z.array(
    z.object({
      runId: z.uuid(),
      sequenceId: z.uuid(),
      name: z.string(),
      stepsDone: z.number(),
      stepCount: z.number(),
      nextOn: day.nullable(),
      state: z.enum(['running', 'finished', 'stopped']),
      stopReason: z.enum(STOP_REASONS).nullable(),
    }),
  ),
  /** Offered to a colleague who has not answered yet. */
  handover: z.object({ id: z.uuid(), to: member, acceptBy: day }).nullable(),
  contact: z.array(contactState),
});
export type PersonCare = z.infer<typeof personCare>;
export const notNowBody = notNowInput;
export const notNowAnswer = z.object({ comeBackOn: day });
