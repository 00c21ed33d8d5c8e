import type { Touch, WarmthStep } from '#ground/ui/line/line-types.ts';
import { stepOf, trendOf, warmthOf as warmthOverTime } from '#ground/ui/line/warmth-over-time.ts';

const MS_PER_DAY = 86_400_000;

export interface Warmth {
  /** 0 to 1 */
  value: number;
  step: WarmthStep;
  trend: 'warming' | 'steady' | 'cooling';
}

/** How warm a relationship is today: the very formula that draws the line, so that word and stroke agree. For care, never for suitability. */
export function warmthOf(touches: readonly Touch[], now: Date): Warmth {
  const today = Math.floor(now.getTime() / MS_PER_DAY);
  const warmthAt = warmthOverTime(touches);
  const value = warmthAt(today);
  return { value: Math.round(value * 1000) / 1000, step: stepOf(value), trend: trendOf(warmthAt, today) };
}
