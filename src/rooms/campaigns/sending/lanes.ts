/** How fast a sender may go to one domain, or altogether. Pure: how many of those that wait may go now. */
export interface Lane {
  /** When the next mail may leave, in ms; not later than now when nothing was sent for a while. */
  nextAt: number;
  /** After temporary refusals nothing goes before. */
  heldUntil: number | undefined;
}

/** What was not used up in the last minute may be made up for; more would be a burst. */
const BURST_MS = 60_000;
/** Mails of the next two seconds are on their way through the machine already. */
const AHEAD_MS = 2000;
const MS_PER_HOUR = 3_600_000;
const MS_PER_DAY = 86_400_000;

export interface Granted {
  count: number;
  nextAt: number;
  /** When one more could go, for those that were not granted. */
  againAt: number;
}

/** @param perHour undefined: as fast as it goes */
export function grant(
  lane: Lane,
  { wanted, perHour, now }: { wanted: number; perHour: number | undefined; now: number },
): Granted {
  if (lane.heldUntil !== undefined && lane.heldUntil > now)
    return { count: 0, nextAt: lane.nextAt, againAt: lane.heldUntil };
  if (perHour === undefined) return { count: wanted, nextAt: lane.nextAt, againAt: now };
  const gap = MS_PER_HOUR / perHour;
  const from = Math.max(lane.nextAt, now - BURST_MS);
  const count = Math.min(wanted, Math.max(0, Math.floor((now + AHEAD_MS - from) / gap)));
  const nextAt = from + count * gap;
  return { count, nextAt, againAt: Math.max(now + 1000, nextAt + gap - AHEAD_MS) };
}

export interface WarmUp {
  /** `YYYY-MM-DD` */
  startsOn: string;
  firstDay: number;
  days: number;
}

/** Mails per hour that the plan of a new sender allows today: doubled with every day, spread over the day; undefined when it is over. */
export function warmUpPerHour({ startsOn, firstDay, days }: WarmUp, now: Date): number | undefined {
  const day = Math.floor((now.getTime() - Date.parse(`${startsOn}T00:00:00Z`)) / MS_PER_DAY);
  if (day >= days) return undefined;
  return (firstDay * 2 ** Math.max(0, day)) / 24;
}

/** The stricter of two limits. */
export const strictest = (...limits: (number | undefined)[]): number | undefined => {
  const known = limits.filter((limit) => limit !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
};

const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 4 * MS_PER_HOUR;

/**
 * How long to wait after so many temporary refusals: twice as long each time, and never all at the same moment.
 * @param jitter 0 to 1, by chance
 */
export function pauseAfter(refusals: number, jitter: number): number {
  const whole = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(12, refusals - 1));
  return Math.round(whole * (0.75 + 0.5 * jitter));
}
