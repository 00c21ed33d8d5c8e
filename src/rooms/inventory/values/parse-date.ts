import { remembered } from './remembered.ts';
import { isBlank, tidyText } from './text-form.ts';
import { monthByName, QUARTER_MONTHS } from './month-names.ts';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';
type DatePrecision = 'day' | 'month' | 'quarter' | 'year';

/** `on` is `YYYY-MM-DD`; a coarser date stands on the first day of its month, quarter or year. */
type DateReading =
  | { kind: 'date'; on: string; precision: DatePrecision }
  | { kind: 'blank' }
  | { kind: 'impossible'; text: string }
  | { kind: 'unreadable'; text: string };

interface Parts {
  year: number;
  month: number;
  day: number;
  precision: DatePrecision;
}

type Form = (text: string, order: DateOrder) => Parts | undefined;

/**
 * Reads one cell as a calendar date.
 * @param order which part comes first when the value does not say it, e.g. `03/04/2024`; see `findDateOrder`
 */
export const readDate = (raw: string, order: DateOrder = 'dmy'): Readonly<DateReading> => READERS[order](raw);

const READERS = {
  dmy: remembered((raw) => dateIn(raw, 'dmy')),
  mdy: remembered((raw) => dateIn(raw, 'mdy')),
  ymd: remembered((raw) => dateIn(raw, 'ymd')),
};

function dateIn(raw: string, order: DateOrder): DateReading {
  const tidy = tidyText(raw);
  if (isBlank(tidy) || NEVER.test(tidy)) return { kind: 'blank' };
  const text = tidy.length > 60 ? '' : withoutTrimmings(tidy);

  for (const form of FORMS) {
    const parts = form(text, order);
    if (parts) return checked(parts, tidy);
  }
  return { kind: 'unreadable', text: tidy.slice(0, 80) };
}

/** The order the values of a column give away; undefined when `05/04/2024` is all there is. */
export function findDateOrder(values: readonly string[]): DateOrder | undefined {
  const votes = { dmy: 0, mdy: 0, ymd: 0 };
  for (const value of values) {
    const vote = orderOf(tidyText(value));
    if (vote) votes[vote] += 1;
  }
  const best = (['dmy', 'mdy', 'ymd'] as const).toSorted((a, b) => votes[b] - votes[a])[0];
  return best && votes[best] > 0 ? best : undefined;
}

/** How SAP and others write "no date" and "no end". */
const NEVER = /^(?:00[./-]00[./-]0000|0000[./-]00[./-]00|0{8}|31[./-]12[./-]9999|9999[./-]12[./-]31|99991231)/;

const WEEKDAY =
  /^(?:mo|di|mi|do|fr|sa|so|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|mon|tues?|wed|thu(?:rs)?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\.?,?\s+(?=[\da-zä])/i;
const LEAD = /^(?:seit|ab|vom|am|bis|since|from|until|on|per|ca\.?|circa|etwa|about)\s+/i;
const CLOCK =
  /[,T\s]\s*\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?|uhr|z|utc|gmt|cet|cest|mez|mesz|[+-]\d{2}:?\d{2})*$/i;

function withoutTrimmings(text: string): string {
  return text.replace(CLOCK, '').replace(LEAD, '').replace(WEEKDAY, '').replace(/[,.]$/, '').trim();
}

function orderOf(text: string): DateOrder | undefined {
  if (/^\d{4}[-./]\d{1,2}[-./]\d{1,2}/.test(text)) return 'ymd';
  const parts = /^(\d{1,2})([./-])\s?(\d{1,2})\2\s?(?:\d{4}|\d{2})(?!\d)/.exec(text);
  if (!parts) return undefined;
  if (Number(parts[3]) > 12) return 'mdy';
  return Number(parts[1]) > 12 || parts[2] === '.' ? 'dmy' : undefined;
}

const FORMS: Form[] = [
  dottedDay,
  isoDay,
  compactDay,
  quarter,
  monthAndYear,
  namedMonth,
  dayWithMonthName,
  americanName,
  excelSerial,
  bareYear,
];

