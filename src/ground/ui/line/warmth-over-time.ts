import { dayOf } from './line-axis.ts';
import type { Touch, WarmthOverTime, WarmthStep } from './line-types.ts';

/** After so many days a touch counts half. @source LOOK section 3 */
export const HALF_LIFE_DAYS = 90;

/** How much one touch warms on its day, 0 to 1. An answer weighs more than our own word, a bulk mail hardly anything. */
const WEIGHT = { ours: 0.36, theirs: 0.42, bulk: 0.05 };

/** Lower bounds of kühl, mild, warm, nah. @source LOOK section 3 */
const STEP_BOUNDS = [0.1, 0.24, 0.4, 0.58];

export const STEP_NAMES = ['distant', 'cool', 'mild', 'warm', 'close'] as const;

/**
 * Noisy-or of all touches so far, each fading with the half-life: the chance that at least one is still felt.
 * @returns warmth 0 to 1 for any day
 */
export function warmthOf(touches: readonly Touch[]): WarmthOverTime {
  const felt = touches.map((touch) => ({ day: dayOf(touch.on), weight: weightOf(touch) }));
  return (day) => {
    let cold = 1;
    for (const touch of felt) {
      if (touch.day <= day) cold *= 1 - touch.weight * 2 ** ((touch.day - day) / HALF_LIFE_DAYS);
    }
    return 1 - cold;
  };
}

export function stepOf(warmth: number): WarmthStep {
  return (1 + STEP_BOUNDS.filter((bound) => warmth >= bound).length) as WarmthStep;
}

export const stepName = (step: WarmthStep): (typeof STEP_NAMES)[number] => STEP_NAMES[step - 1] ?? 'distant';

/** Direction over the last 30 days. A change under three points is called steady. */
export function trendOf(warmthAt: WarmthOverTime, today: number): 'warming' | 'steady' | 'cooling' {
  const change = warmthAt(today) - warmthAt(today - 30);
  if (Math.abs(change) < 0.03) return 'steady';
  return change > 0 ? 'warming' : 'cooling';
}

const weightOf = (touch: Touch) => (touch.kind === 'bulk' ? WEIGHT.bulk : WEIGHT[touch.direction]);
