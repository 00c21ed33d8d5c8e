import type { ServedRoute } from '#ground/http/room.ts';
import { serve } from '#ground/http/room.ts';
import { suggestConceptsFor, understandTextOf } from './concepts.ts';
import { dismissMatchAlert, listMatchAlerts, undoDismissalOf } from './alerts/list.ts';
import * as alertRoutes from './contract-alerts.ts';
import * as modelRoutes from './contract-model.ts';
import * as routes from './contract-matches.ts';
import { decideMatchOf, undoDecisionOf } from './decisions/decide.ts';
import { shortlistToPoolOf } from './decisions/to-pool.ts';
import { getFacts } from './facts.ts';
import { decideFindingOf, listFindingsOf } from './findings/findings.ts';
import { getModelSettings, setModelSettings, tryModelOf } from './model/read.ts';
import { listRunsOf } from './runs/log.ts';
import { getMatches } from './runs/matches.ts';
import { getTalentMatches } from './runs/talent-matches.ts';
import { setWeightsOf } from './runs/weights.ts';

export const matchingRoutes: ServedRoute[] = [
  serve(routes.readMatches, (ctx, { params, query }) => getMatches(ctx, params.demandId, query)),
  serve(routes.setWeights, (ctx, { params, body }) => setWeightsOf(ctx, params.demandId, body)),
  serve(routes.decideMatch, (ctx, { params, body }) => decideMatchOf(ctx, params, body)),
  serve(routes.undoDecision, (ctx, { params }) => undoDecisionOf(ctx, params)),
  serve(routes.shortlistToPool, (ctx, { params, body }) => shortlistToPoolOf(ctx, params.demandId, body)),
  serve(routes.understandText, (ctx, { body }) => understandTextOf(ctx, body.text)),
  serve(routes.suggestConcepts, (ctx, { query }) => suggestConceptsFor(ctx, query)),
  serve(routes.listFindings, async (ctx, { params }) => ({ items: await listFindingsOf(ctx, params.talentId) })),
  serve(routes.decideFinding, (ctx, { params, body }) => decideFindingOf(ctx, params, body.decision)),
  serve(routes.listTalentMatches, (ctx, { params }) => getTalentMatches(ctx, params.talentId)),
  serve(alertRoutes.listAlerts, (ctx, { query }) => listMatchAlerts(ctx, query)),
  serve(alertRoutes.dismissAlert, (ctx, { params }) => dismissMatchAlert(ctx, params.alertId)),
  serve(alertRoutes.undoDismissal, (ctx, { params }) => undoDismissalOf(ctx, params.alertId)),
  serve(modelRoutes.readModel, (ctx) => getModelSettings(ctx)),
  serve(modelRoutes.setModel, (ctx, { body }) => setModelSettings(ctx, body)),
  serve(modelRoutes.tryModel, (ctx) => tryModelOf(ctx)),
  serve(routes.listRuns, (ctx, { query }) => listRunsOf(ctx, query)),
  serve(routes.readMatchingFacts, (ctx) => getFacts(ctx)),
];
