import { type AxisScale, dayOf, tenth } from './line-axis.ts';
import type { LineMeasures } from './line-sizes.ts';
import type { Touch, WarmthOverTime } from './line-types.ts';
import { halfWidth } from './stroke.ts';

export interface TouchMark {
  touch: Touch;
  x: number;
  /** Where the stroke leaves the line and where it ends, px from the top. */
  from: number;
  to: number;
  kind: 'ours' | 'theirs' | 'bulk';
}

const GAP = 1.2;
/** Bulk mail is half as high and never shorter than this. */
const SHORTEST_BULK = 3;

/** The strokes of all touches inside the axis: ours upwards, theirs downwards, bulk short and upwards. */
export function touchMarks(
  touches: readonly Touch[],
  warmthAt: WarmthOverTime,
  scale: AxisScale,
  measures: LineMeasures,
): TouchMark[] {
  if (measures.reach === 0) return [];
  return touches
    .map((touch) => ({ touch, day: dayOf(touch.on) }))
    .filter(({ day }) => day <= scale.today && scale.x(day) >= 0)
    .map(({ touch, day }) => markOf(touch, scale.x(day), halfWidth(warmthAt(day), measures), measures));
}

function markOf(touch: Touch, x: number, half: number, { middle, reach }: LineMeasures): TouchMark {
  if (touch.kind === 'bulk') {
    const from = middle - half - GAP;
    return {
      touch,
      x,
      kind: 'bulk',
      from: tenth(from),
      to: tenth(Math.min(middle - reach * 0.55, from - SHORTEST_BULK)),
    };
  }
  const away = Math.max(reach, half + 5);
  const sign = touch.direction === 'theirs' ? 1 : -1;
  return {
    touch,
    x,
    kind: touch.direction,
    from: tenth(middle + sign * (half + GAP)),
    to: tenth(middle + sign * away),
  };
}

/** Days until the permission ends; 30 or fewer are drawn thick. */
export const SOON_DAYS = 30;

export interface FutureMarks {
  next?: { x: number; kind: 'planned' | 'promised' | 'overdue' };
  end?: { x: number; soon: boolean };
  /** Dotted stretches along the middle, px. */
  dots: { from: number; to: number }[];
}

export interface FutureDates {
  planned?: string;
  promised?: string;
  endsOn?: string;
}

/** What lies ahead: the next step as a ring, the end of the permission as a bar, dots in between. */
export function futureMarks(dates: FutureDates, scale: AxisScale, ring: number): FutureMarks {
  const next = nextMark(dates, scale);
  const end = endMark(dates, scale);
  const start = scale.x(scale.today) + 1;
  const ahead = next === undefined || next.kind === 'overdue' ? undefined : next.x;
  return { next, end, dots: dotted(start, ahead, end?.x, ring) };
}

function endMark({ endsOn }: FutureDates, scale: AxisScale): FutureMarks['end'] {
  if (endsOn === undefined || dayOf(endsOn) < scale.today) return undefined;
  const day = dayOf(endsOn);
  return { x: Math.min(scale.x(day), scale.width - 1), soon: day - scale.today <= SOON_DAYS };
}

/** From today to the ring and from the ring to the end, without running through the ring. */
function dotted(start: number, ring: number | undefined, end: number | undefined, radius: number): FutureMarks['dots'] {
  const stretches =
    ring === undefined
      ? [{ from: start, to: end ?? start }]
      : [
          { from: start, to: ring - radius },
          { from: ring + radius + 1, to: end ?? ring },
        ];
  return stretches.filter(({ from, to }) => to > from);
}

function nextMark({ planned, promised }: FutureDates, scale: AxisScale): FutureMarks['next'] {
  const now = scale.x(scale.today);
  if (promised !== undefined && dayOf(promised) < scale.today) return { x: now, kind: 'overdue' };
  const on = promised ?? planned;
  if (on === undefined || dayOf(on) < scale.today) return undefined;
  return { x: Math.min(scale.x(dayOf(on)), scale.width - 5), kind: promised === undefined ? 'planned' : 'promised' };
}
