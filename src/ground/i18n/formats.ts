import { type Language, localeOf } from './languages.ts';
import { formatNumber } from './numbers.ts';

/** A calendar date `2026-11-23`, an instant in ISO 8601, or a Date. Calendar dates have no time zone. */
export type When = string | Date;

export interface Formats {
  locale: string;
  /** 14. März 2027 */
  dateLong: (when: When) => string;
  /** 14. März; with the year when it is not the year of `now` */
  dateShort: (when: When, now?: Date) => string;
  /** Montag, 23. November */
  weekday: (when: When) => string;
  /** 14. März 2027, 09:42 */
  dateTime: (when: When) => string;
  time: (when: When) => string;
  /** vor 82 Tagen, morgen */
  relative: (when: When, now?: Date) => string;
  number: (value: number) => string;
  /** A share from 0 to 1 as 89 %. */
  percent: (share: number) => string;
  list: (words: readonly string[]) => string;
  alternatives: (words: readonly string[]) => string;
  /** «…» de-CH, „…“ de, “…” en */
  quote: (words: string) => string;
  compare: (a: string, b: string) => number;
}

const MS_PER_DAY = 86_400_000;
const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;
const QUOTES: Record<Language, [string, string]> = { de: ['„', '“'], 'de-CH': ['«', '»'], en: ['“', '”'] };
const cache = new Map<string, Formats>();

/** Formats of a reader; built once per language and time zone, because `Intl` objects are slow to make. */
export function formatsFor(language: Language, timeZone: string): Formats {
  const key = `${language}|${timeZone}`;
  const known = cache.get(key);
  if (known) return known;
  const made = makeFormats(language, timeZone);
  cache.set(key, made);
  return made;
}

function makeFormats(language: Language, timeZone: string): Formats {
  const locale = localeOf(language);
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const alternatives = new Intl.ListFormat(locale, { type: 'disjunction' });
  const collator = new Intl.Collator(locale, { numeric: true });
  const [open, close] = QUOTES[language];
  return {
    locale,
    ...dateFormats(locale, timeZone),
    relative: relativeFormat(locale, timeZone),
    number: (value) => formatNumber(value, language),
    percent: (share) => formatNumber(share, language, { style: 'percent', maximumFractionDigits: 1 }),
    list: (words) => list.format(words),
    alternatives: (words) => alternatives.format(words),
    quote: (words) => open + words + close,
    compare: (a, b) => collator.compare(a, b),
  };
}

function dateFormats(locale: string, timeZone: string) {
  const dates = (options: Intl.DateTimeFormatOptions) => dateFormatter(locale, timeZone, options);
  const long = dates({ day: 'numeric', month: 'long', year: 'numeric' });
  const short = dates({ day: 'numeric', month: 'short' });
  const shortWithYear = dates({ day: 'numeric', month: 'short', year: 'numeric' });
  return {
    dateLong: long,
    dateShort: (when: When, now = new Date()) =>
      yearOf(when, timeZone) === yearOf(now, timeZone) ? short(when) : shortWithYear(when),
    weekday: dates({ weekday: 'long', day: 'numeric', month: 'long' }),
    dateTime: dates({ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
    time: dates({ hour: '2-digit', minute: '2-digit' }),
  };
}

function dateFormatter(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions) {
  const local = new Intl.DateTimeFormat(locale, { ...options, timeZone });
  const calendar = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  return (when: When) => (isCalendarDate(when) ? calendar : local).format(new Date(when));
}

function relativeFormat(locale: string, timeZone: string) {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return (when: When, now = new Date()) => {
    const days = dayOf(when, timeZone) - dayOf(now, timeZone);
    if (days !== 0 || isCalendarDate(when)) return relativeDays(words, days);
    const minutes = Math.round((new Date(when).getTime() - now.getTime()) / 60_000);
    return Math.abs(minutes) < 60 ? words.format(minutes, 'minute') : words.format(Math.round(minutes / 60), 'hour');
  };
}

function relativeDays(words: Intl.RelativeTimeFormat, days: number): string {
  if (Math.abs(days) < 120) return words.format(days, 'day');
  const months = Math.round(days / 30.44);
  return Math.abs(months) < 24 ? words.format(months, 'month') : words.format(Math.round(days / 365.25), 'year');
}

const isCalendarDate = (when: When) => typeof when === 'string' && CALENDAR_DATE.test(when);

const dayFormatters = new Map<string, Intl.DateTimeFormat>();

function isoDayOf(when: When, timeZone: string): string {
  if (typeof when === 'string' && isCalendarDate(when)) return when;
  const formatter =
    dayFormatters.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  dayFormatters.set(timeZone, formatter);
  return formatter.format(new Date(when));
}

const yearOf = (when: When, timeZone: string) => isoDayOf(when, timeZone).slice(0, 4);

const dayOf = (when: When, timeZone: string) => Date.parse(isoDayOf(when, timeZone)) / MS_PER_DAY;
