import { z } from 'zod';
import { defineRoute } from '#ground/http/contract.ts';
import {
  bulkBody,
  bulkPreview,
  bulkState,
  exportQuery,
  mergeBody,
  merged,
  newView,
  savedView,
  unmerged,
  viewChange,
} from './schema-many.ts';
import { talentParams, undone } from './schema.ts';

const items = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });
const actParams = z.object({ actId: z.uuid() });
const viewParams = z.object({ viewId: z.uuid() });

export const previewBulk = defineRoute({
  method: 'post',
  path: '/talents/bulk/preview',
  allow: 'talents.write',
  summary: 'How many an act would reach, and who is left out',
  body: bulkBody,
  answer: bulkPreview,
});
export const runBulk = defineRoute({
  method: 'post',
  path: '/talents/bulk',
  allow: 'talents.write',
  summary: 'Do one act to many people; above 2,000 in the background',
  body: bulkBody,
  answer: bulkState,
});
export const readAct = defineRoute({
  method: 'get',
  path: '/acts/:actId',
  allow: 'talents.read',
  summary: 'Progress and result of a bulk act',
  params: actParams,
  answer: bulkState,
});
export const stopAct = defineRoute({
  method: 'post',
  path: '/acts/:actId/stop',
  allow: 'talents.write',
  summary: 'Stop a bulk act between two batches; what is done stays',
  params: actParams,
  answer: bulkState,
});
export const undoAct = defineRoute({
  method: 'post',
  path: '/acts/:actId/undo',
  allow: 'talents.write',
  summary: 'Take back an act of the last ten minutes; later edits stay',
  params: actParams,
  answer: undone,
});

export const mergeTalents = defineRoute({
  method: 'post',
  path: '/talents/:talentId/merge',
  allow: 'talents.merge',
  summary: 'Two records become one; can always be taken back',
  params: talentParams,
  body: mergeBody,
  answer: merged,
  status: 201,
});
export const undoMerge = defineRoute({
  method: 'post',
  path: '/merges/:mergeId/undo',
  allow: 'talents.merge',
  summary: 'Separate two people again; later edits stay with the kept one',
  params: z.object({ mergeId: z.uuid() }),
  answer: unmerged,
});

// Views and export
export const listViews = defineRoute({
  method: 'get',
  path: '/talents/views',
  allow: 'talents.save_views',
  summary: 'Saved views of mine and of the team, with live counts',
  answer: items(savedView),
});
export const createView = defineRoute({
  method: 'post',
  path: '/talents/views',
  allow: 'talents.save_views',
  summary: 'Save a view',
  body: newView,
  answer: savedView,
  status: 201,
});
export const changeView = defineRoute({
  method: 'patch',
  path: '/talents/views/:viewId',
  allow: 'talents.save_views',
  summary: 'Change a saved view of mine',
  params: viewParams,
  body: viewChange,
  answer: savedView,
});
export const deleteView = defineRoute({
  method: 'delete',
  path: '/talents/views/:viewId',
  allow: 'talents.save_views',
  summary: 'Delete a saved view of mine',
  params: viewParams,
  answer: 'nothing',
});
export const exportTalents = defineRoute({
  method: 'get',
  path: '/talents/export',
  allow: 'talents.export',
  summary: 'People as a CSV or XLSX file',
  query: exportQuery,
  answer: 'file',
});
