import { z } from 'zod';
import { defineRoute } from '#ground/http/contract.ts';
import { pageQuery } from './contract-page.ts';
import {
  columnMapping,
  fileFormat,
  importBasis,
  importListItem,
  importRowView,
  importView,
  rowOutcome,
} from './schema.ts';

const importId = z.object({ importId: z.uuid() });

/** The file as raw bytes, `Content-Type: application/octet-stream`, at most 2 GB. */
export const uploadImport = defineRoute({
  method: 'post',
  path: '/imports',
  allow: 'inventory.import',
  summary: 'Drop a file: it is read, recognised and waits for the mapping',
  status: 201,
  query: z.object({ fileName: z.string().min(1).max(255) }),
  body: 'file',
  answer: importView,
});
export const listImports = defineRoute({
  method: 'get',
  path: '/imports',
  allow: 'inventory.read',
  summary: 'Imports, newest first',
  query: z.object(pageQuery),
  answer: z.object({ items: z.array(importListItem), nextCursor: z.string().nullable() }),
});
export const readImport = defineRoute({
  method: 'get',
  path: '/imports/:importId',
  allow: 'inventory.read',
  summary: 'One import with its mapping and progress',
  params: importId,
  answer: importView,
});
export const correctFormat = defineRoute({
  method: 'put',
  path: '/imports/:importId/format',
  allow: 'inventory.import',
  summary: 'Correct how the file is read; columns are recognised again',
  params: importId,
  body: fileFormat.partial(),
  answer: importView,
});
export const setMapping = defineRoute({
  method: 'put',
  path: '/imports/:importId/mapping',
  allow: 'inventory.import',
  summary: 'Say what becomes of each column',
  params: importId,
  body: z.object({
    columns: z.array(
      columnMapping.pick({ column: true, field: true, dateOrder: true, decimal: true, scale: true, words: true }),
    ),
  }),
  answer: importView,
});
export const setBasis = defineRoute({
  method: 'put',
  path: '/imports/:importId/basis',
  allow: 'inventory.import',
  summary: 'Say on which legal basis each segment may be kept',
  params: importId,
  body: importBasis,
  answer: importView,
});
/** The dry run reads the whole file and writes nothing. */
export const startCheck = defineRoute({
  method: 'post',
  path: '/imports/:importId/check',
  allow: 'inventory.import',
  summary: 'Start the dry run',
  params: importId,
  answer: importView,
});
export const startRun = defineRoute({
  method: 'post',
  path: '/imports/:importId/run',
  allow: 'inventory.import',
  summary: 'Start or resume the import',
  params: importId,
  answer: importView,
});
export const pauseRun = defineRoute({
  method: 'post',
  path: '/imports/:importId/pause',
  allow: 'inventory.import',
  summary: 'Pause after the current batch',
  params: importId,
  answer: importView,
});
export const cancelRun = defineRoute({
  method: 'post',
  path: '/imports/:importId/cancel',
  allow: 'inventory.import',
  summary: 'Stop; what came in stays until it is undone',
  params: importId,
  answer: importView,
});
export const undoImport = defineRoute({
  method: 'post',
  path: '/imports/:importId/undo',
  allow: 'inventory.import',
  summary: 'Take the whole import back; later edits stay',
  params: importId,
  answer: importView,
});
export const listImportRows = defineRoute({
  method: 'get',
  path: '/imports/:importId/rows',
  allow: 'inventory.read',
  summary: 'What became of each row',
  params: importId,
  query: z.object({ ...pageQuery, outcome: rowOutcome.optional(), withProblems: z.stringbool().optional() }),
  answer: z.object({ items: z.array(importRowView), nextCursor: z.string().nullable(), headers: z.array(z.string()) }),
});
export const correctRow = defineRoute({
  method: 'put',
  path: '/imports/:importId/rows/:line',
  allow: 'inventory.import',
  summary: 'Mend cells of one row before the import',
  params: importId.extend({ line: z.coerce.number().int() }),
  body: z.object({
    cells: z
      .array(z.object({ column: z.number().int().min(0), value: z.string().max(2000) }))
      .min(1)
      .max(100),
  }),
  answer: importRowView,
});
export const downloadErrors = defineRoute({
  method: 'get',
  path: '/imports/:importId/errors',
  allow: 'inventory.import',
  summary: 'Rejected rows as a file to correct and drop again',
  params: importId,
  query: z.object({ format: z.enum(['csv', 'xlsx']).default('xlsx') }),
  answer: 'file',
});

/** A curriculum vitae is read and proposed; nothing is stored before somebody confirms. */
export const readCvFile = defineRoute({
  method: 'post',
  path: '/cvs',
  allow: 'inventory.import',
  summary: 'Read a CV (PDF or DOCX) and propose facts with the place they came from',
  query: z.object({ fileName: z.string().min(1).max(255) }),
  body: 'file',
  answer: z.object({
    text: z.string(),
    language: z.enum(['de', 'en', 'fr', 'it']).optional(),
    warnings: z.array(z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })),
    /** `value` is text, or for a station `{employer, role, from, to}`; `offset` counts characters of `text`. */
    proposals: z.array(
      z.object({
        field: z.string(),
        value: z.unknown(),
        quote: z.string(),
        page: z.number().optional(),
        offset: z.number(),
      }),
    ),
  }),
});
