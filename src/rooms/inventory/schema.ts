import { z } from 'zod';
import { TARGET_FIELDS } from './types.ts';

export const fileFormat = z.object({
  kind: z.enum(['csv', 'xlsx', 'vcard', 'linkedin', 'cv']),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15']).optional(),
  separator: z.enum([',', ';', '\t', '|']).optional(),
  quote: z.enum(['"', "'", '']).optional(),
  sheet: z.string().optional(),
  headerLine: z.number().int().min(0),
});

export const columnMapping = z.object({
  column: z.number().int().min(0),
  header: z.string(),
  field: z.enum(TARGET_FIELDS),
  confidence: z.enum(['sure', 'guessed', 'ask', 'dropped']),
  reason: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  isSensitive: z.boolean(),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).optional(),
  decimal: z.enum([',', '.']).optional(),
  scale: z.object({ best: z.number(), worst: z.number() }).optional(),
  words: z.record(z.string(), z.string()).optional(),
  /** Up to five values from the file; empty for sensitive columns. */
  samples: z.array(z.string()).default([]),
});

/** On which basis the people of one legal segment may be kept; `ask_first` puts them into the holding area. */
const segmentBasis = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('consent_column'), textId: z.uuid() }).strict(),
  z.object({ kind: z.literal('legitimate_interest'), assessmentId: z.uuid() }).strict(),
  z.object({ kind: z.literal('ask_first') }).strict(),
]);
export type SegmentBasis = z.infer<typeof segmentBasis>;

export const importBasis = z
  .object({
    rejected_applicant: segmentBasis,
    alumni: segmentBasis,
    passive_contact: segmentBasis,
    referral: segmentBasis,
    sign_up: segmentBasis,
  })
  .partial()
  .strict();
export type ImportBasis = z.infer<typeof importBasis>;

export const OUTCOMES = ['created', 'updated', 'unchanged', 'held', 'rejected', 'suppressed', 'refused'] as const;
export const rowOutcome = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof rowOutcome>;

const importCounts = z.object({
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  held: z.number(),
  rejected: z.number(),
  suppressed: z.number(),
  /** People who said no: nothing of them is kept. */
  refused: z.number(),
  /** Rows that resemble somebody who is here; they come in and wait for a decision. */
  doubtful: z.number(),
  blank: z.number(),
});
export type ImportCounts = z.infer<typeof importCounts>;

/** What the dry run found; nothing was written. */
const checkResult = z.object({
  counts: importCounts,
  /** People per segment of the article, over the whole file. */
  segments: z.record(z.string(), z.number()),
  /** Per legal segment: how many rows, and what their basis makes of them. */
  bases: z.array(z.object({ legalSegment: z.string(), people: z.number(), kept: z.number(), held: z.number() })),
  /** Kinds of problems with how often and one example line. */
  problems: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(['fatal', 'dropped']),
      field: z.string(),
      count: z.number(),
      line: z.number(),
    }),
  ),
});
export type CheckResult = z.infer<typeof checkResult>;

const IMPORT_STATES = [
  'uploaded',
  'checking',
  'checked',
  'running',
  'paused',
  'done',
  'cancelled',
  'failed',
  'undoing',
  'undone',
] as const;

export const importView = z.object({
  id: z.uuid(),
  fileName: z.string(),
  fileBytes: z.number(),
  state: z.enum(IMPORT_STATES),
  format: fileFormat,
  sheets: z.array(z.string()),
  warnings: z.array(z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })),
  mapping: z.array(columnMapping),
  basis: importBasis,
  /** A mapping kept from an earlier file with the same columns was used. */
  profileName: z.string().nullable(),
  rowTotal: z.number().nullable(),
  rowsRead: z.number(),
  counts: importCounts,
  check: checkResult.nullable(),
  failure: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
  startedBy: z.string().nullable(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  undoneAt: z.string().nullable(),
  /** Rows per second of the running import, for "about 2 minutes left". */
  rowsPerSecond: z.number().nullable(),
  openDuplicates: z.number(),
});
export type ImportView = z.infer<typeof importView>;

export const importListItem = importView.pick({
  id: true,
  fileName: true,
  state: true,
  rowTotal: true,
  rowsRead: true,
  counts: true,
  createdAt: true,
  finishedAt: true,
  startedBy: true,
});
export type ImportListItem = z.infer<typeof importListItem>;

const rowProblem = z.object({
  column: z.number(),
  field: z.string(),
  severity: z.enum(['fatal', 'dropped']),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** One row of the file with what became of it (or, after a dry run, what would). Cells only for rejected rows. */
export const importRowView = z.object({
  line: z.number(),
  outcome: rowOutcome,
  talentId: z.string().nullable(),
  /** Name as far as it may be shown. */
  name: z.string().nullable(),
  problems: z.array(rowProblem),
  cells: z.array(z.string()).nullable(),
});
export type ImportRowView = z.infer<typeof importRowView>;

export const classificationRules = z.unknown();

const fieldWeight = z.object({ field: z.string(), level: z.string(), weightBits: z.number() });

/** One side of a pair for the comparison by eye. */
const duplicateSide = z.object({
  talentId: z.uuid(),
  name: z.string(),
  birthName: z.string().nullable(),
  role: z.string().nullable(),
  employer: z.string().nullable(),
  place: z.string().nullable(),
  emails: z.array(z.string()),
  phones: z.array(z.string()),
  links: z.array(z.string()),
  lastApplication: z.string().nullable(),
  source: z.string().nullable(),
  createdAt: z.string(),
  version: z.number(),
});
export type DuplicateSide = z.infer<typeof duplicateSide>;

export const duplicatePair = z.object({
  id: z.uuid(),
  probability: z.number(),
  weightBits: z.number(),
  fields: z.array(fieldWeight),
  state: z.enum(['open', 'merged', 'different', 'later']),
  a: duplicateSide,
  b: duplicateSide,
});
export type DuplicatePair = z.infer<typeof duplicatePair>;

export const MERGE_FIELDS = [
  'first_name',
  'last_name',
  'birth_name',
  'title',
  'role',
  'employer',
  'street',
  'postcode',
  'city',
  'country',
  'language',
  'address_form',
] as const;

/** The closing page: what the company has, and what to do first. */
export const inventorySummary = z.object({
  known: z.number(),
  talents: z.number(),
  held: z.number(),
  segments: z.object({
    silver_medalist: z.number(),
    former: z.number(),
    passive_contact: z.number(),
    other: z.number(),
  }),
  reachable: z.number(),
  openDuplicates: z.number(),
  heldErasedWithin30Days: z.number(),
  withoutOwner: z.number(),
  silentForAYear: z.number(),
  imports: z.number(),
  /** At most three, best first; each leads to a page. */
  nextSteps: z.array(
    z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])), to: z.string() }),
  ),
});
export type InventorySummary = z.infer<typeof inventorySummary>;

export const heldPerson = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string().nullable(),
  legalSegment: z.string(),
  segments: z.array(z.string()),
  obtainedOn: z.string(),
  eraseOn: z.string(),
  invitedAt: z.string().nullable(),
  /** How the letter stands that the product was to send; null when it was sent by hand, or none was written. */
  letter: z.enum(['waiting', 'sent', 'uncertain', 'undelivered']).nullable(),
  importId: z.string().nullable(),
});
export type HeldPerson = z.infer<typeof heldPerson>;
