import { z } from 'zod';
import { defineRoute } from '#ground/http/contract.ts';
import { newPhase, newUnit, phaseEntity, phaseLogEntry, phaseUnit, unitChange } from './schema.ts';

const unitParams = z.object({ unitId: z.uuid() });

export const readPhases = defineRoute({
  method: 'get',
  path: '/phases',
  allow: 'phases.read',
  summary: 'Phase of each legal entity and its units',
  answer: z.object({ entities: z.array(phaseEntity) }),
});

export const listPhaseLog = defineRoute({
  method: 'get',
  path: '/phases/log',
  allow: 'phases.read',
  summary: 'Who switched which phase when, newest first',
  query: z.object({ cursor: z.string().max(200).optional() }).strict(),
  answer: z.object({ items: z.array(phaseLogEntry), nextCursor: z.string().nullable() }),
});

export const switchPhase = defineRoute({
  method: 'post',
  path: '/phases',
  allow: 'phases.switch',
  summary: 'Put another phase in force for an entity or a unit',
  body: newPhase,
  answer: phaseLogEntry,
  status: 201,
});

export const takeBackPhase = defineRoute({
  method: 'delete',
  path: '/phases/:phaseId',
  allow: 'phases.switch',
  summary: 'Take a switch back within ten minutes, while nothing came after it',
  params: z.object({ phaseId: z.uuid() }),
  answer: 'nothing',
});

export const addUnit = defineRoute({
  method: 'post',
  path: '/units',
  allow: 'phases.switch',
  summary: 'Add a unit that may be in a phase of its own',
  body: newUnit,
  answer: phaseUnit,
  status: 201,
});

export const renameUnit = defineRoute({
  method: 'patch',
  path: '/units/:unitId',
  allow: 'phases.switch',
  summary: 'Rename a unit',
  params: unitParams,
  body: unitChange,
  answer: 'nothing',
});

export const removeUnit = defineRoute({
  method: 'delete',
  path: '/units/:unitId',
  allow: 'phases.switch',
  summary: 'Remove a unit; it follows the company again',
  params: unitParams,
  answer: 'nothing',
});
