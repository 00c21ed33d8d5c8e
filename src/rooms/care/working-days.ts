import { plusDays } from './cadence.ts';

const MS_PER_DAY = 86_400_000;
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
      if (holiday !== null || isWeekend(day))
        found.push({ on: day, nextWorkingOn: nextWorkingDay(day, holidays), holiday });
    }
    return found;
  });
}

/** The library with all countries takes a quarter of a second and 15 MB, so it is loaded when somebody first asks for a region. */
let library: Promise<typeof import('date-holidays')> | undefined;
const loadLibrary = () => (library ??= import('date-holidays'));

const known = new Map<string, Promise<(year: number) => Holidays>>();

/**
 * Public holidays of a region, kept per year. Half days and observances are working days.
 * @param region `CH-ZH`, `DE-BW`, `AT`
 * @param language of the names; left out where only the days count: then it is the country's own
 */
export function holidaysOf(region: string, language?: string): Promise<(year: number) => Holidays> {
  const key = `${region} ${language ?? ''}`;
  const found = known.get(key) ?? openCalendar(region, language);
  known.set(key, found);
  return found;
}

async function openCalendar(region: string, language: string | undefined): Promise<(year: number) => Holidays> {
  const calendar = await libraryFor(region);
  const years = new Map<number, Holidays>();
  return (year) => {
    const found = years.get(year) ?? new Map(publicDays(calendar.getHolidays(year, language)));
    years.set(year, found);
    return found;
  };
}

async function libraryFor(region: string) {
  const { default: Holidays } = await loadLibrary();
  const [country = '', state] = region.split('-');
  return state === undefined ? new Holidays(country) : new Holidays(country, state);
}

/** The names in the reader's language. */
export async function listHolidays(
  region: string,
  year: number,
  language: string,
): Promise<{ on: string; name: string }[]> {
  const calendar = await libraryFor(region);
  return publicDays(calendar.getHolidays(year, language)).map(([on, name]) => ({ on, name }));
}

/** Whether the library knows such a place. */
export async function isKnownRegion(region: string): Promise<boolean> {
  const { default: Holidays } = await loadLibrary();
  const [country = '', state] = region.split('-');
  const calendar = new Holidays();
  if (!Object.hasOwn(calendar.getCountries('en'), country)) return false;
  return state === undefined || Object.hasOwn(calendar.getStates(country, 'en') ?? {}, state);
}

export interface Country {
  code: string;
  name: string;
  regions: { code: string; name: string }[];
}

/** Every country of the library; the regions of those that have any. */
export async function listCountries(language: string): Promise<Country[]> {
  const { default: Holidays } = await loadLibrary();
  const calendar = new Holidays();
  return Object.entries(calendar.getCountries(language)).map(([code, name]) => ({
    code,
    name,
    regions: Object.entries(calendar.getStates(code, language) ?? {})
      .filter(([state]) => /^[A-Z0-9]{1,3}$/.test(state))
      .map(([state, stateName]) => ({ code: `${code}-${state}`, name: stateName })),
  }));
}

interface LibraryHoliday {
  date: string;
  start: Date;
  end: Date;
  type: string;
  name: string;
}

/** The first day is written in the country's own calendar; some holidays last longer. */
function publicDays(holidays: readonly LibraryHoliday[] | false): [string, string][] {
  const found = (holidays || []).filter(({ type }) => type === 'public');
  return found.flatMap(({ date, start, end, name }) => {
    const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / MS_PER_DAY));
    return Array.from({ length: days }, (_, index): [string, string] => [plusDays(date.slice(0, 10), index), name]);
  });
}
