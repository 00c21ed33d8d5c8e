import { describe, expect, it } from 'vitest';
import { drawLine } from './drawing.ts';
import { dayOf, listAxis, profileAxis, scaleOf, yearTicks } from './line-axis.ts';
import { LINE_SIZES } from './line-sizes.ts';
import type { Touch } from './line-types.ts';
import { colourStops, halfWidth, outline, sampleLine, smooth } from './stroke.ts';
import { stepOf, trendOf, warmthOf } from './warmth-over-time.ts';

const TODAY = '2026-11-23';
const axis = listAxis(TODAY);
const aTouch = (on: string, changes: Partial<Touch> = {}): Touch => ({
  on,
  kind: 'personal',
  direction: 'ours',
  ...changes,
});

describe('the axis', () => {
  it('shows two years back and half a year ahead, with today at four fifths', () => {
    const scale = scaleOf(axis, 250);

    expect(axis).toEqual({ from: '2024-11-23', to: '2027-05-23', today: TODAY });
    expect(scale.x(scale.today) / 250).toBeCloseTo(0.8, 2);
  });

  it('stays within the month when the day does not exist', () => {
    expect(listAxis('2026-08-31')).toMatchObject({ from: '2024-08-31', to: '2027-02-28' });
  });

  it('marks each year that begins in it', () => {
    expect(yearTicks(axis, 250).map(({ year }) => year)).toEqual([2025, 2026, 2027]);
  });

  it('begins in a profile shortly before the first touch', () => {
    expect(profileAxis('2019-02-04', TODAY).from).toBe('2019-01-05');
  });
});

describe('warmth over time', () => {
  it('halves in ninety days', () => {
    const warmth = warmthOf([aTouch('2026-01-01')]);

    expect(warmth(dayOf('2026-01-01') + 90)).toBeCloseTo(warmth(dayOf('2026-01-01')) / 2, 5);
  });

  it('grows with a second touch but never beyond one', () => {
    const often = warmthOf(Array.from({ length: 40 }, () => aTouch('2026-01-01')));

    expect(warmthOf([aTouch('2026-01-01'), aTouch('2026-01-02')])(dayOf('2026-01-02'))).toBeGreaterThan(0.5);
    expect(often(dayOf('2026-01-01'))).toBeLessThan(1);
  });

  it('hardly widens with a bulk mail', () => {
    expect(stepOf(warmthOf([aTouch(TODAY, { kind: 'bulk' })])(dayOf(TODAY)))).toBe(1);
  });

  it('names the five steps at their bounds', () => {
    expect([0.09, 0.1, 0.24, 0.4, 0.58].map(stepOf)).toEqual([1, 2, 3, 4, 5]);
  });

  it('says when it cools down', () => {
    expect(trendOf(warmthOf([aTouch('2026-09-01')]), dayOf(TODAY))).toBe('cooling');
  });
});

describe('the stroke', () => {
  const scale = scaleOf(axis, 250);
  const samples = sampleLine(scale, dayOf('2026-01-01'), warmthOf([aTouch('2026-01-01')]), 2);

  it('runs from the first touch until today', () => {
    expect(samples[0]?.x).toBe(scale.x(dayOf('2026-01-01')));
    expect(samples.at(-1)?.x).toBe(scale.x(scale.today));
  });

  it('starts at the left edge when the first touch lies before it', () => {
    expect(sampleLine(scale, dayOf('2019-01-01'), () => 0.5, 2)[0]?.x).toBe(0);
  });

  it('swells before and after a touch instead of jumping', () => {
    const peaks = smooth([0, 0, 0, 1, 0, 0, 0].map((warmth, x) => ({ x, warmth })));

    expect(peaks.map(({ warmth }) => warmth)).toEqual([0, 0.08, 0.24, 0.36, 0.24, 0.08, 0]);
  });

  it('is never thinner or thicker than its size allows', () => {
    expect(halfWidth(0, LINE_SIZES.row) * 2).toBe(1);
    expect(halfWidth(1, LINE_SIZES.row) * 2).toBe(10);
  });

  it('is a closed shape that touches down with its tip', () => {
    expect(outline(samples, LINE_SIZES.row)).toMatch(/^M[\d.]+ 17\.5L.*18\.5Z$/);
  });

  it('changes colour once per run of one step', () => {
    const stops = colourStops(
      [0.05, 0.05, 0.05, 0.5, 0.5, 0.5].map((warmth, i) => ({ x: i * 20, warmth })),
      5,
    );

    expect(stops.map(({ step }) => step)).toEqual([1, 1, 4, 4]);
    expect(stops[0]?.at).toBe(0);
    expect(stops.at(-1)?.at).toBe(1);
  });
});

describe('what stands on the line', () => {
  const draw = (data: Partial<Parameters<typeof drawLine>[0]>) =>
    drawLine({ touches: [aTouch('2026-01-01')], axis, ...data }, LINE_SIZES.row, 250);

  it('draws our touches upwards, theirs downwards and bulk mail short', () => {
    const { marks } = draw({
      touches: [
        aTouch('2026-01-01'),
        aTouch('2026-02-01', { direction: 'theirs' }),
        aTouch('2026-03-01', { kind: 'bulk' }),
      ],
    });

    expect(marks.map(({ kind, from, to }) => [kind, Math.sign(to - from)])).toEqual([
      ['ours', -1],
      ['theirs', 1],
      ['bulk', -1],
    ]);
    expect(Math.abs(18 - (marks[2]?.to ?? 0))).toBeLessThan(Math.abs(18 - (marks[0]?.to ?? 0)));
  });

  it('turns a promise in the past into a red ring on today', () => {
    const { next } = draw({ promised: '2026-11-20' }).future;

    expect(next).toEqual({ kind: 'overdue', x: scaleOf(axis, 250).x(dayOf(TODAY)) });
  });

  it('draws the end of the permission thick within thirty days', () => {
    expect(draw({ endsOn: '2026-12-14' }).future.end?.soon).toBe(true);
    expect(draw({ endsOn: '2027-03-14' }).future.end?.soon).toBe(false);
  });

  it('leaves a gap where silence was agreed', () => {
    expect(draw({ quiet: [{ from: '2026-03-01', to: '2026-06-01' }] }).outlines).toHaveLength(2);
  });

  it('draws nothing for a person without a touch', () => {
    expect(draw({ touches: [] })).toMatchObject({ outlines: [], marks: [], stops: [] });
  });
});
