/** One contact on the line. `on` is a calendar date; bulk is what went to many at once. */
export interface Touch {
  on: string;
  kind: 'personal' | 'bulk';
  direction: 'ours' | 'theirs';
  /** Short name such as "Kaffee", shown where the line is large enough. */
  name?: string;
}

/** The span a view shows, as calendar dates. All rows of one view share it. */
export interface LineAxis {
  from: string;
  to: string;
  today: string;
}

/** A stretch without contact that was agreed, or a notice period. */
export interface QuietSpan {
  from: string;
  to: string;
}

/** One employment under the axis. `to` is undefined while it lasts. */
export interface LineStation {
  from: string;
  to?: string;
  label: string;
  withUs: boolean;
}

/** Warmth of a day, 0 to 1. `day` counts days since 1970. */
export type WarmthOverTime = (day: number) => number;

/** fern, kühl, mild, warm, nah */
export type WarmthStep = 1 | 2 | 3 | 4 | 5;

export type LineSize = 'board' | 'row' | 'today' | 'opened' | 'panel' | 'profile' | 'phone' | 'palette';
