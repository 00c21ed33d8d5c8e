import type { ServedRoute } from '#ground/http/room.ts';
import { serve } from '#ground/http/room.ts';
import * as routes from './contract.ts';
import { addFamily, listFamilies, renameFamily } from './families.ts';
import { getFigures } from './figures.ts';
import { recordHireFor, undoHireOf } from './hires.ts';
import {
  advertiseVacancy,
  changeDemandOf,
  closeDemandOf,
  getDemand,
  listDemandsOf,
  openVacancyOf,
  passGateOf,
  planDemand,
  reopenDemandOf,
} from './service.ts';

export const demandRoutes: ServedRoute[] = [
  serve(routes.listDemands, (ctx, { query }) => listDemandsOf(ctx, query)),
  serve(routes.createDemand, (ctx, { body }) => planDemand(ctx, body)),
  serve(routes.readDemandFigures, (ctx) => getFigures(ctx)),
  serve(routes.readDemand, (ctx, { params }) => getDemand(ctx, params.demandId)),
  serve(routes.changeDemand, (ctx, { params, body }) => changeDemandOf(ctx, params.demandId, body)),
  serve(routes.openVacancy, (ctx, { params, body }) => openVacancyOf(ctx, params.demandId, body.on)),
  serve(routes.passGate, (ctx, { params, body }) => passGateOf(ctx, params.demandId, body)),
  serve(routes.advertise, (ctx, { params, body }) => advertiseVacancy(ctx, params.demandId, body.on)),
  serve(routes.closeDemand, (ctx, { params, body }) => closeDemandOf(ctx, params.demandId, body)),
  serve(routes.reopenDemand, (ctx, { params }) => reopenDemandOf(ctx, params.demandId)),
  serve(routes.recordHire, (ctx, { params, body }) => recordHireFor(ctx, params.demandId, body)),
  serve(routes.undoHire, (ctx, { params }) => undoHireOf(ctx, params.demandId, params.hireId)),
  serve(routes.listRoleFamilies, async (ctx) => ({ items: await listFamilies(ctx) })),
  serve(routes.createRoleFamily, (ctx, { body }) => addFamily(ctx, body.name)),
  serve(routes.renameRoleFamily, (ctx, { params, body }) => renameFamily(ctx, params.familyId, body.name)),
];
