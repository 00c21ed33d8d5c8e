import type { Touch } from '#ground/ui/line/line-types.ts';
import type { QueueEntry } from '../../schema-today.ts';

/** What lies ahead of a person on their line: a promise counts before a rhythm, what is overdue before all. */
export function aheadOf({ ahead, endsOn }: Pick<QueueEntry, 'ahead' | 'endsOn'>) {
  const first = (kind: 'planned' | 'promised') =>
    ahead
      .filter((mark) => mark.kind === kind)
      .map(({ on }) => on)
      .sort()[0];
  return { promised: first('promised'), planned: first('planned'), endsOn };
}

const NAMED = ['meeting', 'phone', 'event'];

/** Only talks and events are named: the others are too many. */
export const namedTouches = (touches: QueueEntry['touches'], nameOf: (channel: string) => string): Touch[] =>
  touches.map(({ on, kind, direction, channel }) => ({
    on,
    kind,
    direction,
    name: kind === 'personal' && NAMED.includes(channel) ? nameOf(channel) : undefined,
  }));
