import { type AxisScale, dayOf, tenth } from './line-axis.ts';
import type { LineMeasures } from './line-sizes.ts';
import type { QuietSpan, WarmthOverTime, WarmthStep } from './line-types.ts';
import { stepOf } from './warmth-over-time.ts';

export interface Sample {
  x: number;
  /** 0 to 1, smoothed */
  warmth: number;
}

/** Swells like a pen before and after a touch instead of jumping. @source LOOK section 3 */
const SMOOTHING = [0.08, 0.24, 0.36, 0.24, 0.08];

/** Samples from the first touch (or the left edge) until today, one every `step` px, the last one on today. */
export function sampleLine(scale: AxisScale, firstDay: number, warmthAt: WarmthOverTime, step: number): Sample[] {
  const start = Math.max(0, scale.x(firstDay));
  const end = Math.min(scale.width, scale.x(scale.today));
  if (end <= start) return [];
  const count = Math.max(1, Math.round((end - start) / step));
  const places = Array.from({ length: count + 1 }, (_, i) => start + ((end - start) * i) / count);
  return smooth(places.map((x, i) => ({ x: tenth(x), warmth: warmthAt(i === 0 ? firstDay : scale.day(x)) })));
}

export function smooth(samples: readonly Sample[]): Sample[] {
  const last = samples.length - 1;
  const at = (i: number) => samples[Math.min(last, Math.max(0, i))]?.warmth ?? 0;
  return samples.map(({ x }, i) => ({
    x,
    warmth: SMOOTHING.reduce((sum, share, k) => sum + share * at(i + k - 2), 0),
  }));
}

/** Half the stroke's width in px: thin for long, then growing a little faster than the warmth. */
export function halfWidth(warmth: number, { thinnest, thickest }: LineMeasures): number {
  return thinnest / 2 + (warmth ** 1.15 * (thickest - thinnest)) / 2;
}

/** Closed outline: along the top, back along the bottom. The pen touches down with its tip. */
export function outline(samples: readonly Sample[], measures: LineMeasures): string {
  if (samples.length < 2) return '';
  const halves = samples.map(({ warmth }, i) => (i === 0 ? measures.thinnest / 2 : halfWidth(warmth, measures)));
  const point = (i: number, sign: 1 | -1) =>
    `${samples[i]?.x ?? 0} ${tenth(measures.middle + sign * (halves[i] ?? 0))}`;
  const indexes = samples.map((_, i) => i);
  const top = indexes.map((i) => point(i, -1));
  const bottom = indexes.toReversed().map((i) => point(i, 1));
  return `M${[...top, ...bottom].join('L')}Z`;
}

export interface ColourStop {
  /** Share of the stroke's length, 0 to 1. */
  at: number;
  step: WarmthStep;
}

/** One stop at each end of a run of equal steps, drawn in by `soft` px, so that colours melt into each other. */
export function colourStops(samples: readonly Sample[], soft: number): ColourStop[] {
  const first = samples[0]?.x ?? 0;
  const length = Math.max(1, (samples.at(-1)?.x ?? 0) - first);
  return runsOf(samples).flatMap(({ step, from, to }) => {
    const inset = Math.min(soft, (to - from) / 2);
    const left = (from === first ? from : from + inset) - first;
    const right = to - first - (to - first >= length ? 0 : inset);
    return left >= right ? [{ at: left / length, step }] : [left, right].map((x) => ({ at: x / length, step }));
  });
}

function runsOf(samples: readonly Sample[]): { step: WarmthStep; from: number; to: number }[] {
  const runs: { step: WarmthStep; from: number; to: number }[] = [];
  for (const { x, warmth } of samples) {
    const step = stepOf(warmth);
    const current = runs.at(-1);
    if (current) current.to = x;
    if (current?.step !== step) runs.push({ step, from: x, to: x });
  }
  return runs;
}

/** The stroke in pieces, left out where silence was agreed. */
export function piecesOf(samples: readonly Sample[], quiet: readonly QuietSpan[], scale: AxisScale): Sample[][] {
  const gaps = quiet.map(({ from, to }) => ({ from: scale.x(dayOf(from)), to: scale.x(dayOf(to)) }));
  const pieces: Sample[][] = [[]];
  for (const sample of samples) {
    if (gaps.some(({ from, to }) => sample.x > from && sample.x < to)) {
      if (pieces.at(-1)?.length) pieces.push([]);
    } else pieces.at(-1)?.push(sample);
  }
  return pieces.filter((piece) => piece.length > 1);
}
