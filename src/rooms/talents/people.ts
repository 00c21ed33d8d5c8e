import { initialsOf } from './initials.ts';
import type { Channel, Direction } from './types.ts';

export interface MemberFacts {
  id: string;
  name: string;
  initials: string;
}

/** A team member as shown beside a person; null when nobody, or when the member is gone. */
export const memberOf = (id: string | null, name: string | null): MemberFacts | null =>
  id === null || name === null ? null : { id, name, initials: initialsOf(name) };

export const lastTouchOf = (row: {
  last_touch_at: Date | null;
  last_touch_direction: string | null;
  last_touch_channel: string | null;
}) =>
  row.last_touch_at === null
    ? null
    : {
        at: row.last_touch_at.toISOString(),
        direction: (row.last_touch_direction ?? 'ours') as Direction,
        channel: (row.last_touch_channel ?? 'message') as Channel,
      };

export const instantOf = (at: Date | null): string | null => at?.toISOString() ?? null;
