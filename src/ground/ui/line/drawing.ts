import { type AxisScale, crisp, dayOf, scaleOf } from './line-axis.ts';
import type { LineMeasures } from './line-sizes.ts';
import type { LineAxis, LineStation, QuietSpan, Touch, WarmthOverTime } from './line-types.ts';
import { type FutureDates, futureMarks, type FutureMarks, type TouchMark, touchMarks } from './marks.ts';
import { type ColourStop, colourStops, outline, piecesOf, type Sample, sampleLine } from './stroke.ts';
import { warmthOf } from './warmth-over-time.ts';

export interface LineData extends FutureDates {
  touches: readonly Touch[];
  axis: LineAxis;
  /** The visible formula; noisy-or of the touches when it is left out. */
  warmth?: WarmthOverTime;
  quiet?: readonly QuietSpan[];
  stations?: readonly LineStation[];
}

export interface Drawing {
  outlines: string[];
  stops: ColourStop[];
  from: number;
  to: number;
  marks: TouchMark[];
  quiet: { from: number; to: number }[];
  future: FutureMarks;
  today: number;
  stations: { from: number; to: number; label: string; withUs: boolean }[];
}

/** Everything the line shows, in pixels. Pure: the same data draws the same line. */
export function drawLine(data: LineData, measures: LineMeasures, width: number): Drawing {
  const scale = scaleOf(data.axis, width);
  const warmthAt = data.warmth ?? warmthOf(data.touches);
  const quiet = data.quiet ?? [];
  const samples = samplesOf(data, scale, warmthAt, measures.step);
  const pieces = piecesOf(samples, quiet, scale);
  return {
    outlines: pieces.map((piece) => outline(piece, measures)),
    stops: colourStops(samples, measures.soft),
    ...endsOf(samples),
    marks: touchMarks(data.touches, warmthAt, scale, measures),
    quiet: quiet.map(({ from, to }) => ({ from: scale.x(dayOf(from)), to: scale.x(dayOf(to)) })),
    future: futureMarks(data, scale, measures.ring),
    today: scale.x(scale.today),
    stations: (data.stations ?? []).map((station) => placeStation(station, scale)),
  };
}

const endsOf = (samples: readonly Sample[]) => ({ from: samples[0]?.x ?? 0, to: samples.at(-1)?.x ?? 1 });

function samplesOf(data: LineData, scale: AxisScale, warmthAt: WarmthOverTime, step: number): Sample[] {
  const firstOn = data.touches.reduce<string | undefined>(
    (first, { on }) => (first === undefined || on < first ? on : first),
    undefined,
  );
  return firstOn === undefined ? [] : sampleLine(scale, dayOf(firstOn), warmthAt, step);
}

function placeStation({ from, to, label, withUs }: LineStation, scale: AxisScale) {
  const end = to === undefined ? scale.x(scale.today) : scale.x(dayOf(to));
  return { from: Math.max(0, scale.x(dayOf(from))), to: crisp(end), label, withUs };
}
