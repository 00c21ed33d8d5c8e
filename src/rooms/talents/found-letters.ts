import { nameForm } from './search-words.ts';

/**
 * The letters of a name that a search found, as [from, to) in the name: the beginnings of words that are spelled so.
 * "Krähenbühl" and "kraehen" give [0, 6].
 */
export function foundLetters(name: string, q: string): [number, number][] {
  const wanted = nameForm(q).split(' ').filter(Boolean);
  const found: [number, number][] = [];
  for (const word of name.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const length = Math.max(0, ...wanted.map((begin) => lengthOf(word[0], begin)));
    if (length > 0) found.push([word.index, word.index + length]);
  }
  return found;
}

/** How many letters of the word the folded beginning covers; 0 when the word does not begin so. */
function lengthOf(word: string, begin: string): number {
  if (!nameForm(word).startsWith(begin)) return 0;
  for (let length = 1; length <= word.length; length += 1) {
    if (nameForm(word.slice(0, length)).length >= begin.length) return length;
  }
  return word.length;
}
