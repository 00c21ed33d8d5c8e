import { z } from 'zod';
import { modelPart } from './schema-model.ts';

/** What counts, in the order of the bar. Nothing else of a person is ever read for a match (AI-5). */
export const CRITERIA = [
  'must',
  'nice',
  'occupation',
  'text',
  'languages',
  'interest',
  'place',
  'availability',
] as const;
export type CriterionName = (typeof CRITERIA)[number];

/** `unknown` is not zero: its points count neither for nor against. */
export const CRITERION_STATES = ['met', 'partly', 'unknown', 'not_met', 'not_asked'] as const;

export const weights = z
  .object(
    Object.fromEntries(CRITERIA.map((name) => [name, z.number().int().min(0).max(100)])) as Record<
      CriterionName,
      z.ZodNumber
    >,
  )
  .strict();
export type Weights = z.output<typeof weights>;

/** The words that prove a point, from the person's own record, with where they stand. */
export const evidence = z.object({
  sentence: z.string(),
  /** In the sentence, in UTF-16 units. */
  spanFrom: z.number(),
  spanTo: z.number(),
  source: z.enum(['note', 'file', 'application', 'touchpoint', 'station', 'skill', 'wishes', 'role']),
  sourceId: z.uuid().nullable(),
  /** `YYYY-MM-DD` */
  on: z.string().nullable(),
  /** What the words stand for in the directory, in the reader's language. */
  concept: z.string().nullable(),
});
export type Evidence = z.output<typeof evidence>;

/** One wish of a criterion, e.g. one must-have skill. */
export const wishState = z.object({
  label: z.string(),
  state: z.enum(CRITERION_STATES),
  /** Why partly or not: key in `matching:why.*`, with facts. */
  why: z.string().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  evidence: z.array(evidence).max(3),
});

export const criterion = z.object({
  /** `model`: what an optional model added (level C). */
  name: z.enum([...CRITERIA, 'model']),
  state: z.enum(CRITERION_STATES),
  weight: z.number(),
  /** 0 to `weight`. */
  points: z.number(),
  /** Points that nobody can know: they are left out of the share. */
  unknownPoints: z.number(),
  wishes: z.array(wishState),
});
export type Criterion = z.output<typeof criterion>;

export const matchDecision = z.object({
  kind: z.enum(['shortlisted', 'not_fitting', 'later']),
  reason: z.string().nullable(),
  by: z.string(),
  at: z.string(),
});

/** As the line draws it. */
const touch = z.object({ on: z.string(), kind: z.enum(['personal', 'bulk']), direction: z.enum(['ours', 'theirs']) });

/** A part of somebody's texts that did not count, for a human to look at (AI-11). */
export const ignoredPart = evidence.extend({ why: z.enum(['instruction', 'hidden', 'stuffing']) });
export type IgnoredPart = z.output<typeof ignoredPart>;

export const match = z.object({
  talentId: z.uuid(),
  /** `null` in blind mode. */
  name: z.string().nullable(),
  role: z.string().nullable(),
  employer: z.string().nullable(),
  /** Only shown, never counted. */
  stage: z.string(),
  segments: z.array(z.string()),
  touches: z.array(touch),
  /** Once here and gone, or nearly taken: asked first when the family of roles opens again. */
  recall: z
    .object({
      kind: z.enum(['former', 'silver_medalist']),
      /** Last day here, or when it went to somebody else. */
      on: z.string().nullable(),
      /** What they were here, or nearly became. */
      role: z.string().nullable(),
      wishesToReturn: z.boolean().nullable(),
    })
    .nullable(),
  /** 0 to 1: points over known points. */
  share: z.number(),
  points: z.number(),
  knownPoints: z.number(),
  totalPoints: z.number(),
  criteria: z.array(criterion),
  ignored: z.array(ignoredPart).max(5),
  decision: matchDecision.nullable(),
});
export type Match = z.output<typeof match>;

export const NOT_SHOWN_REASONS = ['silence', 'objection', 'unconfirmed', 'no_permission'] as const;

export const matchPage = z.object({
  /** Null on later pages: the first one is the run. */
  runId: z.uuid().nullable(),
  level: z.enum(['B', 'C']),
  /** Null where no model is switched on, or the reader left it out. */
  model: modelPart.nullable(),
  ruleVersion: z.string(),
  directoryVersion: z.string(),
  at: z.string(),
  tookMs: z.number(),
  weights,
  weightsSetBy: z.string().nullable(),
  weightsSetAt: z.string().nullable(),
  /** Everyone who was ranked; nobody is dropped. */
  rankedCount: z.number(),
  recallCount: z.number(),
  recall: z.array(match),
  items: z.array(match),
  nextOffset: z.number().nullable(),
  notShown: z.array(z.object({ reason: z.enum(NOT_SHOWN_REASONS), count: z.number() })),
  /** Per wish: by how many it is shown, by how many nobody knows. */
  gaps: z.array(z.object({ label: z.string(), shown: z.number(), unknown: z.number() })),
});
export type MatchPage = z.output<typeof matchPage>;

/** What the free text of a demand was understood as, to be taken over or not. */
export const understood = z.object({
  occupations: z.array(z.object({ conceptId: z.string(), label: z.string(), sentence: z.string() })),
  skills: z.array(z.object({ conceptId: z.string(), label: z.string(), sentence: z.string(), isMust: z.boolean() })),
  languages: z.array(z.object({ language: z.string(), level: z.string().nullable(), sentence: z.string() })),
  /** Language of the text, or `null` when it is neither German nor English: then only the wishes that were entered count. */
  language: z.string().nullable(),
});

export const suggestion = z.object({
  conceptId: z.string(),
  kind: z.enum(['skill', 'occupation', 'language']),
  label: z.string(),
  /** The label that was found, when it is another one. */
  foundAs: z.string().nullable(),
});

export const finding = z.object({
  id: z.uuid(),
  conceptId: z.string(),
  label: z.string(),
  kind: z.enum(['skill', 'occupation', 'language']),
  stance: z.enum(['shown', 'interest', 'denied']),
  evidence,
  decision: z.enum(['confirmed', 'rejected']).nullable(),
});
export type Finding = z.output<typeof finding>;

export const runLogEntry = z.object({
  id: z.uuid(),
  at: z.string(),
  by: z.string().nullable(),
  purpose: z.enum(['demand', 'talent', 'alert']),
  demand: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  level: z.enum(['B', 'C']),
  ruleVersion: z.string(),
  directoryVersion: z.string(),
  model: z.string().nullable(),
  /** What became of asking it. */
  modelOutcome: z.string().nullable(),
  weights,
  rankedCount: z.number(),
  notShown: z.record(z.string(), z.number()),
  /** Parts of the texts of those shown that did not count. */
  ignoredCount: z.number(),
  tookMs: z.number(),
});
