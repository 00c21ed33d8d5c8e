import type { LineMeasures } from './line-sizes.ts';
import type { FutureMarks, TouchMark } from './marks.ts';

/** Rough width of one letter at 11 px. */
const LETTER = 6.2;
const LINE_HEIGHT = 14;
const BEFORE_TODAY = 3;
export const END_LABEL_AFTER = 40;
export const END_LABEL_BELOW = 28;

/** A stretch that another label already uses; `y` is its baseline. */
export interface TakenPlace {
  from: number;
  to: number;
  y: number;
}

/** Where the labels of the future stand, so that names of touches keep away. */
export function takenBy(
  { next, end }: FutureMarks,
  { middle, overdueAt, ring }: LineMeasures,
  overdueLabel = '',
  endLabel = '',
): TakenPlace[] {
  const overdueEnd = (next?.x ?? 0) - ring - 6;
  const endEnd = (end?.x ?? 0) + END_LABEL_AFTER;
  return [
    next?.kind === 'overdue' && { from: overdueEnd - overdueLabel.length * LETTER, to: overdueEnd, y: overdueAt + 4 },
    end && { from: endEnd - endLabel.length * LETTER, to: endEnd, y: middle + END_LABEL_BELOW },
  ].filter((place) => place !== undefined && place !== false);
}

interface NamesProps {
  marks: readonly TouchMark[];
  taken: readonly TakenPlace[];
  /** Px; no name is written across the stroke of today, and none over the left edge. */
  today: number;
}

/** Names of touches, above ours and below theirs. A name without room is left out: the list of touches has it. */
export function Names({ marks, taken, today }: NamesProps) {
  const used = [...taken];
  return marks.map((mark, i) => {
    const place = placeOf(mark, today);
    if (!place || used.some((other) => collide(place, other))) return null;
    used.push(place);
    return (
      <text key={i} x={(place.from + place.to) / 2} y={place.y} textAnchor="middle">
        {mark.touch.name}
      </text>
    );
  });
}

function placeOf({ touch, x, to, kind }: TouchMark, today: number): TakenPlace | undefined {
  if (!touch.name) return undefined;
  const width = touch.name.length * LETTER;
  const from = Math.max(0, Math.min(x - width / 2, today - BEFORE_TODAY - width));
  return { from, to: from + width, y: kind === 'theirs' ? to + 18 : to - 7 };
}

const collide = (a: TakenPlace, b: TakenPlace) =>
  a.from < b.to + 6 && b.from < a.to + 6 && Math.abs(a.y - b.y) < LINE_HEIGHT;
