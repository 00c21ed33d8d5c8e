import { z } from 'zod';
import { defineRoute } from '#ground/http/contract.ts';
import {
  answerBody,
  handover,
  handoverDetail,
  handoverInput,
  handoverQuery,
  leaving,
  leavingQuery,
  orphanPage,
  orphanQuery,
  orphans,
} from './schema-handover.ts';

const handoverParams = z.object({ handoverId: z.uuid() });

export const listHandovers = defineRoute({
  method: 'get',
  path: '/handovers',
  allow: 'care.read',
  summary: 'Hand-overs, newest first; a member sees all of their legal entities',
  query: handoverQuery,
  answer: z.object({ items: z.array(handover), nextCursor: z.string().nullable() }),
});
export const readLeaving = defineRoute({
  method: 'get',
  path: '/handovers/leaving',
  allow: 'care.hand_over',
  summary: 'What a member would hand over',
  query: leavingQuery,
  answer: leaving,
});
export const readOrphans = defineRoute({
  method: 'get',
  path: '/handovers/orphans',
  allow: 'care.read',
  summary: 'Relationships without anybody, by former owner',
  answer: orphans,
});
export const listOrphans = defineRoute({
  method: 'get',
  path: '/handovers/orphans/people',
  allow: 'care.read',
  summary: 'People whom nobody looks after',
  query: orphanQuery,
  answer: orphanPage,
});
export const offerHandover = defineRoute({
  method: 'post',
  path: '/handovers',
  allow: 'care.hand_over',
  summary: 'Offer people to a colleague, who has 14 days to answer',
  body: handoverInput,
  answer: handover,
  status: 201,
});
export const readHandover = defineRoute({
  method: 'get',
  path: '/handovers/:handoverId',
  allow: 'care.read',
  summary: 'One hand-over with its people and their open promises',
  params: handoverParams,
  query: z.object({ cursor: z.string().max(300).optional() }).strict(),
  answer: handoverDetail,
});
export const acceptHandover = defineRoute({
  method: 'put',
  path: '/handovers/:handoverId/acceptance',
  allow: 'care.hand_over',
  summary: 'Accept: the people and their open promises are mine now',
  params: handoverParams,
  body: answerBody,
  answer: handover,
});
export const declineHandover = defineRoute({
  method: 'put',
  path: '/handovers/:handoverId/refusal',
  allow: 'care.hand_over',
  summary: 'Decline with a reason; the people stay where they are',
  params: handoverParams,
  body: answerBody,
  answer: handover,
});
export const withdrawHandover = defineRoute({
  method: 'delete',
  path: '/handovers/:handoverId',
  allow: 'care.hand_over',
  summary: 'Take an offer back that nobody has answered',
  params: handoverParams,
  answer: 'nothing',
});
