import type { LanguageLevel } from './types.ts';
import { LANGUAGE_LEVELS } from './types.ts';

const WORDS: readonly (readonly [RegExp, LanguageLevel])[] = [
  [/muttersprach|native|mother tongue|erstsprache|bilingu|zweisprachig/iu, 'C2'],
  [/verhandlungssicher|business[- ]?fluent|fließend|fliessend|fluent|stilsicher|proficient|sehr gut|excellent/iu, 'C1'],
  [/gute?n?\b|good|konversationssicher|conversational|sicher in/iu, 'B2'],
  [/grundkenntnis|basic|schulkenntnis|anfänger|beginner/iu, 'A2'],
];
const REACH = 40;
const NAMED = /\b([ABC][12])\b/u;

/**
 * The level that stands at a language, after it or before it: "Englisch (C1)", "fließend Englisch". Null where none is named: unknown
 * stays unknown.
 */
export function languageLevel(sentence: string, start: number, end: number): LanguageLevel | null {
  const after = firstOf(AFTER, sentence.slice(end, end + REACH));
  const before = firstOf(BEFORE, sentence.slice(Math.max(0, start - REACH), start));
  const found = [inLetters(after), inLetters(before), inWords(after), inWords(before)].find(
    (level) => level !== undefined,
  );
  return found ?? null;
}

const AFTER = /^[^,;|]*/u;
const BEFORE = /[^,;|]*$/u;
const firstOf = (pattern: RegExp, words: string): string => pattern.exec(words)?.[0] ?? '';

function inLetters(near: string): LanguageLevel | undefined {
  const named = NAMED.exec(near)?.[1];
  return LANGUAGE_LEVELS.find((known) => known === named);
}

const inWords = (near: string): LanguageLevel | undefined => WORDS.find(([pattern]) => pattern.test(near))?.[1];

/** From 1 for A1 to 6 for C2; 0 is unknown. */
export const rankOfLevel = (level: LanguageLevel | null): number => (level ? LANGUAGE_LEVELS.indexOf(level) + 1 : 0);
