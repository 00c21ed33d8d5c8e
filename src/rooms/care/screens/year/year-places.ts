const MS_PER_DAY = 86_400_000;

/** Where a day stands in its year, 0 to 1. */
export function shareOfYear(day: string, year: number): number {
  const start = Date.UTC(year, 0, 1);
  const days = (Date.UTC(year + 1, 0, 1) - start) / MS_PER_DAY;
  return (Date.parse(day) - start) / MS_PER_DAY / days;
}

/** Months as [number, share of the year at its start]. */
export const monthStarts = (year: number): { month: number; at: number }[] =>
  Array.from({ length: 12 }, (_, month) => ({
    month,
    at: shareOfYear(new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10), year),
  }));

/** Two marks closer than this would lie on each other on a phone. */
const DAYS_APART = 26;
/** On the line, above it, below it. */
const LANES = [0, -1, 1] as const;

/**
 * Beside, above or below the line, so that marks of neighbouring days can each be hit.
 * @param days ascending
 * @returns 0, -1 or 1 for each
 */
export function lanesOf(days: readonly string[]): number[] {
  const last = LANES.map(() => Number.NEGATIVE_INFINITY);
  return days.map((day) => {
    const at = Date.parse(day) / MS_PER_DAY;
    const free = last.findIndex((before) => at - before >= DAYS_APART);
    const lane = free === -1 ? last.indexOf(Math.min(...last)) : free;
    last[lane] = at;
    return LANES[lane] ?? 0;
  });
}

const THINNEST = 1;
const THICKEST = 11;

/**
 * The line of a plan: as thick as there are contacts in each month, from hair to eleven pixels at `most`.
 * @param contacts twelve numbers, January first
 * @returns a closed path in a box of 1200 × 12 px
 */
export function rhythmPath(contacts: readonly number[], most: number): string {
  const half = (count: number) => (THINNEST + (most > 0 ? count / most : 0) * (THICKEST - THINNEST)) / 2;
  const points = contacts.map((count, month) => ({ x: month * 100 + 50, half: half(count) }));
  const first = half(contacts[0] ?? 0);
  const last = half(contacts.at(-1) ?? 0);
  const top = points.map(({ x, half: h }) => `L${x} ${round(6 - h)}`).join('');
  const bottom = points
    .toReversed()
    .map(({ x, half: h }) => `L${x} ${round(6 + h)}`)
    .join('');
  return `M0 ${round(6 - first)}${top}L1200 ${round(6 - last)}V${round(6 + last)}${bottom}L0 ${round(6 + first)}Z`;
}

const round = (value: number) => Math.round(value * 10) / 10;
