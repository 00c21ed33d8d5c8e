import { defineRoute } from '#ground/http/contract.ts';
import { talentParams } from '#rooms/talents/schema.ts';
import * as s from './schema.ts';

export const listPools = defineRoute({
  method: 'get',
  path: '/pools',
  allow: 'pools.read',
  summary: 'Pools that the member may know of, with numbers',
  query: s.poolListQuery,
  answer: s.poolList,
});
export const createPool = defineRoute({
  method: 'post',
  path: '/pools',
  allow: 'pools.write',
  summary: 'Make a pool, run as Volumen or Boutique',
  body: s.newPool,
  answer: s.poolPage,
  status: 201,
});
export const readPool = defineRoute({
  method: 'get',
  path: '/pools/:poolId',
  allow: 'pools.read',
  summary: 'One pool with its stages, owners and team',
  params: s.poolParams,
  answer: s.poolPage,
});
export const editPool = defineRoute({
  method: 'patch',
  path: '/pools/:poolId',
  allow: 'pools.write',
  summary: 'Change a pool; 409 when somebody was faster',
  params: s.poolParams,
  body: s.editPoolBody,
  answer: s.poolPage,
});
export const archivePool = defineRoute({
  method: 'put',
  path: '/pools/:poolId/archive',
  allow: 'pools.write',
  summary: 'Put a pool away; its members stay written down',
  params: s.poolParams,
  answer: 'nothing',
});
export const takePoolBack = defineRoute({
  method: 'delete',
  path: '/pools/:poolId/archive',
  allow: 'pools.write',
  summary: 'Take a pool out of the archive',
  params: s.poolParams,
  answer: 'nothing',
});
export const readPoolHealth = defineRoute({
  method: 'get',
  path: '/pools/:poolId/health',
  allow: 'pools.read',
  summary: 'Silence, age of data, reach and permission of a pool',
  params: s.poolParams,
  answer: s.poolHealth,
});
export const listMemberships = defineRoute({
  method: 'get',
  path: '/pools/:poolId/members',
  allow: 'pools.read',
  summary: 'Who is in the pool since when and why, page by page',
  params: s.poolParams,
  query: s.membershipQuery,
  answer: s.membershipList,
});
export const previewAdding = defineRoute({
  method: 'post',
  path: '/pools/:poolId/members/preview',
  allow: 'pools.write',
  summary: 'How many would be added, and who is left out and why',
  params: s.poolParams,
  body: s.addBody,
  answer: s.addPreview,
});
export const addMembers = defineRoute({
  method: 'post',
  path: '/pools/:poolId/members',
  allow: 'pools.write',
  summary: 'Add people by hand or by a segment',
  params: s.poolParams,
  body: s.addBody,
  answer: s.memberAct,
  status: 201,
});
export const removeMembers = defineRoute({
  method: 'post',
  path: '/pools/:poolId/members/removals',
  allow: 'pools.write',
  summary: 'Take people out of a pool; they stay talents',
  params: s.poolParams,
  body: s.removeBody,
  answer: s.memberAct,
});
export const changeMembership = defineRoute({
  method: 'patch',
  path: '/pools/:poolId/members/:talentId',
  allow: 'pools.write',
  summary: 'Change why somebody is in the pool, or until when they rest',
  params: s.poolMemberParams,
  body: s.membershipChanges,
  answer: s.memberAct,
});
export const undoPoolAct = defineRoute({
  method: 'post',
  path: '/pool-acts/:actId/undo',
  allow: 'pools.write',
  summary: 'Take back an act on members of the last ten minutes',
  params: s.poolActParams,
  answer: s.undonePoolAct,
});
export const readPersonPools = defineRoute({
  method: 'get',
  path: '/talents/:talentId/pools',
  allow: 'pools.read',
  summary: 'In which pools and segments one person is, and why',
  params: talentParams,
  answer: s.personPools,
});
