import { z } from 'zod';
import { member } from '#rooms/talents/schema.ts';
import { DECISIONS } from './types.ts';

export const runParams = z.object({ runId: z.uuid() });
export const runItemParams = runParams.extend({ talentId: z.uuid() });

export const newCleanUp = z.object({ silentForMonths: z.number().int().min(1).max(120).default(18) }).strict();

/** Why a decision is proposed: a sentence of the message file with its facts. */
export const proposalReason = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type ProposalReason = z.infer<typeof proposalReason>;

const counts = z.object({ stay: z.number(), pause: z.number(), leave: z.number() });
export const cleanUpRun = z.object({
  id: z.uuid(),
  poolId: z.uuid(),
  poolName: z.string(),
  silentForMonths: z.number(),
  startedAt: z.string(),
  startedBy: member.nullable(),
  finishedAt: z.string().nullable(),
  sizeBefore: z.number(),
  sizeAfter: z.number().nullable(),
  /** Proposals that nobody has decided yet. */
  open: counts,
  decided: counts,
  /** How often each reason stands behind the people who leave. */
  leaving: z.array(z.object({ code: z.string(), count: z.number() })),
  /** Whether all proposals of a kind may be taken over at once. */
  allowsBulk: z.boolean(),
});
export type CleanUpRun = z.infer<typeof cleanUpRun>;
export const cleanUpList = z.object({ items: z.array(cleanUpRun) });

export const ITEM_STATES = ['open', 'decided'] as const;
export const itemQuery = z
  .object({
    state: z.enum(ITEM_STATES).default('open'),
    cursor: z.string().max(300).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  })
  .strict();
export const cleanUpItem = z.object({
  talentId: z.uuid(),
  title: z.string().nullable(),
  firstName: z.string(),
  lastName: z.string(),
  proposal: z.enum(DECISIONS),
  reasons: z.array(proposalReason),
  decision: z.enum(DECISIONS).nullable(),
  pausedUntil: z.string().nullable(),
});
export type CleanUpItem = z.infer<typeof cleanUpItem>;
export const cleanUpItems = z.object({ items: z.array(cleanUpItem), nextCursor: z.string().nullable() });

export const decideBody = z
  .object({ decision: z.enum(DECISIONS), pausedUntil: z.iso.date().optional() })
  .strict()
  .refine(({ decision, pausedUntil }) => (decision === 'pause') === (pausedUntil !== undefined));
export type DecideBody = z.output<typeof decideBody>;
export const acceptBody = z
  .object({ proposal: z.enum(DECISIONS), pausedUntil: z.iso.date().optional() })
  .strict()
  .refine(({ proposal, pausedUntil }) => (proposal === 'pause') === (pausedUntil !== undefined));
export type AcceptBody = z.output<typeof acceptBody>;
export const accepted = z.object({ people: z.number() });
