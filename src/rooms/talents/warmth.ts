import type { Direction } from './types.ts';

const MS_PER_DAY = 86_400_000;

/** After so many days a contact counts half. @source LOOK section 3 */
export const HALF_LIFE_DAYS = 90;

/** How much one contact warms on its day, 0 to 1. An answer weighs more than our own word, a bulk mail hardly anything. */
const WEIGHT = { ours: 0.36, theirs: 0.42, bulk: 0.05 };

/** Lower bounds of kühl, mild, warm, nah. @source LOOK section 3 */
const STEP_BOUNDS = [0.1, 0.24, 0.4, 0.58];

/** A change under so much within 30 days is called steady. */
const STEADY_WITHIN = 0.03;

export interface WarmingTouch {
  /** `YYYY-MM-DD` */
  on: string;
  kind: 'personal' | 'bulk';
  direction: Direction;
}

export type WarmthStep = 1 | 2 | 3 | 4 | 5;
export interface Warmth {
  /** 0 to 1 */
  value: number;
  step: WarmthStep;
  trend: 'warming' | 'steady' | 'cooling';
}

/**
 * The chance that at least one contact is still felt (noisy-or), each fading with the half-life.
 * Used for care, never for suitability.
 * @returns 0 to 1
 */
export function warmthOn(touches: readonly WarmingTouch[], day: number): number {
  let cold = 1;
  for (const touch of touches) {
    const since = day - dayOf(touch.on);
    if (since >= 0) cold *= 1 - weightOf(touch) * 2 ** (-since / HALF_LIFE_DAYS);
  }
  return 1 - cold;
}

export function warmthOf(touches: readonly WarmingTouch[], now: Date): Warmth {
  const today = Math.floor(now.getTime() / MS_PER_DAY);
  const value = warmthOn(touches, today);
  return {
    value: Math.round(value * 1000) / 1000,
    step: stepOf(value),
    trend: trendBetween(warmthOn(touches, today - 30), value),
  };
}

export const stepOf = (value: number): WarmthStep =>
  (1 + STEP_BOUNDS.filter((bound) => value >= bound).length) as WarmthStep;

function trendBetween(before: number, now: number): Warmth['trend'] {
  if (Math.abs(now - before) < STEADY_WITHIN) return 'steady';
  return now > before ? 'warming' : 'cooling';
}

const dayOf = (on: string) => Math.floor(Date.parse(on) / MS_PER_DAY);
const weightOf = ({ kind, direction }: WarmingTouch) => (kind === 'bulk' ? WEIGHT.bulk : WEIGHT[direction]);
