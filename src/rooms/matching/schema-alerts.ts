import { z } from 'zod';
import { criterion, evidence } from './schema-matches.ts';

/** One thing that speaks for somebody, with the words that prove it. */
export const alertReason = z.object({
  criterion: criterion.shape.name,
  label: z.string(),
  state: z.enum(['met', 'partly']),
  evidence: z.array(evidence).max(1),
});

/** Somebody fits an open demand. It points; nobody is chosen or left out by it. */
export const matchAlert = z.object({
  id: z.uuid(),
  /** What was new: the demand, or what somebody says of themselves. */
  kind: z.enum(['demand', 'talent']),
  at: z.string(),
  demand: z.object({ id: z.uuid(), title: z.string(), kind: z.enum(['planned', 'vacancy']) }),
  talentId: z.uuid(),
  name: z.string(),
  role: z.string().nullable(),
  employer: z.string().nullable(),
  points: z.number(),
  knownPoints: z.number(),
  /** Best first. */
  reasons: z.array(alertReason).max(4),
});
export type MatchAlert = z.output<typeof matchAlert>;

export const alertList = z.object({ items: z.array(matchAlert), total: z.number() });
