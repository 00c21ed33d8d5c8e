import { words } from '../text/tokens.ts';
import type { Numbers } from './inverted.ts';
import { createNumbers } from './inverted.ts';

const SHORTEST = 3;
const LONGEST = 5;

/**
 * Pieces of 3 to 5 letters of each word, its beginning and end marked by a space: what compounds, endings and misspellings share.
 */
export function gramsOfWord(word: string): string[] {
  const marked = ` ${word} `;
  const grams: string[] = [];
  for (let length = SHORTEST; length <= LONGEST; length += 1)
    for (let at = 0; at + length <= marked.length; at += 1) grams.push(marked.slice(at, at + length));
  return grams;
}

export interface GramBook {
  numbers: Numbers;
  /** Numbers of all pieces of a text; new pieces get a number. */
  add: (text: string) => number[];
  /** Numbers of the pieces that are known. */
  find: (text: string) => number[];
}

/** Texts repeat few words: each is cut up once. */
export function createGramBook(): GramBook {
  const numbers = createNumbers();
  const cut = new Map<string, number[]>();
  const add = (word: string) => {
    const before = cut.get(word);
    if (before) return before;
    const found = gramsOfWord(word).map(numbers.of);
    cut.set(word, found);
    return found;
  };
  const find = (word: string) => cut.get(word) ?? gramsOfWord(word).flatMap((gram) => numbers.known(gram) ?? []);
  return {
    numbers,
    add: (text) => words(text).flatMap(add),
    find: (text) => words(text).flatMap(find),
  };
}
