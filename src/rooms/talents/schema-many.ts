import { z } from 'zod';
import { listFilter } from './schema-filter.ts';
import { lastTouch, listCount, member } from './schema.ts';
import { SORTS, STAGES } from './types.ts';

/** Marked people, or all that a filter finds without some. The filter is written as in the list's address. */
export const selection = z.union([
  z.object({ ids: z.array(z.uuid()).min(1).max(10_000) }).strict(),
  z.object({ filter: listFilter, except: z.array(z.uuid()).max(5_000).default([]) }).strict(),
]);
export type Selection = z.output<typeof selection>;

const tag = z.string().trim().min(1).max(60);
export const bulkAct = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add_tag'), tag }).strict(),
  z.object({ kind: z.literal('remove_tag'), tag }).strict(),
  z.object({ kind: z.literal('assign_owner'), ownerId: z.uuid().nullable() }).strict(),
  z.object({ kind: z.literal('assign_deputy'), deputyId: z.uuid().nullable() }).strict(),
  z.object({ kind: z.literal('set_stage'), stage: z.enum(STAGES) }).strict(),
  z
    .object({
      kind: z.literal('set_next_step'),
      nextStep: z.string().trim().max(200).nullable(),
      nextStepOn: z.iso.date().nullable(),
    })
    .strict(),
  z.object({ kind: z.literal('delete') }).strict(),
]);
export type BulkAct = z.output<typeof bulkAct>;

export const bulkBody = z.object({ selection, act: bulkAct }).strict();
/** Why somebody is left out: a key in `talents:bulk.left_out.*`. */
export const leftOut = z.object({ reason: z.enum(['already_so', 'stage_is_final']), count: z.number() });
export const bulkPreview = z.object({
  selected: z.number(),
  affected: z.number(),
  leftOut: z.array(leftOut),
  runsInBackground: z.boolean(),
});
export const ACT_STATES = ['running', 'done', 'stopped', 'failed', 'undoing', 'undone'] as const;
export const bulkState = z.object({
  actId: z.uuid(),
  kind: z.string(),
  state: z.enum(ACT_STATES),
  total: z.number(),
  done: z.number(),
  leftOut: z.array(leftOut),
  canUndo: z.boolean(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
});
export type BulkState = z.infer<typeof bulkState>;

export const binEntry = z.object({
  id: z.uuid(),
  title: z.string().nullable(),
  firstName: z.string(),
  lastName: z.string(),
  deletedAt: z.string(),
  deletedBy: member.nullable(),
  erasesOn: z.string(),
  lastTouch: lastTouch.nullable(),
});
export const binList = z.object({ items: z.array(binEntry), nextCursor: z.string().nullable(), count: listCount });

/** Fields that two people may differ in; `other` takes the value of the person who goes. Lists are always joined. */
export const MERGE_FIELDS = [
  'title',
  'firstName',
  'lastName',
  'birthName',
  'addressForm',
  'language',
  'preferredChannel',
  'role',
  'employer',
  'street',
  'postcode',
  'city',
  'country',
  'wishes',
  'availableFrom',
  'stage',
  'ownerId',
  'deputyId',
  'nextStep',
  'nextStepOn',
] as const;
export const mergeBody = z
  .object({ otherId: z.uuid(), fields: z.partialRecord(z.enum(MERGE_FIELDS), z.enum(['kept', 'other'])).default({}) })
  .strict();
export type MergeBody = z.output<typeof mergeBody>;
export const merged = z.object({ mergeId: z.uuid(), keptId: z.uuid() });
export const unmerged = z.object({ keptId: z.uuid(), restoredId: z.uuid() });

export const COLUMNS = [
  'role',
  'employer',
  'city',
  'permissions',
  'line',
  'warmth',
  'last_touch',
  'next_step',
  'stage',
  'owner',
  'segments',
  'tags',
  'erase_on',
  'created',
] as const;
/** Filter, order and columns as the list's address has them. */
export const viewState = z
  .object({
    filter: z
      .record(z.string().max(40), z.union([z.string().max(8000), z.number(), z.array(z.string().max(200)).max(50)]))
      .default({}),
    sort: z.enum(SORTS).optional(),
    direction: z.enum(['asc', 'desc']).optional(),
    columns: z
      .array(z.object({ name: z.enum(COLUMNS), width: z.number().int().min(40).max(800).optional() }).strict())
      .max(30)
      .optional(),
  })
  .strict();
export type ViewState = z.output<typeof viewState>;
const viewName = z.string().trim().min(1).max(80);
export const newView = z
  .object({
    name: viewName,
    isShared: z.boolean().default(false),
    isPinned: z.boolean().default(true),
    view: viewState,
  })
  .strict();
export const viewChange = z
  .object({ name: viewName, isShared: z.boolean(), isPinned: z.boolean(), view: viewState })
  .partial()
  .strict();
export const savedView = z.object({
  id: z.uuid(),
  name: z.string(),
  isShared: z.boolean(),
  isPinned: z.boolean(),
  isMine: z.boolean(),
  ownerName: z.string(),
  view: viewState,
  /** Null when the filter names something that is no longer there, or that the reader may not filter by. */
  count: listCount.nullable(),
});
export type SavedView = z.infer<typeof savedView>;

export const EXPORT_COLUMNS = [
  'title',
  'first_name',
  'last_name',
  'birth_name',
  'email',
  'phone',
  'linkedin',
  'role',
  'employer',
  'street',
  'postcode',
  'city',
  'country',
  'language',
  'address_form',
  'segments',
  'tags',
  'skills',
  'stage',
  'owner',
  'last_touch_on',
  'last_touch_direction',
  'next_step',
  'next_step_on',
  'erase_on',
  'created_on',
] as const;
export type ExportColumn = (typeof EXPORT_COLUMNS)[number];
export const exportQuery = listFilter.extend({
  format: z.enum(['csv', 'xlsx']).default('csv'),
  columns: z
    .union([z.enum(EXPORT_COLUMNS), z.array(z.enum(EXPORT_COLUMNS))])
    .transform((given) => [given].flat())
    .optional(),
  /** Needed above 200 people; kept in the audit log. */
  reason: z.string().trim().min(5).max(300).optional(),
  id: z
    .union([z.uuid(), z.array(z.uuid()).max(2000)])
    .transform((given) => [given].flat())
    .optional(),
});
export type ExportQuery = z.output<typeof exportQuery>;

/** Words that occur in the lists of these people, for filter menus; most frequent first. */
export const facetQuery = z
  .object({
    field: z.enum(['segment', 'tag', 'city', 'country', 'skill', 'interest', 'employer']),
    q: z.string().trim().max(80).optional(),
  })
  .strict();
export const facet = z.object({ value: z.string(), count: z.number() });
