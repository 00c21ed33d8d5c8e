import { z } from 'zod';
import { member, permissionState, talentFacts, touch, warmth } from './schema.ts';
import {
  ADDRESS_KINDS,
  APPLICATION_OUTCOMES,
  APPLICATION_STAGES,
  CHANNELS,
  DIRECTIONS,
  EMPLOYMENT_KINDS,
} from './types.ts';

export const address = z.object({
  id: z.uuid(),
  kind: z.enum(ADDRESS_KINDS),
  value: z.string(),
  label: z.string().nullable(),
  isPrimary: z.boolean(),
  bouncedAt: z.string().nullable(),
});
export const station = z.object({
  id: z.uuid(),
  employer: z.string(),
  role: z.string().nullable(),
  unit: z.string().nullable(),
  isOurs: z.boolean(),
  employmentKind: z.enum(EMPLOYMENT_KINDS).nullable(),
  startedOn: z.string().nullable(),
  endedOn: z.string().nullable(),
  exitReason: z.string().nullable().optional(),
  rehireWish: z.enum(['yes', 'no', 'unknown']).nullable(),
  source: z.string(),
});
export const application = z.object({
  id: z.uuid(),
  vacancy: z.string().nullable(),
  appliedOn: z.string().nullable(),
  furthestStage: z.enum(APPLICATION_STAGES).nullable(),
  outcome: z.enum(APPLICATION_OUTCOMES),
  ratingShare: z.number().nullable(),
  place: z.number().nullable(),
  fieldSize: z.number().nullable(),
  closedOn: z.string().nullable(),
  closingReason: z.string().nullable().optional(),
  channel: z.string().nullable(),
  source: z.string(),
});
export const skill = z.object({
  id: z.uuid(),
  kind: z.enum(['skill', 'interest']),
  name: z.string(),
  evidence: z.string().nullable(),
  source: z.string(),
  isProposed: z.boolean(),
});
export const note = z.object({
  id: z.uuid(),
  body: z.string(),
  writtenBy: member.nullable(),
  source: z.string(),
  sourceUrl: z.string().nullable(),
  sourceSeenOn: z.string().nullable(),
  version: z.number(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export const promise = z.object({
  id: z.uuid(),
  what: z.string(),
  dueOn: z.string(),
  owner: member.nullable(),
  givenAt: z.string(),
  keptAt: z.string().nullable(),
});
export const talentFile = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number(),
  uploadedBy: member.nullable(),
  createdAt: z.string(),
});
/** Why the person may be kept, and until when. `evidence` of the consent is not shown here. */
export const shownGround = z.object({
  id: z.uuid(),
  segment: z.string(),
  purpose: z.string(),
  basis: z.string(),
  countryProfile: z.string(),
  source: z.string(),
  obtainedOn: z.string(),
  eraseOn: z.string(),
  eraseReason: z.string(),
  consent: z.object({ on: z.string(), form: z.string(), textVersion: z.number().nullable() }).nullable(),
});
/** One way of contact with why: `reason` is a key in `talents:permission.reason.*`. */
export const permissionWithReason = z.object({
  channel: z.enum(['mail', 'phone', 'newsletter']),
  state: permissionState,
  reason: z.string(),
  on: z.string().nullable(),
  until: z.string().nullable(),
  form: z.string().nullable(),
  textVersion: z.number().nullable(),
  /** The reason as the consent room has it, with all its facts. */
  said: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])) }),
});
export const change = z.object({
  id: z.uuid(),
  actId: z.uuid(),
  field: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  at: z.string(),
  by: member.nullable(),
  source: z.string(),
  version: z.number().nullable(),
  isUndone: z.boolean(),
});
export const mergeEntry = z.object({
  id: z.uuid(),
  goneId: z.uuid(),
  goneName: z.string(),
  mergedAt: z.string(),
  mergedBy: member.nullable(),
});

/** One entry of the stream, newest first. What a kind does not have is absent. */
export const TIMELINE_KINDS = [
  'touchpoint',
  'note',
  'change',
  'promise',
  'application',
  'permission',
  'merge',
] as const;
export const timelineEntry = z.object({
  id: z.string(),
  kind: z.enum(TIMELINE_KINDS),
  at: z.string(),
  by: member.nullable(),
  channel: z.enum(CHANNELS).optional(),
  direction: z.enum(DIRECTIONS).optional(),
  isBulk: z.boolean().optional(),
  subject: z.string().nullable().optional(),
  body: z.string().nullable().optional(),
  source: z.string().optional(),
  sourceUrl: z.string().nullable().optional(),
  version: z.number().optional(),
  /** kind `change`: which field, and its values; kind `permission` and `application`: facts for the sentence. */
  field: z.string().optional(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  actId: z.string().optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;
export const timeline = z.object({ items: z.array(timelineEntry), nextCursor: z.string().nullable() });
export const timelineQuery = z
  .object({
    kind: z
      .union([z.enum(TIMELINE_KINDS), z.array(z.enum(TIMELINE_KINDS))])
      .transform((kind) => [kind].flat())
      .optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  })
  .strict();

export const talentProfile = z.object({
  talent: talentFacts,
  warmth,
  /** From the first contact on, oldest first, at most 400. */
  touches: z.array(touch),
  permissions: z.array(permissionWithReason),
  grounds: z.array(shownGround),
  addresses: z.array(address).optional(),
  stations: z.array(station),
  applications: z.array(application),
  skills: z.array(skill),
  promises: z.array(promise),
  files: z.array(talentFile).optional(),
  timeline,
  merges: z.array(mergeEntry),
});
export type TalentProfile = z.infer<typeof talentProfile>;
