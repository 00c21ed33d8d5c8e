import { z } from 'zod';
import { defineRoute } from '#ground/http/contract.ts';
import { listQuery } from './schema-filter.ts';
import { facet, facetQuery } from './schema-many.ts';
import { lookalikeQuery } from './schema-write.ts';
import { change, talentProfile, timeline, timelineQuery } from './schema-profile.ts';
import { lookalike, suggestion, talentList, talentParams } from './schema.ts';

const items = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });

export const listTalents = defineRoute({
  method: 'get',
  path: '/talents',
  allow: 'talents.read',
  summary: 'Talents by filter and order, page by page',
  query: listQuery,
  answer: talentList,
});
export const suggestTalents = defineRoute({
  method: 'get',
  path: '/talents/suggest',
  allow: 'talents.read',
  summary: 'At most eight people while typing a name',
  query: z.object({ q: z.string().trim().max(120) }).strict(),
  answer: items(suggestion),
});
export const listFacets = defineRoute({
  method: 'get',
  path: '/talents/facets',
  allow: 'talents.read',
  summary: 'Values to filter by, with how often they occur',
  query: facetQuery,
  answer: items(facet),
});
export const findLookalikes = defineRoute({
  method: 'get',
  path: '/talents/lookalikes',
  allow: 'talents.write',
  summary: 'People already here who may be the one being added',
  query: lookalikeQuery,
  answer: items(lookalike),
});
export const readTalent = defineRoute({
  method: 'get',
  path: '/talents/:talentId',
  allow: 'talents.read',
  summary: 'Everything about one person on one page',
  params: talentParams,
  answer: talentProfile,
});
export const readTimeline = defineRoute({
  method: 'get',
  path: '/talents/:talentId/timeline',
  allow: 'talents.read',
  summary: 'What happened, newest first, page by page',
  params: talentParams,
  query: timelineQuery,
  answer: timeline,
});
export const listChanges = defineRoute({
  method: 'get',
  path: '/talents/:talentId/changes',
  allow: 'talents.read',
  summary: 'Who changed what and when',
  params: talentParams,
  query: z.object({ sinceVersion: z.coerce.number().int().min(0).default(0) }).strict(),
  answer: items(change),
});
