import type { Directory } from '../directory/types.ts';
import { stem } from '../text/stem.ts';
import { STOP_WORDS } from '../text/stop-words.ts';
import { masculineGuess } from '../text/gender-forms.ts';
import { words } from '../text/tokens.ts';
import type { WordFeatures } from '../text/word-features.ts';
import { eachLabel, isGermanOrEnglish } from './each-label.ts';
import { SURNAME_CRAFTS } from './crafts.ts';
import { PERSONAL_WORDS } from './personal-words.ts';

/**
 * Stems that count as wording: those of the directory's labels, so that no name, street or firm can ever weigh. German and English share
 * one numbering: "Datenmodell" and "data model" meet in their common stem.
 */
export interface Vocabulary {
  count: number;
  stemsOf: (word: string) => Int32Array;
  /** The first word that a stem was met as. */
  wordOf: (stem: number) => string;
  rarityOf: (stem: number) => number;
}

const SHORTEST = 3;
const NONE = new Int32Array(0);

export function createVocabulary(directory: Directory, features: WordFeatures): Vocabulary {
  const numbers = new Map<string, number>();
  const firstWords: string[] = [];
  const counts: number[] = [];
  const origins = originStems(directory);
  for (const word of labelWords(directory)) {
    for (const found of stemsOfWord(word, features)) {
      if (origins.has(found)) continue;
      const number = numbers.get(found) ?? firstWords.push(word) - 1;
      numbers.set(found, number);
      counts[number] = (counts[number] ?? 0) + 1;
    }
  }
  return {
    count: numbers.size,
    stemsOf: (word) => {
      const found = new Set(stemsOfWord(word, features).flatMap((found) => numbers.get(found) ?? []));
      return found.size === 0 ? NONE : Int32Array.from(found);
    },
    wordOf: (number) => firstWords[number] ?? '',
    rarityOf: (number) => Math.log((1 + directory.labels.count) / (1 + (counts[number] ?? 0))),
  };
}

function* labelWords(directory: Directory): Generator<string> {
  for (const { text, language, isOfLanguage } of eachLabel(directory))
    if (!isOfLanguage && isGermanOrEnglish(language)) yield* words(text);
}

/** Names of languages say where somebody comes from: "deutsch", "türkisch". Languages have a criterion of their own. */
function originStems(directory: Directory): Set<string> {
  const found = new Set<string>();
  for (const { text, isOfLanguage } of eachLabel(directory))
    if (isOfLanguage) for (const word of words(text)) found.add(stem(word, 'de')).add(stem(word, 'en'));
  return found;
}

/** Stems in both languages of a word and, if it is a German compound, of its parts. */
function stemsOfWord(word: string, { split }: WordFeatures): string[] {
  const basic = masculineGuess(word) ?? word;
  if (PERSONAL_WORDS.has(basic)) return [];
  return [basic, ...split(basic)]
    .filter(counts)
    .flatMap((part) => [stem(part, 'de'), stem(part, 'en')])
    .filter((found) => found.length >= SHORTEST);
}

const counts = (word: string) =>
  word.length >= SHORTEST &&
  !STOP_WORDS.has(word) &&
  !PERSONAL_WORDS.has(word) &&
  !SURNAME_CRAFTS.has(word) &&
  !/^\d+$/u.test(word);
