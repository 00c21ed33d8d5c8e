import { z } from 'zod';
import { defineRoute } from '#ground/http/contract.ts';
import { assessment, consentText, newAssessment, newConsentText, newPeriods, periodsInForce } from './schema.ts';

export const readPeriods = defineRoute({
  method: 'get',
  path: '/consent/periods',
  allow: 'signed_in',
  summary: 'How long people may be kept, by basis',
  answer: periodsInForce,
});

export const changePeriods = defineRoute({
  method: 'put',
  path: '/consent/periods',
  allow: 'consent.manage_settings',
  summary: 'Set a new version of the periods; existing records are never kept longer by it',
  body: newPeriods,
  answer: 'nothing',
});

export const listAssessments = defineRoute({
  method: 'get',
  path: '/consent/assessments',
  allow: 'consent.read',
  summary: 'Documented legitimate-interest assessments',
  answer: z.object({ items: z.array(assessment) }),
});

export const createAssessment = defineRoute({
  method: 'post',
  path: '/consent/assessments',
  allow: 'consent.write',
  summary: 'Document a legitimate interest with a review date',
  status: 201,
  body: newAssessment,
  answer: assessment,
});

export const listConsentTexts = defineRoute({
  method: 'get',
  path: '/consent/texts',
  allow: 'consent.read',
  summary: 'Consent texts with their versions',
  answer: z.object({ items: z.array(consentText) }),
});

export const createConsentText = defineRoute({
  method: 'post',
  path: '/consent/texts',
  allow: 'consent.write',
  summary: 'Record a consent text; the same purpose and language get the next version',
  status: 201,
  body: newConsentText,
  answer: consentText,
});
