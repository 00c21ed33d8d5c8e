import { z } from 'zod';
import { defineRoute } from '#ground/http/contract.ts';
import { inventorySummary } from './schema.ts';

export const readSummary = defineRoute({
  method: 'get',
  path: '/inventory/summary',
  allow: 'inventory.read',
  summary: 'Everyone the company knows, in numbers, and what to do first',
  answer: inventorySummary,
});

export const readRules = defineRoute({
  method: 'get',
  path: '/inventory/rules',
  allow: 'inventory.read',
  summary: 'The classification rules in force and their versions',
  answer: z.object({
    version: z.number(),
    rules: z.unknown(),
    setAt: z.string().nullable(),
    setBy: z.string().nullable(),
    history: z.array(
      z.object({ version: z.number(), setAt: z.string(), setBy: z.string().nullable(), note: z.string().nullable() }),
    ),
  }),
});
export const changeRules = defineRoute({
  method: 'put',
  path: '/inventory/rules',
  allow: 'inventory.manage_rules',
  summary: 'Set a new version of the rules; everyone is classified again',
  body: z.object({ basedOnVersion: z.number().int(), rules: z.unknown(), note: z.string().max(500).optional() }),
  answer: z.object({ version: z.number() }),
});
export const previewRules = defineRoute({
  method: 'post',
  path: '/inventory/rules/preview',
  allow: 'inventory.manage_rules',
  summary: 'How many people the given rules would put into each segment',
  body: z.object({ rules: z.unknown() }),
  answer: z.object({
    now: z.record(z.string(), z.number()),
    after: z.record(z.string(), z.number()),
    sampled: z.number(),
  }),
});
export const readClassifications = defineRoute({
  method: 'get',
  path: '/talents/:talentId/classifications',
  allow: 'talents.read',
  summary: 'In which segments somebody is, and why',
  params: z.object({ talentId: z.uuid() }),
  answer: z.object({
    items: z.array(
      z.object({
        segment: z.string(),
        ruleVersion: z.number(),
        reason: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
        decision: z.enum(['confirmed', 'rejected']).nullable(),
      }),
    ),
  }),
});
export const decideClassification = defineRoute({
  method: 'put',
  path: '/talents/:talentId/classifications/:segment',
  allow: 'talents.write',
  summary: 'A human word on a segment, which no rule changes',
  params: z.object({ talentId: z.uuid(), segment: z.enum(['silver_medalist', 'former', 'passive_contact']) }),
  body: z.object({ decision: z.enum(['confirmed', 'rejected']) }),
  answer: 'nothing',
});
