/** How a pool is run. A policy, not a tag: see `policy.ts`. */
export const MODES = ['volume', 'boutique'] as const;
export type Mode = (typeof MODES)[number];

/** Who sees a pool. `private`: its owner alone; `confidential`: its team, and nobody else learns that it exists. */
export const VISIBILITIES = ['private', 'team', 'all', 'confidential'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** Why somebody is left out when people are added: a key in `pools:left_out.*`. */
export const LEFT_OUT_REASONS = [
  'unknown',
  'wrong_entity',
  'no_ground',
  'already_there',
  'no_owner_and_deputy',
  'cap',
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** What somebody decides, or is advised to decide, about one person in a clean-up. */
export const DECISIONS = ['stay', 'pause', 'leave'] as const;
export type Decision = (typeof DECISIONS)[number];

/** An act on members is undone by the one who acted, for so long. */
export const UNDO_WITHIN_MINUTES = 10;
/** Counting of segments stops here; above it the screen says "more than". */
export const COUNT_LIMIT = 10_000;
/** A list of ids by hand; more people come by a segment. */
export const MOST_IDS = 1_000;
