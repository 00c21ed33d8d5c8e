import type { ServedRoute } from '#ground/http/room.ts';
import { serve } from '#ground/http/room.ts';
import { changePeriods, createAssessment, createConsentText, listAssessments, listConsentTexts, readPeriods } from './contract.ts';
import { findPeriods } from './queries.ts';
import { listAssessmentsOf, listTextsOf, recordAssessment, recordText, setPeriods } from './records.ts';
import { getPeriods } from './service.ts';

export const consentRoutes: ServedRoute[] = [
  serve(readPeriods, async (ctx) => ({ ...(await getPeriods(ctx)), version: (await findPeriods(ctx.db))?.version ?? 1 })),
  serve(changePeriods, (ctx, { body }) => setPeriods(ctx, body)),
  serve(listAssessments, async (ctx) => ({ items: await listAssessmentsOf(ctx) })),
  serve(createAssessment, (ctx, { body }) => recordAssessment(ctx, body)),
  serve(listConsentTexts, async (ctx) => ({ items: await listTextsOf(ctx) })),
  serve(createConsentText, (ctx, { body }) => recordText(ctx, body)),
];
