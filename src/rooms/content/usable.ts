import type { ContentKind, ContentState } from './types.ts';

export interface Dated {
  kind: ContentKind;
  /** An event's day; for all others the day from which it may be told. `YYYY-MM-DD` */
  onDate: string | null;
  usableUntil: string | null;
  isArchived: boolean;
}

/** Whether a content may be told on a day. An event is told before it takes place, everything else from its day on. */
export function stateOn({ kind, onDate, usableUntil, isArchived }: Dated, on: string): ContentState {
  if (isArchived) return 'archived';
  if (usableUntil !== null && usableUntil < on) return 'over';
  if (onDate === null) return 'usable';
  if (kind === 'event') return onDate >= on ? 'usable' : 'over';
  return onDate <= on ? 'usable' : 'later';
}
