import type { Ctx } from './context.ts';

/** The calendar day somewhere, at a moment: `YYYY-MM-DD`. */
export function dayIn(timeZone: string, moment: Date): string {
  return formatFor(timeZone).format(moment);
}

const formats = new Map<string, Intl.DateTimeFormat>();
/** Making a format costs more than using it a hundred times. */
function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, ...parts });
  formats.set(timeZone, made);
  return made;
}

type Here = { actor: Pick<Ctx['actor'], 'timeZone'>; now: Date };

/** The day where the actor works. */
export const todayOf = ({ actor, now }: Here): string => dayIn(actor.timeZone, now);

/**
 * The last day that has begun: in UTC, in which all periods are counted, or already where the actor works. A day after it lies ahead.
 * Between midnight in Zurich and midnight in UTC these are two days, and who writes down what happened tonight means the later one.
 */
export function latestDayOf(here: Here): string {
  const [utc, own] = [here.now.toISOString().slice(0, 10), todayOf(here)];
  return own > utc ? own : utc;
}

/** The moment for something that somebody dates to a day: noon, and never one that lies ahead, where it would come after what follows. */
export function momentOn(day: string, now: Date): Date {
  const noon = new Date(`${day}T12:00:00Z`);
  return noon < now ? noon : now;
}
