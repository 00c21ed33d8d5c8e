import { z } from 'zod';
import { day, member, person } from './schema-parts.ts';
import { SEQUENCE_STATES, STEP_KINDS, STOP_REASONS } from './types.ts';

/** A letter that the program sends by itself: only to people who confirmed the topic, by a sender of the company. */
const stepLetter = z
  .object({ subject: z.string().trim().min(1).max(200), topicId: z.uuid(), senderId: z.uuid() })
  .strict();
export type StepLetter = z.output<typeof stepLetter>;

/** A step is a task for a human, its text prepared; a mail step may also be sent by the program. */
export const sequenceStep = z
  .object({
    /** Days after the step before (after the start for the first). */
    afterDays: z.number().int().min(0).max(365),
    kind: z.enum(STEP_KINDS),
    title: z.string().trim().min(1).max(120),
    text: z.string().trim().max(4000).nullable().default(null),
    send: stepLetter.nullable().default(null),
  })
  .strict()
  .refine(({ kind, text, send }) => send === null || (kind === 'mail' && text !== null && text !== ''));
export type SequenceStep = z.output<typeof sequenceStep>;

/** A reply, a withdrawal and a silence always stop a run. */
export const exitRule = z
  .object({
    /** Any contact by anybody that is not the step itself. */
    onTouch: z.boolean().default(true),
    onLeavingPool: z.boolean().default(true),
  })
  .strict();
export type ExitRule = z.output<typeof exitRule>;

const fields = {
  name: z.string().trim().min(1).max(80),
  steps: z.array(sequenceStep).min(1).max(20),
  poolId: z.uuid().nullable(),
  segmentId: z.uuid().nullable(),
  /** Automatic: whoever comes into the pool or segment enters by themselves. */
  entry: z.enum(['by_hand', 'automatic']),
  exitRule,
  ownerId: z.uuid().nullable(),
};
export const sequenceInput = z
  .object({
    ...fields,
    poolId: fields.poolId.default(null),
    segmentId: fields.segmentId.default(null),
    exitRule: exitRule.default({ onTouch: true, onLeavingPool: true }),
    ownerId: fields.ownerId.default(null),
    state: z.enum(['draft', 'running']).default('draft'),
  })
  .strict();
export type SequenceInput = z.output<typeof sequenceInput>;
export const sequenceChange = z
  .object({ version: z.number().int().min(1), state: z.enum(SEQUENCE_STATES).optional() })
  .extend(z.object(fields).partial().shape)
  .strict();
export type SequenceChange = z.output<typeof sequenceChange>;

export const sequence = z.object({
  id: z.uuid(),
  name: z.string(),
  steps: z.array(sequenceStep),
  pool: z.object({ id: z.uuid(), name: z.string(), mode: z.enum(['volume', 'boutique']) }).nullable(),
  segment: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  entry: z.enum(['by_hand', 'automatic']),
  exitRule,
  state: z.enum(SEQUENCE_STATES),
  owner: member.nullable(),
  runs: z.object({ running: z.number(), finished: z.number(), stopped: z.number() }),
  version: z.number(),
  updatedAt: z.string(),
});
export type Sequence = z.infer<typeof sequence>;

export const sequenceRun = z.object({
  id: z.uuid(),
  person: person.pick({ id: true, title: true, firstName: true, lastName: true, role: true, employer: true }),
  startedAt: z.string(),
  startedBy: member.nullable(),
  /** Steps done; equal to the number of steps when finished. */
  stepsDone: z.number(),
  nextOn: day.nullable(),
  state: z.enum(['running', 'finished', 'stopped']),
  stopReason: z.enum(STOP_REASONS).nullable(),
  endedAt: z.string().nullable(),
});
export type SequenceRun = z.infer<typeof sequenceRun>;
export const runPage = z.object({ items: z.array(sequenceRun), nextCursor: z.string().nullable() });
export const runQuery = z
  .object({
    state: z.enum(['running', 'finished', 'stopped']).optional(),
    cursor: z.string().max(300).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  })
  .strict();

export const startBody = z.object({ talentIds: z.array(z.uuid()).min(1).max(1_000) }).strict();
/** Who could not start: running already, nothing may reach them, not in the pool, unknown. */
export const started = z.object({
  started: z.number(),
  leftOut: z.array(
    z.object({
      talentId: z.uuid(),
      reason: z.enum(['runs_already', 'not_allowed', 'not_in_pool', 'not_found', 'boutique_needs_tasks']),
    }),
  ),
});
