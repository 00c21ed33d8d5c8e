const MONTHS: readonly (readonly string[])[] = [
  ['januar', 'jänner', 'january', 'jan'],
  ['februar', 'feber', 'february', 'feb'],
  ['märz', 'march', 'mar'],
  ['april', 'apr'],
  ['mai', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['dezember', 'december', 'dez', 'dec'],
];
const WEEKDAYS: readonly (readonly string[])[] = [
  ['sonntag', 'sunday'],
  ['montag', 'monday'],
  ['dienstag', 'tuesday'],
  ['mittwoch', 'wednesday'],
  ['donnerstag', 'thursday'],
  ['freitag', 'friday'],
  ['samstag', 'sonnabend', 'saturday'],
];

const numbered = (names: readonly (readonly string[])[], first: number) =>
  new Map(names.flatMap((some, i) => some.map((name) => [name, i + first] as const)));
const MONTH_OF = numbered(MONTHS, 1);
const WEEKDAY_OF = numbered(WEEKDAYS, 0);

const NAMES = [...MONTH_OF.keys()].toSorted((a, b) => b.length - a.length).join('|');
const WEEKDAY_NAMES = [...WEEKDAY_OF.keys()].join('|');

/** `2027-03-12`, `12.3.2027`, `12. März 2027`, `12 March`, `March 12, 2027`, `März 2027`, `März`; `may` and `mar` alone are words too. */
const DATE = new RegExp(
  [
    String.raw`(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})`,
    String.raw`(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.(?:\s?(?<year>\d{4}|\d{2})(?!\d))?`,
    String.raw`(?<day>\d{1,2})(?:\.|st|nd|rd|th)?\s+(?<name>${NAMES})\b\.?(?:\s+(?<year>\d{4}))?`,
    String.raw`(?<name>${NAMES})\b\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?\b(?!\d)(?:,?\s+(?<year>\d{4}))?`,
    String.raw`(?<name>${NAMES})\b(?:\s+(?<year>\d{4}))?`,
  ]
    .map((pattern) => `(?<![\\p{L}\\d])(?:${pattern})`)
    .join('|'),
  'giu',
);
const WEEKDAY = new RegExp(`(?<!\\p{L})(?:${WEEKDAY_NAMES})s?(?!\\p{L})`, 'giu');
/** Verbs and other words that look like a month. */
const NO_MONTH_ALONE = new Set(['may', 'march', 'mar', 'mai', 'jan', 'sep']);

export interface FoundDate {
  words: string;
  day: number | undefined;
  month: number;
  year: number | undefined;
}

const numberOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

function yearOf(text: string | undefined): number | undefined {
  const year = numberOf(text);
  return year !== undefined && year < 100 ? 2000 + year : year;
}

/** Dates in words or figures, in both languages; a month by itself too. */
export const datesIn = (text: string): FoundDate[] =>
  [...text.matchAll(DATE)]
    .map(({ 0: words, groups = {} }) => dateFrom(words, groups))
    .filter((date) => date !== undefined);

type Parts = Record<string, string | undefined>;

function dateFrom(words: string, parts: Parts): FoundDate | undefined {
  const month = parts['name'] === undefined ? Number(parts['month']) : MONTH_OF.get(parts['name'].toLowerCase());
  if (month === undefined || month < 1 || month > 12 || isWordOnly(parts)) return undefined;
  return { words: words.trim(), day: numberOf(parts['day']), month, year: yearOf(parts['year']) };
}

const isWordOnly = ({ name, day, year }: Parts): boolean =>
  name !== undefined && day === undefined && year === undefined && isOrdinaryWord(name);

/** In small letters these are verbs or nothing; “May we …” begins sentences. */
const isOrdinaryWord = (word: string): boolean =>
  NO_MONTH_ALONE.has(word.toLowerCase()) && (word === 'May' || word === word.toLowerCase());

export const withoutDates = (text: string): string =>
  text.replaceAll(DATE, (words) => (datesIn(words).length > 0 ? ' ' : words));

export const withoutWeekdays = (text: string): string => text.replaceAll(WEEKDAY, ' ');

export interface FoundWeekday {
  words: string;
  weekday: number;
}

export const weekdaysIn = (text: string): FoundWeekday[] =>
  [...text.matchAll(WEEKDAY)].map(([words]) => ({
    words,
    weekday: WEEKDAY_OF.get(words.toLowerCase()) ?? WEEKDAY_OF.get(words.toLowerCase().replace(/s$/, '')) ?? -1,
  }));

/** The weekday of a whole date; undefined when a part is missing. */
export const weekdayOf = ({ day, month, year }: FoundDate): number | undefined =>
  day === undefined || year === undefined ? undefined : new Date(Date.UTC(year, month - 1, day)).getUTCDay();
