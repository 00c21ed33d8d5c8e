import { LONGEST_RHYTHM_DAYS, SHORTEST_RHYTHM_DAYS } from './types.ts';

const MS_PER_DAY = 86_400_000;
/** Later than this means "for good": whoever objected has no next date. */
const FOR_GOOD = '9000-01-01';

/** Calendar days without a time; all of them `YYYY-MM-DD`. */
export interface Span {
  from: string;
  /** The last day of the span. */
  until: string;
}

/** Everything that decides when somebody is due next. Days are those of whoever looks after the person. */
export interface RhythmFacts {
  /** Of the plan; null: it has no rhythm of its own. */
  everyDays: number | null;
  /** The rhythm of this person's own wins. */
  ownEveryDays: number | null;
  joinedOn: string;
  /** The last contact from human to human, in either direction, whoever made it. Bulk mail is none. */
  lastTouchOn: string | null;
  /** "Done" without a contact: the rhythm counts from here when there was no contact later. */
  countedFrom: string | null;
  /** Last days of the pauses of the membership and of the pool. */
  pauses: readonly (string | null)[];
  /** Agreed silences, and objections without an end. */
  quiet: readonly Span[];
  /** "Not now, come back on …": never before. */
  comeBackOn: string | null;
  startsOn: string;
  endsOn: string | null;
}

/** The day itself when somebody works on it, otherwise the next one on which somebody does. */
export type NextWorkingDay = (day: string) => string;

export const isRhythm = (days: number): boolean =>
  Number.isInteger(days) && days >= SHORTEST_RHYTHM_DAYS && days <= LONGEST_RHYTHM_DAYS;

/** The day from which the rhythm counts. */
export const countingFrom = ({ lastTouchOn, joinedOn, countedFrom }: RhythmFacts): string =>
  latest([lastTouchOn ?? joinedOn, countedFrom]);

/**
 * When somebody is due next: the last real contact plus the rhythm, then out of pauses and silences and onto a working day. The same
 * rule runs as SQL over everybody (`due-sql.ts`); a test holds both together.
 * @returns `YYYY-MM-DD`, or null when there is no rhythm, the plan is over by then, or the person objected for good
 */
export function nextDueOn(facts: RhythmFacts, nextWorkingDay: NextWorkingDay): string | null {
  const every = facts.ownEveryDays ?? facts.everyDays;
  if (every === null) return null;
  const pausesEnd = facts.pauses.map((until) => until && plusDays(until, 1));
  const earliest = latest([plusDays(countingFrom(facts), every), facts.startsOn, facts.comeBackOn, ...pausesEnd]);
  const due = firstFreeDay(earliest, facts.quiet, nextWorkingDay);
  if (due >= FOR_GOOD || due.length > 10) return null;
  return facts.endsOn !== null && due > facts.endsOn ? null : due;
}

/**
 * The first working day that lies in no silence. It is the earliest day or follows the end of a silence: nothing else can begin it.
 */
function firstFreeDay(earliest: string, quiet: readonly Span[], nextWorkingDay: NextWorkingDay): string {
  const ends = quiet.map(({ until }) => (until >= FOR_GOOD ? FOR_GOOD : plusDays(until, 1)));
  const begins = [earliest, ...ends.filter((day) => day > earliest)];
  const free = begins
    .map(nextWorkingDay)
    .filter((day) => !quiet.some(({ from, until }) => day >= from && day <= until));
  return free.toSorted()[0] ?? FOR_GOOD;
}

const latest = (days: readonly (string | null)[]): string =>
  days.reduce<string>((last, day) => (day !== null && day > last ? day : last), '');

export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * MS_PER_DAY).toISOString().slice(0, 10);

/** Whole days from one day to a later one; negative when it lies before. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / MS_PER_DAY;

/**
 * A day that comes back each year. 29 February is kept on the 28th in a year without one: a month never runs over into the next.
 * @source RL-8; the same rule as "31 January in a month" of the words for days
 */
export function inYear(day: string, year: number): string {
  const [, month = '', date = ''] = day.split('-');
  const last = new Date(Date.UTC(year, Number(month), 0)).getUTCDate();
  return `${String(year).padStart(4, '0')}-${month}-${String(Math.min(Number(date), last)).padStart(2, '0')}`;
}