function dottedDay(text: string, order: DateOrder): Parts | undefined {
  const found = /^(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|['’]?\d{2})$/.exec(text);
  if (!found) return undefined;
  const [first, second] = [Number(found[1]), Number(found[3])];
  const isAmerican = order === 'mdy' && found[2] !== '.';
  return {
    year: fullYear(found[4] ?? ''),
    month: isAmerican ? first : second,
    day: isAmerican ? second : first,
    precision: 'day',
  };
}

function isoDay(text: string): Parts | undefined {
  const found = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/.exec(text);
  return found
    ? { year: Number(found[1]), month: Number(found[3]), day: Number(found[4]), precision: 'day' }
    : undefined;
}

/** `20240314`, as databases export it. */
function compactDay(text: string): Parts | undefined {
  const found = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text);
  return found
    ? { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]), precision: 'day' }
    : undefined;
}

function quarter(text: string): Parts | undefined {
  const found = QUARTER_FIRST.exec(text)?.groups ?? YEAR_FIRST.exec(text)?.groups;
  if (!found) return undefined;
  const number = Number(found['q'] ?? found['word']);
  return {
    year: fullYear(String(found['year'])),
    month: QUARTER_MONTHS[number - 1] ?? 0,
    day: 1,
    precision: 'quarter',
  };
}

const QUARTER_FIRST = /^(?:q\s?(?<q>[1-4])|(?<word>[1-4])\.?\s?(?:quartal|quarter|q))[\s/.-]*(?<year>\d{4}|\d{2})$/i;
const YEAR_FIRST = /^(?<year>\d{4})[\s/.-]*q\s?(?<q>[1-4])$/i;

/** `03/2019`, `3.2019` and `2019-03`. */
function monthAndYear(text: string): Parts | undefined {
  const found = /^(\d{1,2})\s?[./-]\s?(\d{4})$/.exec(text);
  if (found) return { year: Number(found[2]), month: Number(found[1]), day: 1, precision: 'month' };
  const turned = /^(\d{4})[-/.](\d{1,2})$/.exec(text);
  return turned ? { year: Number(turned[1]), month: Number(turned[2]), day: 1, precision: 'month' } : undefined;
}

/** `März 2021`, `Mrz. 21`, `Mar-2021`. */
function namedMonth(text: string): Parts | undefined {
  const found = /^(\p{L}+)\.?[\s,/-]*(\d{4}|['’]?\d{2})$/u.exec(text);
  const month = monthByName(found?.[1] ?? '');
  return month ? { year: fullYear(found?.[2] ?? ''), month, day: 1, precision: 'month' } : undefined;
}

/** `14. März 2024`, `05 Mar 2021`, `14-Mar-24`. */
function dayWithMonthName(text: string): Parts | undefined {
  const found = /^(\d{1,2})(?:\.|st|nd|rd|th)?[\s-]*(?:of\s)?(\p{L}+)\.?[\s,-]*(\d{4}|['’]?\d{2})$/u.exec(text);
  const month = monthByName(found?.[2] ?? '');
  return month ? { year: fullYear(found?.[3] ?? ''), month, day: Number(found?.[1]), precision: 'day' } : undefined;
}

/** `March 14, 2024`. */
function americanName(text: string): Parts | undefined {
  const found = /^(\p{L}+)\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})$/u.exec(text);
  const month = monthByName(found?.[1] ?? '');
  return month ? { year: Number(found?.[3]), month, day: Number(found?.[2]), precision: 'day' } : undefined;
}

const MS_PER_DAY = 86_400_000;
/** Day 0 of Excel's 1900 calendar, shifted by one for the 29 February 1900 that never was; exact from March 1900 on. */
const EXCEL_DAY_ZERO = Date.UTC(1899, 11, 30);

/** Five digits between 1940 and 2099; fractions are the time of day. */
function excelSerial(text: string): Parts | undefined {
  if (!/^\d{5}(?:[.,]\d+)?$/.test(text)) return undefined;
  const days = Math.floor(Number(text.replace(',', '.')));
  if (days < 14_611 || days > 73_050) return undefined;
  const day = new Date(EXCEL_DAY_ZERO + days * MS_PER_DAY);
  return { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate(), precision: 'day' };
}

function bareYear(text: string): Parts | undefined {
  return /^(?:19|20)\d{2}$/.test(text) ? { year: Number(text), month: 1, day: 1, precision: 'year' } : undefined;
}

/** Two digits: up to 69 is this century, as spreadsheets and POSIX read it. */
function fullYear(text: string): number {
  const digits = text.replace(/\D/g, '');
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function checked({ year, month, day, precision }: Parts, text: string): DateReading {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month))
    return { kind: 'impossible', text };
  return { kind: 'date', on: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`, precision };
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}
