import { z } from 'zod';
import { defineRoute } from '#ground/http/contract.ts';
import { alertList } from './schema-alerts.ts';

const alertParams = z.object({ alertId: z.uuid() });

export const listAlerts = defineRoute({
  method: 'get',
  path: '/matching/alerts',
  allow: 'matching.read',
  summary: 'Who fits an open demand since the demand or what they say changed, own demands first',
  query: z.object({ limit: z.coerce.number().int().min(1).max(50).default(5) }),
  answer: alertList,
});

export const dismissAlert = defineRoute({
  method: 'put',
  path: '/matching/alerts/:alertId/dismissal',
  allow: 'matching.decide',
  summary: 'Put aside; the two are told again only when something else speaks for it',
  params: alertParams,
  answer: 'nothing',
});

export const undoDismissal = defineRoute({
  method: 'delete',
  path: '/matching/alerts/:alertId/dismissal',
  allow: 'matching.decide',
  summary: 'Takes that back',
  params: alertParams,
  answer: 'nothing',
});
