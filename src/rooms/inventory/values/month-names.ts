import { foldText } from './text-form.ts';

/** First month of each quarter. */
export const QUARTER_MONTHS = [1, 4, 7, 10];

const NAMES: string[][] = [
  ['januar', 'jänner', 'jan', 'jän', 'january', 'janvier', 'gennaio'],
  ['februar', 'feber', 'feb', 'february', 'février', 'fév', 'febbraio'],
  ['märz', 'mrz', 'mär', 'march', 'mar', 'mars', 'marzo'],
  ['april', 'apr', 'avril', 'avr', 'aprile'],
  ['mai', 'may', 'maggio', 'mag'],
  ['juni', 'jun', 'june', 'juin', 'giugno'],
  ['juli', 'jul', 'july', 'juillet', 'luglio'],
  ['august', 'aug', 'août', 'agosto'],
  ['september', 'sept', 'sep', 'septembre', 'settembre'],
  ['oktober', 'okt', 'october', 'oct', 'octobre', 'ottobre'],
  ['november', 'nov', 'novembre'],
  ['dezember', 'dez', 'december', 'dec', 'décembre', 'dicembre'],
];

const BY_NAME = new Map(NAMES.flatMap((names, index) => names.map((name) => [foldText(name), index + 1] as const)));

/** 1 to 12 for a German, English, French or Italian month name or its abbreviation. */
export function monthByName(name: string): number | undefined {
  return BY_NAME.get(foldText(name));
}
