import { z } from 'zod';
import { defineRoute } from '#ground/http/contract.ts';
import { runPage, runQuery, sequence, sequenceChange, sequenceInput, startBody, started } from './schema-sequences.ts';
import { SEQUENCE_STATES } from './types.ts';

const sequenceParams = z.object({ sequenceId: z.uuid() });

export const listSequences = defineRoute({
  method: 'get',
  path: '/sequences',
  allow: 'care.read',
  summary: 'Sequences with how many people run through them',
  query: z.object({ state: z.enum(SEQUENCE_STATES).optional() }).strict(),
  answer: z.object({ items: z.array(sequence) }),
});
export const createSequence = defineRoute({
  method: 'post',
  path: '/sequences',
  allow: 'care.manage_plans',
  summary: 'Make a sequence of steps',
  body: sequenceInput,
  answer: sequence,
  status: 201,
});
export const readSequence = defineRoute({
  method: 'get',
  path: '/sequences/:sequenceId',
  allow: 'care.read',
  summary: 'One sequence',
  params: sequenceParams,
  answer: sequence,
});
export const changeSequence = defineRoute({
  method: 'patch',
  path: '/sequences/:sequenceId',
  allow: 'care.manage_plans',
  summary: 'Change, start, pause or end a sequence; the end stops all its runs',
  params: sequenceParams,
  body: sequenceChange,
  answer: sequence,
});
export const removeSequence = defineRoute({
  method: 'delete',
  path: '/sequences/:sequenceId',
  allow: 'care.manage_plans',
  summary: 'Remove a draft that nobody ran through',
  params: sequenceParams,
  answer: 'nothing',
});
export const listRuns = defineRoute({
  method: 'get',
  path: '/sequences/:sequenceId/runs',
  allow: 'care.read',
  summary: 'Who runs through it, how far, and why a run stopped',
  params: sequenceParams,
  query: runQuery,
  answer: runPage,
});
export const startRuns = defineRoute({
  method: 'post',
  path: '/sequences/:sequenceId/runs',
  allow: 'care.work',
  summary: 'Start it for people',
  params: sequenceParams,
  body: startBody,
  answer: started,
});
export const stopRun = defineRoute({
  method: 'delete',
  path: '/sequences/:sequenceId/runs/:runId',
  allow: 'care.work',
  summary: 'Stop one run by hand',
  params: sequenceParams.extend({ runId: z.uuid() }),
  answer: 'nothing',
});
