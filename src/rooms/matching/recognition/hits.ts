import type { Token } from '../text/tokens.ts';
import type { LabelEntry, Lexicon, ReadLanguage, WordParts } from './lexicon.ts';
import { READ_LANGUAGES } from './lexicon.ts';

/** A label in a text. */
export interface Hit {
  entry: LabelEntry;
  /** First and last token. */
  first: number;
  last: number;
  /** Written with other capitals than the directory: counts only in a list of such things. */
  isOtherCase: boolean;
}

/** A text as the automaton reads it. */
export interface TextReading {
  lexicon: Lexicon;
  text: string;
  tokens: readonly Token[];
  parts: readonly WordParts[];
}

/** All labels in the order of the text. Of overlapping ones the first counts, of those that begin together the longest. */
export function findHits(reading: TextReading): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < reading.tokens.length; at += 1) {
    const longest = longestAt(reading, at);
    if (!longest) continue;
    hits.push(longest);
    at = longest.last;
  }
  return hits;
}

function longestAt(reading: TextReading, at: number): Hit | undefined {
  const [token, parts] = [reading.tokens[at], reading.parts[at]];
  if (!token || !parts) return undefined;
  const hasHyphen = reading.text.charCodeAt(token.end) === HYPHEN;
  let longest: Hit | undefined;
  for (const language of READ_LANGUAGES) {
    if (!parts.mayBegin[language] && !hasHyphen) continue;
    const hit = longestFrom(reading, language, at) ?? (hasHyphen ? hyphenated(reading, language, at) : undefined);
    longest = betterOf(reading, longest, hit);
  }
  return longest;
}

function betterOf(reading: TextReading, one: Hit | undefined, other: Hit | undefined): Hit | undefined {
  if (!one || !other) return one ?? other;
  return other.last > one.last || isCloser(reading, other, one) ? other : one;
}

const HYPHEN = 45;

/** Two languages, one stretch of text: the label that is written like the text is meant. */
function isCloser({ text, tokens }: TextReading, hit: Hit, other: Hit): boolean {
  if (hit.last !== other.last) return false;
  const written = text.slice(tokens[hit.first]?.start, tokens[hit.last]?.end).toLowerCase();
  return other.entry.text.toLowerCase() !== written && hit.entry.text.toLowerCase() === written;
}

function longestFrom(reading: TextReading, language: ReadLanguage, first: number): Hit | undefined {
  const step: Step = { node: 0, found: undefined };
  for (let last = first; last < reading.tokens.length; last += 1) {
    if (last > first && isApart(reading, last)) break;
    if (!walkWord(reading, language, first, last, step)) break;
  }
  return step.found;
}

interface Step {
  node: number;
  found: Hit | undefined;
}

/** Walks the automaton over the parts of one word; false where no label goes on. */
function walkWord(reading: TextReading, language: ReadLanguage, first: number, last: number, step: Step): boolean {
  const { lexicon } = reading;
  const { [language]: trie } = lexicon.tries;
  const parts = reading.parts[last]?.[language] ?? NO_PARTS;
  for (let at = 0; at < parts.length; at += 1) {
    step.node = trie.next(step.node, atomAt(parts, at));
    if (step.node < 0) return false;
    const entry = lexicon.entries[language][trie.entryAt(step.node)];
    if (entry && endsHere(lexicon, parts, at)) step.found = toHit(reading, entry, first, last) ?? step.found;
  }
  return true;
}

const atomAt = (parts: Int32Array, at: number): number => parts[at] ?? -1;
const NO_PARTS = new Int32Array(0);
const APART = /[,;|•]|\.[^]|[^]\.|\n\n/u;

/** A comma, full stop or empty line stands between two things, never inside one. */
function isApart({ text, tokens }: TextReading, at: number): boolean {
  const [start = 0, end = 0] = [tokens[at - 1]?.end, tokens[at]?.start];
  if (end - start > 1) return APART.test(text.slice(start, end));
  return end > start && SEPARATORS.includes(text.charCodeAt(start));
}

const SEPARATORS = Array.from(',;|', (sign) => sign.charCodeAt(0));

/** At the end of a word, or before "-kenntnisse". */
function endsHere(lexicon: Lexicon, parts: Int32Array, part: number): boolean {
  const left = parts.length - 1 - part;
  return left === 0 || (left === 1 && lexicon.isCarrier(parts[part + 1] ?? -1));
}

/** "Projekt-Management" is "Projektmanagement". */
function hyphenated(reading: TextReading, language: ReadLanguage, first: number): Hit | undefined {
  const { lexicon, tokens } = reading;
  const [one, other] = [tokens[first], tokens[first + 1]];
  if (!one || !other || other.start !== one.end + 1) return undefined;
  let node = 0;
  for (const atom of lexicon.read(one.word + other.word)[language]) {
    node = lexicon.tries[language].next(node, atom);
    if (node < 0) return undefined;
  }
  const entry = lexicon.entries[language][lexicon.tries[language].entryAt(node)];
  return entry && !entry.needsSameCase ? { entry, first, last: first + 1, isOtherCase: false } : undefined;
}

function toHit(reading: TextReading, entry: LabelEntry, first: number, last: number): Hit | undefined {
  if (entry.isDeed && !endsInDeed(reading.tokens[last]))
    return entry.orElse && toHit(reading, entry.orElse, first, last);
  const isOtherCase = mindsCase(entry) && !isWrittenSo(reading, entry, first);
  return isOtherCase && isOrdinaryWord(entry) ? undefined : { entry, first, last, isOtherCase };
}

const endsInDeed = (token: Token | undefined): boolean => token?.word.endsWith('ing') === true;
const isWrittenSo = ({ text, tokens }: TextReading, entry: LabelEntry, first: number): boolean =>
  text.startsWith(entry.text, tokens[first]?.start ?? 0);
const mindsCase = ({ needsSameCase, needs }: LabelEntry) => needsSameCase || needs === 'field';

/** Abbreviations of up to so many letters are ordinary words in small letters: "it", "not", "pest". */
const MOST_LETTERS_OF_WORD = 6;
const isOrdinaryWord = ({ needsSameCase, needs, text }: LabelEntry) =>
  needsSameCase && needs === 'nothing' && text.length <= MOST_LETTERS_OF_WORD;
