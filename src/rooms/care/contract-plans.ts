import { z } from 'zod';
import { defineRoute } from '#ground/http/contract.ts';
import { cursorQuery, region } from './schema-parts.ts';
import {
  holidayList,
  membership,
  membershipChange,
  membershipPage,
  planChange,
  planContent,
  planContentInput,
  planDetail,
  planInput,
  planList,
  planListQuery,
  planPreview,
  previewBody,
  regionList,
  yearQuery,
  yearView,
} from './schema-plans.ts';

const planParams = z.object({ planId: z.uuid() });

export const listPlans = defineRoute({
  method: 'get',
  path: '/plans',
  allow: 'care.read',
  summary: 'Care plans, with how many people they carry and how many are due',
  query: planListQuery,
  answer: planList,
});
export const createPlan = defineRoute({
  method: 'post',
  path: '/plans',
  allow: 'care.manage_plans',
  summary: 'Make a care plan for a pool or a segment',
  body: planInput,
  answer: planDetail,
  status: 201,
});
export const previewPlan = defineRoute({
  method: 'post',
  path: '/plans/preview',
  allow: 'care.manage_plans',
  summary: 'What a plan would mean: contacts a week per owner, conflicts; saves nothing',
  body: previewBody,
  answer: planPreview,
});
export const readYear = defineRoute({
  method: 'get',
  path: '/plans/year',
  allow: 'care.read',
  summary: 'Who hears what when in a year, over all running plans',
  query: yearQuery,
  answer: yearView,
});
export const readPlan = defineRoute({
  method: 'get',
  path: '/plans/:planId',
  allow: 'care.read',
  summary: 'One care plan',
  params: planParams,
  answer: planDetail,
});
export const changePlan = defineRoute({
  method: 'patch',
  path: '/plans/:planId',
  allow: 'care.manage_plans',
  summary: 'Change, start, pause or end a plan; 409 when it changed meanwhile',
  params: planParams,
  body: planChange,
  answer: planDetail,
});
export const removePlan = defineRoute({
  method: 'delete',
  path: '/plans/:planId',
  allow: 'care.manage_plans',
  summary: 'Remove a draft; a plan that ran is ended instead',
  params: planParams,
  answer: 'nothing',
});
export const listMemberships = defineRoute({
  method: 'get',
  path: '/plans/:planId/memberships',
  allow: 'care.read',
  summary: 'Everybody under a plan, the next due first',
  params: planParams,
  query: cursorQuery,
  answer: membershipPage,
});
export const changeMembership = defineRoute({
  method: 'patch',
  path: '/plans/:planId/memberships/:talentId',
  allow: 'care.work',
  summary: 'Give one person a rhythm of their own, or a pause',
  params: planParams.extend({ talentId: z.uuid() }),
  body: membershipChange,
  answer: membership,
});
export const listPlanContents = defineRoute({
  method: 'get',
  path: '/plans/:planId/contents',
  allow: 'care.read',
  summary: 'What a plan tells when, by year',
  params: planParams,
  query: yearQuery,
  answer: z.object({ items: z.array(planContent) }),
});
export const addPlanContent = defineRoute({
  method: 'post',
  path: '/plans/:planId/contents',
  allow: 'care.manage_plans',
  summary: 'Put a content on a day of the plan',
  params: planParams,
  body: planContentInput,
  answer: planContent,
  status: 201,
});
export const removePlanContent = defineRoute({
  method: 'delete',
  path: '/plans/:planId/contents/:contentId/:onDate',
  allow: 'care.manage_plans',
  summary: 'Take a content off a day of the plan',
  params: planParams.extend({ contentId: z.uuid(), onDate: z.iso.date() }),
  answer: 'nothing',
});
export const listRegions = defineRoute({
  method: 'get',
  path: '/regions',
  allow: 'care.read',
  summary: 'Countries and regions whose holidays are known',
  answer: regionList,
});
export const listHolidays = defineRoute({
  method: 'get',
  path: '/regions/:region/holidays',
  allow: 'care.read',
  summary: 'Public holidays of a region in a year',
  params: z.object({ region }),
  query: yearQuery,
  answer: holidayList,
});
