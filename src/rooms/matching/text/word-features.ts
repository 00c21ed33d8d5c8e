import type { Splitter } from './compounds.ts';
import { createSplitter, SHORTEST_PART } from './compounds.ts';
import { genderForms, masculineGuess } from './gender-forms.ts';
import { stem } from './stem.ts';
import { STOP_WORDS } from './stop-words.ts';
import { words } from './tokens.ts';

/** Reads texts as stems and parts of compounds. Each word is worked out once per language. */
export interface WordFeatures {
  /** Stems of the words that say something, each German compound followed by the stems of its parts. */
  stems: (text: string, language: string) => string[];
  split: Splitter;
}

/** @param germanTexts whose words may be parts of compounds */
export function createWordFeatures(germanTexts: Iterable<string>): WordFeatures {
  const split = createSplitter(vocabularyOf(germanTexts));
  const known = new Map<string, readonly string[]>();
  const stemsOfWord = (word: string, language: string): readonly string[] => {
    const key = `${language} ${word}`;
    const before = known.get(key);
    if (before) return before;
    const found = work(word, language, split);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(key, found);
    return found;
  };
  return {
    split,
    stems: (text, language) => words(oneForm(text)).flatMap((word) => stemsOfWord(word, language)),
  };
}

/** Longer texts are descriptions; titles that name both genders are shorter. */
const LONGEST_TITLE = 200;
const MAY_NAME_TWO = /[/:*_(·]|\p{Ll}I|\p{L} (?:und|oder|et|ou|e|o) \p{L}/u;

const oneForm = (text: string) =>
  text.length <= LONGEST_TITLE && MAY_NAME_TWO.test(text) ? genderForms(text).masculine : text;

const MOST_REMEMBERED = 300_000;

function vocabularyOf(texts: Iterable<string>): Set<string> {
  const vocabulary = new Set<string>();
  for (const text of texts) for (const word of words(text)) if (word.length >= SHORTEST_PART) vocabulary.add(word);
  return vocabulary;
}

function work(word: string, language: string, split: Splitter): string[] {
  if (STOP_WORDS.has(word)) return [];
  const basic = masculineGuess(word) ?? word;
  const parts = language.startsWith('de') ? split(basic) : [];
  return [basic, ...parts.filter((part) => !STOP_WORDS.has(part))].map((part) => stem(part, language));
}
