import type { ServedRoute } from '#ground/http/room.ts';
import { serve } from '#ground/http/room.ts';
import { undoPoolActOf } from './acts.ts';
import {
  acceptAll,
  beginCleanUp,
  decideItem,
  dropCleanUpOf,
  finishCleanUpOf,
  getCleanUp,
  listCleanUpsOf,
  listItemsOf,
  reopenItem,
} from './clean-up/clean-up.ts';
import * as contract from './contract.ts';
import { getPoolHealth } from './health.ts';
import { addMembersTo, changeMembershipOf, previewAddingTo, removeFromPool } from './members.ts';
import { listMembershipsOf } from './memberships.ts';
import { getPersonPools } from './person.ts';
import { getPool, listPoolsFor } from './pool-page.ts';
import { archivePoolOf, changePool, makePool, takePoolBackFor } from './pools.ts';
import {
  changeSegment,
  countRuleFor,
  deleteSegmentOf,
  getSegment,
  listSegmentsFor,
  restoreSegmentOf,
  saveSegment,
} from './segments/segments.ts';
import { leadSignUpHere, leadSignUpNowhere, listSignUpsFor } from './sign-ups.ts';

const ofPools: ServedRoute[] = [
  serve(contract.listPools, (ctx, { query }) => listPoolsFor(ctx, query.archived)),
  serve(contract.createPool, (ctx, { body }) => makePool(ctx, body)),
  serve(contract.readPool, (ctx, { params }) => getPool(ctx, params.poolId)),
  serve(contract.editPool, (ctx, { params, body }) => changePool(ctx, params.poolId, body)),
  serve(contract.archivePool, (ctx, { params }) => archivePoolOf(ctx, params.poolId)),
  serve(contract.takePoolBack, (ctx, { params }) => takePoolBackFor(ctx, params.poolId)),
  serve(contract.readPoolHealth, (ctx, { params }) => getPoolHealth(ctx, params.poolId)),
  serve(contract.listMemberships, (ctx, { params, query }) => listMembershipsOf(ctx, params.poolId, query)),
  serve(contract.previewAdding, (ctx, { params, body }) => previewAddingTo(ctx, params.poolId, body)),
  serve(contract.addMembers, (ctx, { params, body }) => addMembersTo(ctx, params.poolId, body)),
  serve(contract.removeMembers, (ctx, { params, body }) =>
    removeFromPool(ctx, { poolId: params.poolId, talentIds: body.ids }),
  ),
  serve(contract.changeMembership, (ctx, { params, body }) => changeMembershipOf(ctx, params, body)),
  serve(contract.undoPoolAct, (ctx, { params }) => undoPoolActOf(ctx, params.actId)),
  serve(contract.listPoolSignUps, async (ctx, { params }) => ({ items: await listSignUpsFor(ctx, params.poolId) })),
  serve(contract.leadSignUp, (ctx, { params }) => leadSignUpHere(ctx, params.poolId, params.formId)),
  serve(contract.letSignUpGo, (ctx, { params }) => leadSignUpNowhere(ctx, params.poolId, params.formId)),
  serve(contract.readPersonPools, (ctx, { params }) => getPersonPools(ctx, params.talentId)),
];

const ofSegments: ServedRoute[] = [
  serve(contract.listSegments, async (ctx) => ({ items: await listSegmentsFor(ctx) })),
  serve(contract.createSegment, (ctx, { body }) => saveSegment(ctx, body)),
  serve(contract.countRule, async (ctx, { body }) => ({ count: await countRuleFor(ctx, body.rule, body.segmentId) })),
  serve(contract.readSegment, (ctx, { params }) => getSegment(ctx, params.segmentId)),
  serve(contract.editSegment, (ctx, { params, body }) => changeSegment(ctx, params.segmentId, body)),
  serve(contract.deleteSegment, (ctx, { params }) => deleteSegmentOf(ctx, params.segmentId)),
  serve(contract.restoreSegment, (ctx, { params }) => restoreSegmentOf(ctx, params.segmentId)),
];

const ofCleanUps: ServedRoute[] = [
  serve(contract.listCleanUps, async (ctx, { params }) => ({ items: await listCleanUpsOf(ctx, params.poolId) })),
  serve(contract.startCleanUp, (ctx, { params, body }) => beginCleanUp(ctx, params.poolId, body)),
  serve(contract.readCleanUp, (ctx, { params }) => getCleanUp(ctx, params.runId)),
  serve(contract.listCleanUpItems, (ctx, { params, query }) => listItemsOf(ctx, params.runId, query)),
  serve(contract.decideCleanUpItem, (ctx, { params, body }) => decideItem(ctx, params, body)),
  serve(contract.reopenCleanUpItem, (ctx, { params }) => reopenItem(ctx, params)),
  serve(contract.acceptProposals, (ctx, { params, body }) => acceptAll(ctx, params.runId, body)),
  serve(contract.finishCleanUp, (ctx, { params }) => finishCleanUpOf(ctx, params.runId)),
  serve(contract.dropCleanUp, (ctx, { params }) => dropCleanUpOf(ctx, params.runId)),
];

/** Fixed words come before `:segmentId`: the first route that fits answers. */
export const poolRoutes: ServedRoute[] = [...ofPools, ...ofSegments, ...ofCleanUps];
