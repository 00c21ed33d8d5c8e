import type { ServedRoute } from '#ground/http/room.ts';
import { serve } from '#ground/http/room.ts';
import { addUnit, listPhaseLog, readPhases, removeUnit, renameUnit, switchPhase, takeBackPhase } from './contract.ts';
import { createUnit, deleteUnit, getPhaseLog, listPhases, nameUnit, switchTo, takeBack } from './service.ts';

export const phaseRoutes: ServedRoute[] = [
  serve(readPhases, async (ctx) => ({ entities: await listPhases(ctx) })),
  serve(listPhaseLog, (ctx, { query }) => getPhaseLog(ctx, query.cursor)),
  serve(switchPhase, (ctx, { body }) => switchTo(ctx, body)),
  serve(takeBackPhase, (ctx, { params }) => takeBack(ctx, params.phaseId)),
  serve(addUnit, (ctx, { body }) => createUnit(ctx, body)),
  serve(renameUnit, (ctx, { params, body }) => nameUnit(ctx, params.unitId, body.name)),
  serve(removeUnit, (ctx, { params }) => deleteUnit(ctx, params.unitId)),
];
