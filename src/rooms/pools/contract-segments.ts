import { defineRoute } from '#ground/http/contract.ts';
import * as s from './schema-segments.ts';

export const listSegments = defineRoute({
  method: 'get',
  path: '/segments',
  allow: 'pools.read',
  summary: 'Saved rules with live counts',
  answer: s.segmentList,
});
export const createSegment = defineRoute({
  method: 'post',
  path: '/segments',
  allow: 'pools.write',
  summary: 'Save a rule under a name',
  body: s.newSegment,
  answer: s.segmentCard,
  status: 201,
});
export const countRule = defineRoute({
  method: 'post',
  path: '/segments/count',
  allow: 'pools.read',
  summary: 'How many people an unsaved rule finds, up to a limit',
  body: s.countBody,
  answer: s.ruleCount,
});
export const readSegment = defineRoute({
  method: 'get',
  path: '/segments/:segmentId',
  allow: 'pools.read',
  summary: 'One saved rule',
  params: s.segmentParams,
  answer: s.segmentCard,
});
export const editSegment = defineRoute({
  method: 'patch',
  path: '/segments/:segmentId',
  allow: 'pools.write',
  summary: 'Change a saved rule; 409 when somebody was faster',
  params: s.segmentParams,
  body: s.editSegmentBody,
  answer: s.segmentCard,
});
export const deleteSegment = defineRoute({
  method: 'delete',
  path: '/segments/:segmentId',
  allow: 'pools.write',
  summary: 'Delete a saved rule; rules that name it say so from then on',
  params: s.segmentParams,
  answer: 'nothing',
});
export const restoreSegment = defineRoute({
  method: 'post',
  path: '/segments/:segmentId/restore',
  allow: 'pools.write',
  summary: 'Bring a deleted rule back',
  params: s.segmentParams,
  answer: 'nothing',
});
