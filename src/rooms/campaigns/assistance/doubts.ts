import { fold } from '#ground/text/fold.ts';
import { MERGE_FIELDS } from '../types.ts';
import type { LetterLanguage } from '../types.ts';
import type { FoundDate } from './dates.ts';
import { datesIn, weekdayOf, weekdaysIn, withoutDates, withoutWeekdays } from './dates.ts';
import { namesIn } from './names.ts';

const MOST_DOUBTS = 30;
const PLACE = /\{\{\s*([^{}]*?)\s*\}\}/g;
const ADDRESS = /https?:\/\/[^\s<>"]+|www\.[^\s<>"]+|[^\s@<>"(),;:]{1,64}@[^\s@<>"(),;:]{1,250}\.[\p{L}\d-]{2,63}/gu;
const NUMBER = /\d+(?:['’. \u00A0\u202F]\d{3})+(?!\d)|\d+/g;
const NUMBER_WORDS: Readonly<Record<string, number>> = {
  zwei: 2, drei: 3, vier: 4, fünf: 5, sechs: 6, sieben: 7, acht: 8, neun: 9, zehn: 10, elf: 11, zwölf: 12, zwanzig: 20, dreißig: 30, fünfzig: 50, hundert: 100, tausend: 1000,
  two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, twenty: 20, thirty: 30, fifty: 50, hundred: 100, thousand: 1000,
}; // prettier-ignore
const NUMBER_WORD = new RegExp(`(?<!\\p{L})(?:${Object.keys(NUMBER_WORDS).join('|')})(?!\\p{L})`, 'giu');

/**
 * Numbers, dates, names and addresses of a draft that none of the sources holds: a model may have made them up, and whoever takes the
 * draft over looks at each. In the order of the draft, once each.
 */
export function doubtsIn(draft: string, sources: readonly string[], language: LetterLanguage): string[] {
  const known = knownFrom(sources);
  const plain = draft.replaceAll(PLACE, ' ').replaceAll(ADDRESS, ' ');
  const doubts = [
    ...placesIn(draft),
    ...[...draft.matchAll(ADDRESS)].map(([words]) => trimmed(words)).filter((words) => !known.text.includes(words)),
    ...datesIn(plain)
      .filter((date) => !isKnownDate(known, date))
      .map(({ words }) => words),
    ...weekdaysIn(plain)
      .filter(({ weekday }) => !known.weekdays.has(weekday))
      .map(({ words }) => words),
    ...numbersIn(withoutDates(plain))
      .filter(({ value }) => !known.numbers.has(value))
      .map(({ words }) => words),
    ...namesIn(withoutWeekdays(withoutDates(plain)), language).filter((name) => !isKnownName(known, name)),
  ];
  return [...new Set(doubts)]
    .filter((doubt, i, all) => !all.some((other, j) => j !== i && other.includes(doubt) && other !== doubt))
    .toSorted((a, b) => draft.indexOf(a) - draft.indexOf(b))
    .slice(0, MOST_DOUBTS);
}

interface Known {
  text: string;
  words: Set<string>;
  numbers: Set<number>;
  dates: FoundDate[];
  weekdays: Set<number>;
}

function knownFrom(sources: readonly string[]): Known {
  const text = sources.join('\n');
  const dates = datesIn(text);
  const weekdays = [...weekdaysIn(text).map(({ weekday }) => weekday), ...dates.map(weekdayOf)];
  return {
    text,
    words: new Set(
      fold(text)
        .split(' ')
        .flatMap((word) => [word, word.replace(/s$/, '')]),
    ),
    numbers: new Set([
      ...numbersIn(withoutDates(text)).map(({ value }) => value),
      ...dates.map(({ year }) => year ?? -1),
    ]),
    dates,
    weekdays: new Set(weekdays.filter((weekday) => weekday !== undefined)),
  };
}

/** Every part that the draft names stands together in one date of the sources. */
const isKnownDate = ({ dates }: Known, { day, month, year }: FoundDate): boolean =>
  dates.some(
    (known) =>
      known.month === month && (day === undefined || known.day === day) && (year === undefined || known.year === year),
  );

const isKnownName = ({ words }: Known, name: string): boolean =>
  fold(name)
    .split(' ')
    .every((word) => words.has(word) || words.has(word.replace(/s$/, '')));

interface FoundNumber {
  words: string;
  value: number;
}

const numbersIn = (text: string): FoundNumber[] => [
  ...[...text.matchAll(NUMBER)].map(([words]) => ({ words, value: Number(words.replaceAll(/\D/g, '')) })),
  ...[...text.matchAll(NUMBER_WORD)].map(([words]) => ({ words, value: NUMBER_WORDS[words.toLowerCase()] ?? 0 })),
];

/** Places for a reader's own words that letters do not know. */
const placesIn = (draft: string): string[] =>
  [...draft.matchAll(PLACE)]
    .filter(([, name]) => !(MERGE_FIELDS as readonly string[]).includes(name ?? ''))
    .map(([words]) => words);

const trimmed = (address: string): string => address.replace(/[.,;:!?)\]]+$/, '');
