import { z } from 'zod';
import { defineRoute } from '#ground/http/contract.ts';
import {
  DEMAND_KINDS,
  DEMAND_STATES,
  demand,
  demandCard,
  demandChange,
  demandFigures,
  newDemand,
  newHire,
} from './schema.ts';

const params = z.object({ demandId: z.uuid() });
const on = z.iso.date();

export const listDemands = defineRoute({
  method: 'get',
  path: '/demands',
  allow: 'demand.read',
  summary: 'Planned roles and vacancies, newest first',
  query: z.object({
    state: z.enum(DEMAND_STATES).optional(),
    kind: z.enum(DEMAND_KINDS).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    cursor: z.string().max(500).optional(),
  }),
  answer: z.object({ items: z.array(demandCard), nextCursor: z.string().nullable() }),
});

export const createDemand = defineRoute({
  method: 'post',
  path: '/demands',
  allow: 'demand.write',
  summary: 'Plan a role, or open a vacancy',
  status: 201,
  body: newDemand,
  answer: demand,
});

export const readDemand = defineRoute({
  method: 'get',
  path: '/demands/:demandId',
  allow: 'demand.read',
  summary: 'One planned role or vacancy with its hires',
  params,
  answer: demand,
});

export const changeDemand = defineRoute({
  method: 'patch',
  path: '/demands/:demandId',
  allow: 'demand.write',
  summary: 'Change fields; refused when somebody changed it since that version',
  params,
  body: demandChange,
  answer: demand,
});

export const openVacancy = defineRoute({
  method: 'put',
  path: '/demands/:demandId/opening',
  allow: 'demand.write',
  summary: 'A planned role becomes a vacancy',
  params,
  body: z.object({ on }).strict(),
  answer: demand,
});

export const passGate = defineRoute({
  method: 'put',
  path: '/demands/:demandId/gate',
  allow: 'demand.write',
  summary: 'Known people were looked at, or one sentence says why not',
  params,
  body: z.discriminatedUnion('way', [
    z.object({ way: z.literal('looked'), knownCount: z.number().int().min(0).max(10_000_000) }).strict(),
    z.object({ way: z.literal('skipped'), because: z.string().trim().min(5).max(500) }).strict(),
  ]),
  answer: demand,
});

export const advertise = defineRoute({
  method: 'put',
  path: '/demands/:demandId/advertisement',
  allow: 'demand.write',
  summary: 'The vacancy is advertised; refused before known people were looked at',
  params,
  body: z.object({ on }).strict(),
  answer: demand,
});

export const closeDemand = defineRoute({
  method: 'put',
  path: '/demands/:demandId/closing',
  allow: 'demand.write',
  summary: 'Nobody is needed any more',
  params,
  body: z.object({ on, because: z.string().trim().min(3).max(500) }).strict(),
  answer: demand,
});

export const reopenDemand = defineRoute({
  method: 'delete',
  path: '/demands/:demandId/closing',
  allow: 'demand.write',
  summary: 'Takes back that it was closed',
  params,
  answer: demand,
});

export const recordHire = defineRoute({
  method: 'post',
  path: '/demands/:demandId/hires',
  allow: 'demand.record_hires',
  summary: 'Somebody was hired: who, from where, at what cost',
  status: 201,
  params,
  body: newHire,
  answer: demand,
});

export const undoHire = defineRoute({
  method: 'delete',
  path: '/demands/:demandId/hires/:hireId',
  allow: 'demand.record_hires',
  summary: 'Takes back a hire that was recorded by mistake',
  params: z.object({ demandId: z.uuid(), hireId: z.uuid() }),
  answer: demand,
});

const roleFamily = z.object({ id: z.uuid(), name: z.string() });
const roleFamilyName = z.object({ name: z.string().trim().min(1).max(80) }).strict();

export const listRoleFamilies = defineRoute({
  method: 'get',
  path: '/role-families',
  allow: 'demand.read',
  summary: 'Families of roles that are alike for us',
  answer: z.object({ items: z.array(roleFamily) }),
});

export const createRoleFamily = defineRoute({
  method: 'post',
  path: '/role-families',
  allow: 'demand.write',
  summary: 'Add a family of roles',
  status: 201,
  body: roleFamilyName,
  answer: roleFamily,
});

export const renameRoleFamily = defineRoute({
  method: 'patch',
  path: '/role-families/:familyId',
  allow: 'demand.write',
  summary: 'Rename a family of roles',
  params: z.object({ familyId: z.uuid() }),
  body: roleFamilyName,
  answer: roleFamily,
});

export const readDemandFigures = defineRoute({
  method: 'get',
  path: '/demands/figures',
  allow: 'demand.read',
  summary: 'How often known people came first in the last twelve months, and where hires came from',
  answer: demandFigures,
});
