import { z } from 'zod';
import { defineRoute } from '#ground/http/contract.ts';
import { lifeEvent, lifeEventInput, notNowAnswer, notNowBody, personCare } from './schema-person.ts';

const talentParams = z.object({ talentId: z.uuid() });
const eventParams = talentParams.extend({ lifeEventId: z.uuid() });

export const readPersonCare = defineRoute({
  method: 'get',
  path: '/talents/:talentId/care',
  allow: 'care.read',
  summary: 'How one person is cared for: what is due, plans, life events, sequences',
  params: talentParams,
  answer: personCare,
});
export const addLifeEvent = defineRoute({
  method: 'post',
  path: '/talents/:talentId/life-events',
  allow: 'care.work',
  summary: 'Write down a day that matters to the person',
  params: talentParams,
  body: lifeEventInput,
  answer: lifeEvent,
  status: 201,
});
export const changeLifeEvent = defineRoute({
  method: 'put',
  path: '/talents/:talentId/life-events/:lifeEventId',
  allow: 'care.work',
  summary: 'Change such a day',
  params: eventParams,
  body: lifeEventInput,
  answer: lifeEvent,
});
export const removeLifeEvent = defineRoute({
  method: 'delete',
  path: '/talents/:talentId/life-events/:lifeEventId',
  allow: 'care.work',
  summary: 'Remove such a day',
  params: eventParams,
  answer: 'nothing',
});
export const setNotNow = defineRoute({
  method: 'put',
  path: '/talents/:talentId/not-now',
  allow: 'care.work',
  summary: 'Not now, because …; come back on …',
  params: talentParams,
  body: notNowBody,
  answer: notNowAnswer,
});
export const endNotNow = defineRoute({
  method: 'delete',
  path: '/talents/:talentId/not-now',
  allow: 'care.work',
  summary: 'The answer no longer holds; the rhythm goes on',
  params: talentParams,
  answer: 'nothing',
});
