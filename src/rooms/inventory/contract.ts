import { z } from 'zod';
import { defineRoute } from '#ground/http/contract.ts';
import {
  columnMapping,
  duplicatePair,
  fileFormat,
  heldPerson,
  importBasis,
  importListItem,
  importRowView,
  importView,
  inventorySummary,
  MERGE_FIELDS,
  rowOutcome,
} from './schema.ts';

const importId = z.object({ importId: z.uuid() });
const pairId = z.object({ pairId: z.uuid() });
const page = { cursor: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) };

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
  query: z.object(page),
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
  query: z.object({ ...page, outcome: rowOutcome.optional(), withProblems: z.stringbool().optional() }),
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

export const readSummary = defineRoute({
  method: 'get',
  path: '/inventory/summary',
  allow: 'inventory.read',
  summary: 'Everyone the company knows, in numbers, and what to do first',
  answer: inventorySummary,
});

export const readRules = defineRoute({
  method: 'get',
  path: '/inventory/rules',
  allow: 'inventory.read',
  summary: 'The classification rules in force and their versions',
  answer: z.object({
    version: z.number(),
    rules: z.unknown(),
    setAt: z.string().nullable(),
    setBy: z.string().nullable(),
    history: z.array(
      z.object({ version: z.number(), setAt: z.string(), setBy: z.string().nullable(), note: z.string().nullable() }),
    ),
  }),
});
export const changeRules = defineRoute({
  method: 'put',
  path: '/inventory/rules',
  allow: 'inventory.manage_rules',
  summary: 'Set a new version of the rules; everyone is classified again',
  body: z.object({ basedOnVersion: z.number().int(), rules: z.unknown(), note: z.string().max(500).optional() }),
  answer: z.object({ version: z.number() }),
});
export const previewRules = defineRoute({
  method: 'post',
  path: '/inventory/rules/preview',
  allow: 'inventory.manage_rules',
  summary: 'How many people the given rules would put into each segment',
  body: z.object({ rules: z.unknown() }),
  answer: z.object({
    now: z.record(z.string(), z.number()),
    then: z.record(z.string(), z.number()),
    sampled: z.number(),
  }),
});
export const readClassifications = defineRoute({
  method: 'get',
  path: '/talents/:talentId/classifications',
  allow: 'talents.read',
  summary: 'In which segments somebody is, and why',
  params: z.object({ talentId: z.uuid() }),
  answer: z.object({
    items: z.array(
      z.object({
        segment: z.string(),
        ruleVersion: z.number(),
        reason: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
        decision: z.enum(['confirmed', 'rejected']).nullable(),
      }),
    ),
  }),
});
export const decideClassification = defineRoute({
  method: 'put',
  path: '/talents/:talentId/classifications/:segment',
  allow: 'talents.write',
  summary: 'A human word on a segment, which no rule changes',
  params: z.object({ talentId: z.uuid(), segment: z.enum(['silver_medalist', 'former', 'passive_contact']) }),
  body: z.object({ decision: z.enum(['confirmed', 'rejected']) }),
  answer: 'nothing',
});

export const listDuplicates = defineRoute({
  method: 'get',
  path: '/duplicates',
  allow: 'talents.merge',
  summary: 'Pairs that may be one person, most likely first',
  query: z.object({ ...page, state: z.enum(['open', 'merged', 'different', 'later']).default('open') }),
  answer: z.object({ items: z.array(duplicatePair), nextCursor: z.string().nullable(), openCount: z.number() }),
});
export const mergePair = defineRoute({
  method: 'post',
  path: '/duplicates/:pairId/merge',
  allow: 'talents.merge',
  summary: 'One person: join field by field; can be taken apart again',
  params: pairId,
  body: z.object({
    keep: z.enum(['a', 'b']),
    fields: z.partialRecord(z.enum(MERGE_FIELDS), z.enum(['a', 'b'])).default({}),
  }),
  answer: z.object({ mergeId: z.uuid(), talentId: z.uuid() }),
});
export const separatePair = defineRoute({
  method: 'post',
  path: '/duplicates/:pairId/separate',
  allow: 'talents.merge',
  summary: 'Take a merge apart: both are as before, later edits stay',
  params: pairId,
  answer: 'nothing',
});
export const decidePair = defineRoute({
  method: 'put',
  path: '/duplicates/:pairId/decision',
  allow: 'talents.merge',
  summary: 'Two persons, or decide later; remembered for ever',
  params: pairId,
  body: z.object({ decision: z.enum(['different', 'later', 'open']) }),
  answer: 'nothing',
});
export const searchDuplicates = defineRoute({
  method: 'post',
  path: '/duplicates/search',
  allow: 'talents.merge',
  summary: 'Search the whole inventory for duplicates in the background',
  answer: 'nothing',
});

export const listHeld = defineRoute({
  method: 'get',
  path: '/held-people',
  allow: 'inventory.import',
  summary: 'People without permission, shown to those who imported them',
  query: z.object({ ...page, importId: z.uuid().optional() }),
  answer: z.object({ items: z.array(heldPerson), nextCursor: z.string().nullable(), count: z.number() }),
});
export const inviteHeld = defineRoute({
  method: 'post',
  path: '/held-people/:heldId/invitation',
  allow: 'inventory.import',
  summary: 'The one invitation to consent: a letter with a link, to be sent by hand',
  status: 201,
  params: z.object({ heldId: z.uuid() }),
  body: z.object({ textId: z.uuid(), language: z.enum(['de', 'en']) }),
  answer: z.object({ subject: z.string(), body: z.string(), link: z.string() }),
});
export const readInvitation = defineRoute({
  method: 'get',
  path: '/consent-invitations/:token',
  allow: 'public',
  summary: 'What is asked; reading changes nothing',
  params: z.object({ token: z.string().min(20).max(100) }),
  answer: z.object({
    company: z.string(),
    name: z.string(),
    text: z.string(),
    language: z.string(),
    eraseOn: z.string(),
  }),
});
export const answerInvitation = defineRoute({
  method: 'post',
  path: '/consent-invitations/:token',
  allow: 'public',
  summary: 'Agree or leave',
  params: z.object({ token: z.string().min(20).max(100) }),
  body: z.object({ answer: z.enum(['agree', 'leave']) }),
  answer: z.object({ answer: z.enum(['agree', 'leave']) }),
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
