import type { Ctx } from '#ground/context.ts';
import type { TodayLine } from '../schema-today.ts';

/** What waits for the member who asks; may be empty. One statement, please: it is read with every look at Today. */
type LinesReader = (ctx: Ctx) => Promise<Omit<TodayLine, 'room'>[]>;

const readers = new Map<string, LinesReader>();

/** A room below care says here what of it belongs into the morning; the words are its own (`today.<key>`). */
export function provideTodayLines(room: string, read: LinesReader): void {
  readers.set(room, read);
}

/** Lines with nothing behind them are left out. */
export async function listTodayLines(ctx: Ctx): Promise<TodayLine[]> {
  const lines: TodayLine[] = [];
  for (const [room, read] of readers) for (const line of await read(ctx)) lines.push({ ...line, room });
  return lines.filter(({ count }) => count > 0);
}
