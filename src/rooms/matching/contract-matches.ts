import { z } from 'zod';
import { defineRoute } from '#ground/http/contract.ts';
import { finding, matchDecision, matchPage, runLogEntry, suggestion, understood, weights } from './schema-matches.ts';

const demandParams = z.object({ demandId: z.uuid() });
const matchParams = z.object({ demandId: z.uuid(), talentId: z.uuid() });
const talentParams = z.object({ talentId: z.uuid() });
const yesNo = z.enum(['yes', 'no']).default('no');

export const readMatches = defineRoute({
  method: 'get',
  path: '/demands/:demandId/matches',
  allow: 'matching.read',
  summary: 'Known people for a demand with reasons, recall list first; nobody is dropped',
  params: demandParams,
  query: z.object({
    /** `name`: everybody in alphabetical order, without a rank. */
    order: z.enum(['points', 'name']).default('points'),
    blind: yesNo,
    /** `no`: the visible rules alone, also where a model is switched on. */
    model: z.enum(['yes', 'no']).default('yes'),
    offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    /** Weights to try without keeping them, as JSON. */
    weights: z.string().max(500).optional(),
  }),
  answer: matchPage,
});

export const setWeights = defineRoute({
  method: 'put',
  path: '/demands/:demandId/weights',
  allow: 'matching.decide',
  summary: 'What counts how much for this demand; a version of its own with who set it',
  params: demandParams,
  body: z.object({ weights, note: z.string().trim().max(300).optional() }).strict(),
  answer: z.object({ version: z.number() }),
});

export const decideMatch = defineRoute({
  method: 'put',
  path: '/demands/:demandId/matches/:talentId/decision',
  allow: 'matching.decide',
  summary: 'A human says what they make of a match; "not fitting" takes a reason',
  params: matchParams,
  body: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('shortlisted'), reason: z.string().trim().min(3).max(500).optional() }).strict(),
    z.object({ kind: z.literal('not_fitting'), reason: z.string().trim().min(3).max(500) }).strict(),
    z.object({ kind: z.literal('later'), reason: z.string().trim().min(3).max(500).optional() }).strict(),
  ]),
  answer: matchDecision,
});

export const undoDecision = defineRoute({
  method: 'delete',
  path: '/demands/:demandId/matches/:talentId/decision',
  allow: 'matching.decide',
  summary: 'Takes a decision back',
  params: matchParams,
  answer: 'nothing',
});

export const shortlistToPool = defineRoute({
  method: 'post',
  path: '/demands/:demandId/shortlist-to-pool',
  allow: 'matching.decide',
  summary: 'Chosen people go into a pool, each with the reason of the match',
  params: demandParams,
  body: z.object({ poolId: z.uuid(), talentIds: z.array(z.uuid()).min(1).max(25) }).strict(),
  answer: z.object({
    added: z.array(z.uuid()),
    /** One act of the pool per person, to take it back. */
    actIds: z.array(z.uuid()),
    /** Who was left out, with the code of the refusal. */
    leftOut: z.array(z.object({ talentId: z.uuid(), code: z.string() })),
  }),
});

export const understandText = defineRoute({
  method: 'post',
  path: '/matching/understand',
  allow: 'matching.read',
  summary: 'What a few lines of free text ask for, with the words it was read from; keeps nothing',
  body: z.object({ text: z.string().trim().min(1).max(20_000) }).strict(),
  answer: understood,
});

export const suggestConcepts = defineRoute({
  method: 'get',
  path: '/matching/concepts',
  allow: 'matching.read',
  summary: 'Occupations and skills of the directory while typing',
  query: z.object({
    q: z.string().trim().min(1).max(100),
    kind: z.enum(['skill', 'occupation', 'language']).optional(),
  }),
  answer: z.object({ items: z.array(suggestion) }),
});

export const listFindings = defineRoute({
  method: 'get',
  path: '/talents/:talentId/findings',
  allow: 'matching.read',
  summary: 'What this person’s own words show, each with its sentence',
  params: talentParams,
  answer: z.object({ items: z.array(finding) }),
});

export const decideFinding = defineRoute({
  method: 'put',
  path: '/talents/:talentId/findings/:findingId/decision',
  allow: 'talents.write',
  summary: 'Confirm or reject a finding; a human’s word wins for ever',
  params: z.object({ talentId: z.uuid(), findingId: z.uuid() }),
  body: z.object({ decision: z.enum(['confirmed', 'rejected']) }).strict(),
  answer: finding,
});

export const listTalentMatches = defineRoute({
  method: 'get',
  path: '/talents/:talentId/matches',
  allow: 'matching.read',
  summary: 'Open demands that may fit this person, and in which runs they appeared',
  params: talentParams,
  answer: z.object({
    items: z.array(
      z.object({
        demandId: z.uuid(),
        title: z.string(),
        share: z.number(),
        knownPoints: z.number(),
        totalPoints: z.number(),
        decision: matchDecision.nullable(),
      }),
    ),
    lastRuns: z.array(z.object({ runId: z.uuid(), at: z.string(), title: z.string().nullable(), place: z.number() })),
  }),
});

export const listRuns = defineRoute({
  method: 'get',
  path: '/matching/runs',
  allow: 'matching.read_log',
  summary: 'The log of runs: when, who, what for, by which rules',
  query: z.object({
    cursor: z.string().max(500).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  answer: z.object({ items: z.array(runLogEntry), nextCursor: z.string().nullable() }),
});

export const readMatchingFacts = defineRoute({
  method: 'get',
  path: '/matching/facts',
  allow: 'signed_in',
  summary: 'What the matching is: rule and directory version, inputs, what is never an input, counts',
  answer: z.object({
    ruleVersion: z.string(),
    directories: z.array(
      z.object({
        source: z.string(),
        version: z.string(),
        occupations: z.number(),
        skills: z.number(),
        labels: z.number(),
      }),
    ),
    defaultWeights: weights,
    inputs: z.array(z.string()),
    neverInputs: z.array(z.string()),
    indexedPeople: z.number(),
  }),
});
