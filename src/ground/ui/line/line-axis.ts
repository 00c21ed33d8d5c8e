import type { LineAxis } from './line-types.ts';

const MS_PER_DAY = 86_400_000;

/** Whole days since 1970 of a calendar date. */
export const dayOf = (on: string): number => Math.floor(Date.parse(on.slice(0, 10)) / MS_PER_DAY);

export const dateOf = (day: number): string => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);

/** The axis of lists: 24 months back, 6 ahead, today at 80 %. */
export function listAxis(today: string): LineAxis {
  return { from: monthsFrom(today, -24), to: monthsFrom(today, 6), today };
}

/** The axis of a profile: from shortly before the first touch, at least two years, today at 93 %. */
export function profileAxis(firstOn: string, today: string): LineAxis {
  const end = dayOf(today);
  const start = Math.min(dayOf(firstOn) - 30, end - 730);
  return { from: dateOf(start), to: dateOf(end + Math.max(90, Math.round((end - start) * 0.075))), today };
}

export interface AxisScale {
  width: number;
  today: number;
  /** Pixel of a day, rounded to a tenth; may lie outside 0 to width. */
  x: (day: number) => number;
  day: (x: number) => number;
}

export function scaleOf(axis: LineAxis, width: number): AxisScale {
  const from = dayOf(axis.from);
  const days = Math.max(1, dayOf(axis.to) - from);
  return {
    width,
    today: dayOf(axis.today),
    x: (day) => tenth(((day - from) / days) * width),
    day: (x) => from + (x / width) * days,
  };
}

/** The years that begin inside the axis, with their place in pixels on half pixels, so that hairlines stay sharp. */
export function yearTicks(axis: LineAxis, width: number): { year: number; x: number }[] {
  const { x } = scaleOf(axis, width);
  const first = Number(axis.from.slice(0, 4)) + 1;
  const last = Number(axis.to.slice(0, 4));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i).map((year) => ({
    year,
    x: crisp(x(dayOf(`${year}-01-01`))),
  }));
}

export const crisp = (x: number): number => Math.floor(x) + 0.5;

export const tenth = (value: number): number => Math.round(value * 10) / 10;

function monthsFrom(date: string, months: number): string {
  const moved = new Date(`${date.slice(0, 7)}-01T00:00:00Z`);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  const day = Math.min(Number(date.slice(8, 10)), lastDay);
  return `${moved.toISOString().slice(0, 8)}${String(day).padStart(2, '0')}`;
}
