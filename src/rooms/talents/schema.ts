import { z } from 'zod';
import {
  ADDRESS_FORMS,
  CHANNELS,
  DIRECTIONS,
  LANGUAGES_OF_TALENTS,
  PERMISSION_STATES,
  PREFERRED_CHANNELS,
  STAGES,
} from './types.ts';

export const talentParams = z.object({ talentId: z.uuid() });
export const member = z.object({ id: z.uuid(), name: z.string(), initials: z.string() });

/** One contact on the line. */
export const touch = z.object({
  on: z.string(),
  kind: z.enum(['personal', 'bulk']),
  direction: z.enum(DIRECTIONS),
  channel: z.enum(CHANNELS),
});
export const warmth = z.object({
  /** 0 to 1 */
  value: z.number(),
  step: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
  trend: z.enum(['warming', 'steady', 'cooling']),
});
export const permissionState = z.enum(PERMISSION_STATES);
export const permissions = z.object({ mail: permissionState, phone: permissionState, newsletter: permissionState });
export const lastTouch = z.object({ at: z.string(), direction: z.enum(DIRECTIONS), channel: z.enum(CHANNELS) });

const nameParts = { title: z.string().nullable(), firstName: z.string(), lastName: z.string() };

/** One line of the list. Names come in parts; the screen puts them together. */
export const talentRow = z.object({
  id: z.uuid(),
  ...nameParts,
  role: z.string().nullable(),
  employer: z.string().nullable(),
  city: z.string().nullable(),
  permissions,
  /** Contacts of the last 24 months, oldest first, at most 60. */
  touches: z.array(touch),
  warmth,
  lastTouch: lastTouch.nullable(),
  nextStep: z.string().nullable(),
  nextStepOn: z.string().nullable(),
  stage: z.enum(STAGES),
  owner: member.nullable(),
  segments: z.array(z.string()),
  tags: z.array(z.string()),
  eraseOn: z.string(),
  version: z.number(),
});
export type TalentRow = z.infer<typeof talentRow>;

export const listCount = z.object({ value: z.number(), isExact: z.boolean() });
export const talentList = z.object({ items: z.array(talentRow), nextCursor: z.string().nullable(), count: listCount });

/** One answer of the palette; `found` are the letters to show bold, as [from, to) in `name`. */
export const suggestion = z.object({
  id: z.uuid(),
  ...nameParts,
  name: z.string(),
  role: z.string().nullable(),
  employer: z.string().nullable(),
  city: z.string().nullable(),
  found: z.array(z.tuple([z.number(), z.number()])),
  permissions,
  touches: z.array(touch),
  warmth,
});

/** Facts of a person. Keys that a role may not see are absent. */
export const talentFacts = z.object({
  id: z.uuid(),
  version: z.number(),
  ...nameParts,
  birthName: z.string().nullable(),
  addressForm: z.enum(ADDRESS_FORMS).nullable(),
  language: z.enum(LANGUAGES_OF_TALENTS).nullable(),
  preferredChannel: z.enum(PREFERRED_CHANNELS).nullable(),
  role: z.string().nullable(),
  employer: z.string().nullable(),
  street: z.string().nullable().optional(),
  postcode: z.string().nullable().optional(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  wishes: z.string().nullable().optional(),
  availableFrom: z.string().nullable(),
  stage: z.enum(STAGES),
  stageSince: z.string(),
  owner: member.nullable(),
  deputy: member.nullable(),
  segments: z.array(z.string()),
  tags: z.array(z.string()),
  lastTouch: lastTouch.nullable(),
  nextStep: z.string().nullable(),
  nextStepOn: z.string().nullable(),
  eraseOn: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  deletedAt: z.string().nullable(),
});
export type TalentFacts = z.infer<typeof talentFacts>;

/** What one act did, to be taken back with `POST /acts/:actId/undo`. */
export const acted = z.object({ actId: z.uuid() });
export const made = z.object({ actId: z.uuid(), id: z.uuid() });
export const undone = z.object({ undone: z.number(), kept: z.number() });
export const edited = z.object({ actId: z.uuid(), talent: talentFacts });
export const lookalike = z.object({
  id: z.uuid(),
  ...nameParts,
  role: z.string().nullable(),
  employer: z.string().nullable(),
  city: z.string().nullable(),
  matchedOn: z.array(z.enum(['email', 'phone', 'name', 'place'])),
});
