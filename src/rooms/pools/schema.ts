import { z } from 'zod';
import { member } from '#rooms/talents/schema.ts';
import { STAGES } from '#rooms/talents/types.ts';
import { LEFT_OUT_REASONS, MODES, MOST_IDS, VISIBILITIES } from './types.ts';

export const poolParams = z.object({ poolId: z.uuid() });
export const poolMemberParams = poolParams.extend({ talentId: z.uuid() });
export const poolActParams = z.object({ actId: z.uuid() });

const poolName = z.string().trim().min(1).max(80);
const purpose = z.string().trim().max(500);
const cap = z.number().int().min(1).max(200);
const reason = z.string().trim().min(1).max(500);

export const newPool = z
  .object({
    name: poolName,
    purpose: purpose.default(''),
    mode: z.enum(MODES),
    visibility: z.enum(VISIBILITIES).default('all'),
    /** Boutique only; without it the usual one. */
    capPerOwner: cap.optional(),
    /** The one who makes it, when it is left out. */
    ownerId: z.uuid().optional(),
    team: z.array(z.uuid()).max(100).default([]),
    /** The first of the member's legal entities, when it is left out. */
    entityId: z.uuid().optional(),
  })
  .strict();
export type NewPool = z.output<typeof newPool>;

export const poolChanges = z
  .object({
    name: poolName,
    purpose,
    mode: z.enum(MODES),
    visibility: z.enum(VISIBILITIES),
    capPerOwner: cap,
    ownerId: z.uuid(),
    team: z.array(z.uuid()).max(100),
  })
  .partial()
  .strict();
export type PoolChanges = z.output<typeof poolChanges>;
export const editPoolBody = z.object({ version: z.number().int().min(1), changes: poolChanges }).strict();

export const poolCard = z.object({
  id: z.uuid(),
  version: z.number(),
  name: z.string(),
  purpose: z.string(),
  mode: z.enum(MODES),
  visibility: z.enum(VISIBILITIES),
  capPerOwner: z.number().nullable(),
  owner: member.nullable(),
  people: z.number(),
  /** Of these people, who rests until a day. */
  paused: z.number(),
  /** Whether the reader may enter; of a team's pool others know the name and the number. */
  isOpen: z.boolean(),
  mayEdit: z.boolean(),
  createdAt: z.string(),
  archivedAt: z.string().nullable(),
});
export type PoolCard = z.infer<typeof poolCard>;

/** That there is a pool, and nothing else; for the privacy officer. */
export const hiddenPool = z.object({
  mode: z.enum(MODES),
  visibility: z.enum(VISIBILITIES),
  owner: member.nullable(),
  createdAt: z.string(),
});
export const poolList = z.object({ items: z.array(poolCard), hidden: z.array(hiddenPool) });
export const poolListQuery = z.object({ archived: z.enum(['yes', 'no']).default('no') });

export const poolPage = poolCard.extend({
  team: z.array(member),
  stages: z.array(z.object({ stage: z.enum(STAGES), people: z.number() })),
  /** Who looks after how many of these people; null: nobody. */
  owners: z.array(z.object({ owner: member.nullable(), people: z.number() })),
  allowsBulk: z.boolean(),
  needsReason: z.boolean(),
  needsOwnerAndDeputy: z.boolean(),
});
export type PoolPage = z.infer<typeof poolPage>;

/** Marked people by hand, or everyone whom a saved or an unsaved rule finds. */
export const poolSelection = z.union([
  z.object({ ids: z.array(z.uuid()).min(1).max(MOST_IDS) }).strict(),
  z.object({ segmentId: z.uuid() }).strict(),
  z.object({ rule: z.unknown() }).strict(),
]);
export type PoolSelection = z.output<typeof poolSelection>;
export const addBody = z.object({ selection: poolSelection, reason: reason.optional() }).strict();
export type AddBody = z.output<typeof addBody>;

export const leftOut = z.object({ reason: z.enum(LEFT_OUT_REASONS), count: z.number() });
export const addPreview = z.object({ selected: z.number(), added: z.number(), leftOut: z.array(leftOut) });
export const memberAct = z.object({ actId: z.uuid(), people: z.number(), leftOut: z.array(leftOut) });
export const removeBody = z.object({ ids: z.array(z.uuid()).min(1).max(MOST_IDS) }).strict();
export const membershipChanges = z
  .object({ reason: reason.nullable(), pausedUntil: z.iso.date().nullable() })
  .partial()
  .strict();
export const undonePoolAct = z.object({ undone: z.number(), kept: z.number() });

export const membership = z.object({
  talentId: z.uuid(),
  addedAt: z.string(),
  addedBy: member.nullable(),
  reason: z.string().nullable(),
  source: z.string(),
  pausedUntil: z.string().nullable(),
  hasOwnerAndDeputy: z.boolean(),
});
export type Membership = z.infer<typeof membership>;
export const membershipQuery = z
  .object({ cursor: z.string().max(300).optional(), limit: z.coerce.number().int().min(1).max(500).default(200) })
  .strict();
export const membershipList = z.object({ items: z.array(membership), nextCursor: z.string().nullable() });

/** How good a pool still is. All numbers are people. */
export const poolHealth = z.object({
  people: z.number(),
  paused: z.number(),
  /** Days since the last contact from human to human. */
  silence: z.object({ under90: z.number(), under365: z.number(), over365: z.number(), never: z.number() }),
  /** Days since anything about the person was changed, or somebody spoke with them. */
  age: z.object({ under180: z.number(), under365: z.number(), over365: z.number() }),
  /** Absent for roles that see no contact data. */
  reach: z.object({ mail: z.number(), bounced: z.number(), phoneOnly: z.number(), nothing: z.number() }).optional(),
  /** Last answers to whether they may be kept and contacted. Absent as above. */
  permission: z.object({ yes: z.number(), no: z.number(), ended: z.number(), never: z.number() }).optional(),
  erasesSoon: z.number(),
  withoutOwner: z.number(),
  withoutDeputy: z.number(),
});
export type PoolHealth = z.infer<typeof poolHealth>;

/** A public sign-up, and whether who confirms it comes into this pool. */
export const poolSignUp = z.object({
  formId: z.uuid(),
  name: z.string(),
  isOn: z.boolean(),
  leads: z.enum(['here', 'elsewhere', 'nowhere']),
});
export type PoolSignUp = z.infer<typeof poolSignUp>;

/** Where one person is, for their page. */
export const personPools = z.object({
  pools: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      mode: z.enum(MODES),
      reason: z.string().nullable(),
      addedAt: z.string(),
      addedBy: member.nullable(),
      pausedUntil: z.string().nullable(),
    }),
  ),
  segments: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
