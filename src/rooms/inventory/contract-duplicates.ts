import { z } from 'zod';
import { defineRoute } from '#ground/http/contract.ts';
import { pageQuery } from './contract-page.ts';
import { duplicatePair, MERGE_FIELDS } from './schema.ts';

const pairId = z.object({ pairId: z.uuid() });

export const listDuplicates = defineRoute({
  method: 'get',
  path: '/duplicates',
  allow: 'talents.merge',
  summary: 'Pairs that may be one person, most likely first',
  query: z.object({ ...pageQuery, state: z.enum(['open', 'merged', 'different', 'later']).default('open') }),
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
