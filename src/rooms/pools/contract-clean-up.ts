import { defineRoute } from '#ground/http/contract.ts';
import { poolParams } from './schema.ts';
import * as s from './schema-clean-up.ts';

export const listCleanUps = defineRoute({
  method: 'get',
  path: '/pools/:poolId/clean-ups',
  allow: 'pools.read',
  summary: 'Clean-up runs of a pool, newest first',
  params: poolParams,
  answer: s.cleanUpList,
});
export const startCleanUp = defineRoute({
  method: 'post',
  path: '/pools/:poolId/clean-ups',
  allow: 'pools.write',
  summary: 'Look through a pool: stay, pause or leave is proposed for everyone',
  params: poolParams,
  body: s.newCleanUp,
  answer: s.cleanUpRun,
  status: 201,
});
export const readCleanUp = defineRoute({
  method: 'get',
  path: '/clean-ups/:runId',
  allow: 'pools.read',
  summary: 'How far a clean-up is, and its report at the end',
  params: s.runParams,
  answer: s.cleanUpRun,
});
export const listCleanUpItems = defineRoute({
  method: 'get',
  path: '/clean-ups/:runId/items',
  allow: 'pools.read',
  summary: 'People of a clean-up with proposals and reasons, page by page',
  params: s.runParams,
  query: s.itemQuery,
  answer: s.cleanUpItems,
});
export const decideCleanUpItem = defineRoute({
  method: 'put',
  path: '/clean-ups/:runId/items/:talentId',
  allow: 'pools.write',
  summary: 'Decide about one person; counts when the run is finished',
  params: s.runItemParams,
  body: s.decideBody,
  answer: 'nothing',
});
export const reopenCleanUpItem = defineRoute({
  method: 'delete',
  path: '/clean-ups/:runId/items/:talentId',
  allow: 'pools.write',
  summary: 'Take a decision back',
  params: s.runItemParams,
  answer: 'nothing',
});
export const acceptProposals = defineRoute({
  method: 'put',
  path: '/clean-ups/:runId/proposals',
  allow: 'pools.write',
  summary: 'Take over all open proposals of a kind; not in a Boutique pool',
  params: s.runParams,
  body: s.acceptBody,
  answer: s.accepted,
});
export const finishCleanUp = defineRoute({
  method: 'put',
  path: '/clean-ups/:runId/finish',
  allow: 'pools.write',
  summary: 'Carry the decisions out; whoever is undecided stays',
  params: s.runParams,
  answer: s.cleanUpRun,
});
export const dropCleanUp = defineRoute({
  method: 'delete',
  path: '/clean-ups/:runId',
  allow: 'pools.write',
  summary: 'Stop a clean-up without changing the pool',
  params: s.runParams,
  answer: 'nothing',
});
