import { readFileSync } from 'node:fs';
import { fold, foldWithE } from '#ground/text/fold.ts';

const SHORTEST_PART = 4;
const LINKS = ['', 's', 'n', 'en', 'es', 'er', 'e'];
/** Words shorter than this are no compounds. */
const SHORTEST_COMPOUND = 9;
const MOST_TOKENS = 2_000;

/**
 * The one spelling under which names are stored and searched: "Müller", "Mueller" and "Muller" all become "muller".
 * The spelling of a beginning is the beginning of the spelling, so it works while typing.
 */
export const nameForm = (text: string): string => foldWithE(text).replace(/([aou])e/g, '$1');

/** All names of a person with a blank before each, so that the beginning of every word can be found. */
export function searchNames(names: readonly (string | null | undefined)[]): string {
  const words = new Set(names.flatMap((name) => nameForm(name ?? '').split(' ')).filter(Boolean));
  return ` ${[...words].join(' ')}`;
}

/** The words of a text as they are searched: folded, and the parts of German compounds. */
export function searchTokens(text: string): { folded: string; parts: string } {
  const tokens = new Set(fold(text).split(' ').slice(0, MOST_TOKENS));
  const parts = new Set<string>();
  for (const token of tokens) for (const part of compoundParts(token)) parts.add(part);
  return { folded: [...tokens].join(' '), parts: [...parts].join(' ') };
}

const known = new Map<string, string[]>();

/**
 * The parts of a German compound, longest match first, with linking letters: "softwareentwicklung" gives software and
 * entwicklung, "elektronikentwicklungsingenieurin" three. Empty when it is not made of known words.
 * @param word folded, as from `fold`
 */
export function compoundParts(word: string): string[] {
  if (word.length < SHORTEST_COMPOUND || !/^[a-z]+$/.test(word)) return [];
  const remembered = known.get(word);
  if (remembered) return remembered;
  const parts = splitFrom(word, 0, new Set()) ?? tailOf(word);
  const found = parts.length > 1 || parts[0] !== word ? parts : [];
  if (known.size > 50_000) known.clear();
  known.set(word, found);
  return found;
}

function splitFrom(word: string, start: number, dead: Set<number>): string[] | undefined {
  if (start === word.length) return [];
  if (dead.has(start)) return undefined;
  for (let end = word.length; end - start >= SHORTEST_PART; end -= 1) {
    const part = word.slice(start, end);
    if (!vocabulary().has(part) || part === word) continue;
    const rest = afterLink(word, end, dead);
    if (rest) return [part, ...rest];
  }
  dead.add(start);
  return undefined;
}

/** What follows a part, after its linking letters. At the very end of the word they are a plural. */
function afterLink(word: string, end: number, dead: Set<number>): string[] | undefined {
  for (const link of LINKS) {
    const rest = word.startsWith(link, end) ? splitFrom(word, end + link.length, dead) : undefined;
    if (rest) return rest;
  }
  return undefined;
}

/** When the first part is unknown ("Umrichterentwicklung"), the known end alone still helps. */
function tailOf(word: string): string[] {
  for (let start = SHORTEST_PART; start <= word.length - 6; start += 1) {
    const tail = word.slice(start);
    if (vocabulary().has(tail)) return [word.slice(0, start).replace(/s$/, ''), tail];
  }
  return [];
}

let words: Set<string> | undefined;

/** Frequent words of occupations and engineering, folded, one per line. */
function vocabulary(): Set<string> {
  words ??= new Set(
    readFileSync(new URL('words/compound-words.txt', import.meta.url), 'utf8')
      .split(/\s+/)
      .filter(Boolean),
  );
  return words;
}
