import type { LineSize } from './line-types.ts';

/** Measures of one drawing, all in px. @source LOOK section 3 */
export interface LineMeasures {
  /** Undefined: as wide as the place it stands in. */
  width?: number;
  height: number;
  /** Middle of the stroke. */
  middle: number;
  thinnest: number;
  thickest: number;
  /** Distance from the middle to the end of a touch stroke; a bulk stroke goes half as far. */
  reach: number;
  /** Height of the ring of an overdue promise. */
  overdueAt: number;
  ring: number;
  step: number;
  soft: number;
}

const base = { step: 2, soft: 5, thinnest: 1, ring: 4 };

export const LINE_SIZES: Record<LineSize, LineMeasures> = {
  palette: { ...base, width: 120, height: 20, middle: 10, thickest: 7, reach: 0, overdueAt: 10 },
  board: { ...base, width: 196, height: 30, middle: 15, thickest: 8, reach: 9, overdueAt: 7, ring: 3.5 },
  row: { ...base, width: 250, height: 36, middle: 18, thickest: 10, reach: 10, overdueAt: 10 },
  today: { ...base, width: 276, height: 94, middle: 47, thickest: 20, reach: 15, overdueAt: 21 },
  opened: { ...base, width: 276, height: 176, middle: 104, thickest: 30, reach: 24, overdueAt: 32 },
  panel: { ...base, height: 76, middle: 44, thickest: 15, reach: 14, overdueAt: 22 },
  profile: {
    height: 142,
    middle: 62,
    thinnest: 1.5,
    thickest: 20,
    reach: 16,
    overdueAt: 32,
    ring: 5.5,
    step: 4,
    soft: 14,
  },
  phone: { ...base, height: 52, middle: 27, thickest: 11, reach: 10, overdueAt: 10 },
};
