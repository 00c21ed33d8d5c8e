import type { ServedRoute } from '#ground/http/room.ts';
import { serve } from '#ground/http/room.ts';
import {
  changePeriods,
  createAssessment,
  createConsentText,
  listAssessments,
  listConsentTexts,
  readPeriods,
} from './contract.ts';
import {
  getPeriodsWithHistory,
  listAssessmentsOf,
  listTextsOf,
  recordAssessment,
  recordText,
  setPeriods,
} from './records.ts';

export const consentRoutes: ServedRoute[] = [
  serve(readPeriods, (ctx) => getPeriodsWithHistory(ctx)),
  serve(changePeriods, (ctx, { body }) => setPeriods(ctx, body)),
  serve(listAssessments, async (ctx) => ({ items: await listAssessmentsOf(ctx) })),
  serve(createAssessment, (ctx, { body }) => recordAssessment(ctx, body)),
  serve(listConsentTexts, async (ctx) => ({ items: await listTextsOf(ctx) })),
  serve(createConsentText, (ctx, { body }) => recordText(ctx, body)),
];
