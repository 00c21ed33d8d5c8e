import type { LeftOutReason, Mode } from './types.ts';

/** What a pool's mode demands and forbids. Other rooms ask it before they add, write or send. */
export interface PoolPolicy {
  mode: Mode;
  /** Adding, writing or sending to many at once. */
  allowsBulk: boolean;
  /** Every member needs a sentence why. */
  needsReason: boolean;
  /** Every member needs somebody who looks after them, and a deputy. */
  needsOwnerAndDeputy: boolean;
  /** How many people one owner can really look after; null: as many as come. */
  capPerOwner: number | null;
}

/** People whom one owner can look after for years. @source PRODUCT section 2, "Two modes, as policy and not as a tag" */
export const DEFAULT_CAP = 25;

const POLICIES: Record<Mode, PoolPolicy> = {
  volume: { mode: 'volume', allowsBulk: true, needsReason: false, needsOwnerAndDeputy: false, capPerOwner: null },
  boutique: {
    mode: 'boutique',
    allowsBulk: false,
    needsReason: true,
    needsOwnerAndDeputy: true,
    capPerOwner: DEFAULT_CAP,
  },
};

export const policyOf = (mode: Mode): PoolPolicy => POLICIES[mode];

/** One person who is to be added, as far as the policy asks. */
export interface Entrant {
  ownerId: string | null;
  deputyId: string | null;
  /** How many people this owner looks after in the pool already. */
  ownersPeople: number;
}

/** The pool they are to be added to; its own cap goes before the usual one. */
export interface Entry {
  mode: Mode;
  cap: number | null;
  reason: string | null;
  /** How many are added by this act. */
  people: number;
  /** By name, one by one; anything that a rule finds is many. */
  via: 'hand' | 'rule';
}

/** Refusals of a whole act, whoever is meant. */
export type EntryRefusal = 'bulk_forbidden' | 'reason_needed';

/** @returns undefined when the act as such is allowed; the people are asked one by one with `leftOutOf` */
export function refusalOf({ mode, reason, people, via }: Entry): EntryRefusal | undefined {
  const policy = policyOf(mode);
  if (!policy.allowsBulk && (people > 1 || via === 'rule')) return 'bulk_forbidden';
  if (policy.needsReason && (reason === null || reason.trim() === '')) return 'reason_needed';
  return undefined;
}

/** Why this person may not enter; undefined when they may. */
export function leftOutOf(
  { mode, cap }: Pick<Entry, 'mode' | 'cap'>,
  entrant: Entrant,
): Extract<LeftOutReason, 'no_owner_and_deputy' | 'cap'> | undefined {
  const policy = policyOf(mode);
  if (policy.needsOwnerAndDeputy && lacksPeople(entrant)) return 'no_owner_and_deputy';
  const most = policy.capPerOwner === null ? Infinity : (cap ?? policy.capPerOwner);
  return entrant.ownersPeople >= most ? 'cap' : undefined;
}

/** Members as they are, for a change of mode or cap. */
export interface StandingMember {
  ownerId: string | null;
  deputyId: string | null;
  hasReason: boolean;
}

/** What stands in the way of running these people in this mode, counted; all zero when nothing does. */
export function obstaclesOf(
  { mode, cap }: Pick<Entry, 'mode' | 'cap'>,
  members: readonly StandingMember[],
): { withoutReason: number; withoutOwnerAndDeputy: number; overCap: number } {
  const policy = policyOf(mode);
  const looksAfter = Map.groupBy(members, ({ ownerId }) => ownerId);
  const most = policy.capPerOwner === null ? null : (cap ?? policy.capPerOwner);
  const over = [...looksAfter].map(([ownerId, people]) =>
    ownerId === null || most === null ? 0 : Math.max(0, people.length - most),
  );
  return {
    withoutReason: policy.needsReason ? members.filter(({ hasReason }) => !hasReason).length : 0,
    withoutOwnerAndDeputy: policy.needsOwnerAndDeputy ? members.filter(lacksPeople).length : 0,
    overCap: over.reduce((sum, one) => sum + one, 0),
  };
}

const lacksPeople = ({ ownerId, deputyId }: Pick<Entrant, 'ownerId' | 'deputyId'>) =>
  ownerId === null || deputyId === null || ownerId === deputyId;
