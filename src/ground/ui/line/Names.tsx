import type { LineMeasures } from './line-sizes.ts';
import type { FutureMarks, TouchMark } from './marks.ts';

/** Rough width of one letter at 11 px. */
const LETTER = 6.2;
const LINE_HEIGHT = 14;
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

/** Names of touches, above ours and below theirs. A name without room is left out: the list of touches has it. */
export function Names({ marks, taken }: { marks: readonly TouchMark[]; taken: readonly TakenPlace[] }) {
  const used = [...taken];
  return marks.map((mark, i) => {
    const place = placeOf(mark);
    if (!place || used.some((other) => collide(place, other))) return null;
    used.push(place);
    return (
      <text key={i} x={mark.x} y={place.y} textAnchor="middle">
        {mark.touch.name}
      </text>
    );
  });
}

function placeOf({ touch, x, to, kind }: TouchMark): TakenPlace | undefined {
  if (!touch.name) return undefined;
  const half = (touch.name.length * LETTER) / 2;
  return { from: x - half, to: x + half, y: kind === 'theirs' ? to + 18 : to - 7 };
}

const collide = (a: TakenPlace, b: TakenPlace) =>
  a.from < b.to + 6 && b.from < a.to + 6 && Math.abs(a.y - b.y) < LINE_HEIGHT;
