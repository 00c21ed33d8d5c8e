import { dayIn, plusDays } from './cadence.ts';

/** The longest row of days off that any country has; beyond it the data is wrong. */
const LONGEST_ROW_OF_DAYS = 40;

export interface DayOff {
  on: string;
  /** The next day on which somebody works. */
  nextWorkingOn: string;
  /** Null: a weekend and nothing else. */
  holiday: string | null;
}

/** Public holidays of one region and year, by day. */
export type Holidays = ReadonlyMap<string, string>;

const isWeekend = (day: string) => [0, 6].includes(new Date(day).getUTCDay());

/** @param holidays of the year of each day */
export function nextWorkingDay(day: string, holidays: (year: number) => Holidays): string {
  let next = day;
  for (let days = 0; days <= LONGEST_ROW_OF_DAYS; days += 1) {
    if (!isWeekend(next) && !holidays(Number(next.slice(0, 4))).has(next)) return next;
    next = plusDays(next, 1);
  }
  return next;
}

/** All days off of some years, for the table that the database joins. */
export function daysOff(years: readonly number[], holidays: (year: number) => Holidays): DayOff[] {
  return years.flatMap((year) => {
    const found: DayOff[] = [];
    for (let day = `${year}-01-01`; day.startsWith(String(year)); day = plusDays(day, 1)) {
      const holiday = holidays(year).get(day) ?? null;
      if (holiday !== null || isWeekend(day)) found.push({ on: day, nextWorkingOn: nextWorkingDay(day, holidays), holiday });
    }
    return found;
  });
}

interface LibraryHoliday {
  date: string;
  start: Date;
  end: Date;
  type: string;
  name: string;
}
interface Library {
  new (country: string, state?: string): {
    getHolidays: (year: number, language?: string) => LibraryHoliday[];
  };
}

/** The library with all countries takes a quarter of a second and 15 MB, so it is loaded when somebody first asks for a region. */
let library: Promise<{ default: unknown }> | undefined;
const loadLibrary = () => (library ??= import('date-holidays'));

const years = new Map<string, Holidays>();

/**
 * Public holidays of a region, kept per year. Half days and observances are working days.
 * @param region `CH-ZH`, `DE-BW`, `AT`
 */
export async function holidaysOf(region: string): Promise<(year: number) => Holidays> {
  const { default: Holidays } = (await loadLibrary()) as { default: Library };
  const [country = '', state] = region.split('-');
  const calendar = new Holidays(country, ...(state === undefined ? [] : [state]));
  return (year) => {
    const key = `${region} ${year}`;
    const known = years.get(key);
    if (known) return known;
    const found = new Map(calendar.getHolidays(year).filter(({ type }) => type === 'public').flatMap(daysOfHoliday));
    years.set(key, found);
    return found;
  };
}

/** The first day is written in the country's own calendar; some holidays last longer. */
function daysOfHoliday({ date, start, end, name }: LibraryHoliday): [string, string][] {
  const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
  const first = date.slice(0, 10);
  return Array.from({ length: days }, (_, index) => [plusDays(first, index), name]);
}
