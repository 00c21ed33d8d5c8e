import type { LanguageLevel } from '../recognition/types.ts';
import { rankOfLevel } from '../recognition/language-level.ts';

/**
 * The numbers behind the rules, one function per question. Scores of one person and ranks of a million call the same functions, so that
 * both give the same points.
 */
export interface Value {
  /** 0 to 1, of the wish's weight. */
  points: number;
  /** 0 to 1, of the wish's weight; the rest is unknown. */
  known: number;
}

export const UNKNOWN: Value = { points: 0, known: 0 };
export const MET: Value = { points: 1, known: 1 };
export const NOT_MET: Value = { points: 0, known: 1 };

/** Something near shows part of the wish; whether the rest is there too, nobody knows. */
export const partOf = (share: number): Value => ({ points: share, known: share });

/** Known points below this part of all points asked for count as this part: one known point does not make somebody the first. */
export const FLOOR_SHARE = 0.6;

export const rankShareOf = (points: number, known: number, total: number): number =>
  total > 0 ? points / Math.max(known, FLOOR_SHARE * total) : 0;

/** So much of the demand's weighted words are as good as all. */
const ENOUGH_WORDS = 0.6;

export const textValue = (overlap: number): Value => partOf(Math.min(1, overlap / ENOUGH_WORDS));

/** Skills alone show an occupation in part, as far as this. */
const BY_SKILLS = 0.6;

/**
 * @param closest of the person's occupations, 0 to 1
 * @param shownSkills of the essential ones, 0 to 1
 */
export function occupationValue(closest: number, shownSkills: number, hasOccupation: boolean): Value {
  const points = Math.max(closest, BY_SKILLS * shownSkills);
  return { points, known: hasOccupation ? 1 : points };
}

/** A language without a level is half a proof where a level is asked for. */
const WITHOUT_LEVEL = 0.5;

/** @param level 0 is unknown, 1 is A1, 6 is C2 */
export function languageValue(level: number, wanted: LanguageLevel | null): Value {
  const needed = rankOfLevel(wanted);
  if (needed === 0 || level >= needed) return MET;
  return level === 0 ? partOf(WITHOUT_LEVEL) : { points: level / (2 * needed), known: 1 };
}

const INTEREST_NEAR = 0.5;
export const interestValue = (closeness: 'same' | 'near' | 'none'): Value => {
  if (closeness === 'same') return MET;
  return closeness === 'near' ? partOf(INTEREST_NEAR) : UNKNOWN;
};

export type PlaceFit = 'here' | 'would_move' | 'remote' | 'elsewhere' | 'unknown';
const PLACES: Record<PlaceFit, Value> = {
  here: MET,
  would_move: partOf(0.5),
  remote: { points: 0.5, known: 1 },
  elsewhere: NOT_MET,
  unknown: UNKNOWN,
};
export const placeValue = (fit: PlaceFit): Value => PLACES[fit];

/** A wish of 60 % and a place of 100 % do not meet; 90 % and 100 % nearly do. */
const HOPELESS_PERCENT = 40;

/** Whole percent of full time. */
export function hoursValue(wish: { from: number; to: number }, planned: { from: number; to: number }): Value {
  const gap = Math.max(0, planned.from - wish.to, wish.from - planned.to);
  return { points: Math.max(0, 1 - gap / HOPELESS_PERCENT), known: 1 };
}

const SOON_DAYS = 92;

/** @param lateDays days between the planned start and the day somebody is free; negative: free before */
export function startValue(lateDays: number): Value {
  if (lateDays <= 0) return MET;
  return lateDays <= SOON_DAYS ? { points: 0.5, known: 1 } : NOT_MET;
}

export const percent = (share: number): number => Math.round(share * 100);

const MS_PER_DAY = 86_400_000;
/** Days since 1970 of a calendar date `YYYY-MM-DD`. */
export const dayNumber = (on: string): number => Math.round(Date.parse(`${on.slice(0, 10)}T00:00:00Z`) / MS_PER_DAY);
