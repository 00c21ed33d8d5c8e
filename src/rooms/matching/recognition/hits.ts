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
  const hasHyphen = reading.text.charCodeAt(reading.tokens[at]?.end ?? 0) === 45;
  const mayBegin = reading.parts[at]?.mayBegin;
  let longest: Hit | undefined;
  for (const language of READ_LANGUAGES) {
    if (!mayBegin?.[language] && !hasHyphen) continue;
    const hit = longestFrom(reading, language, at) ?? (hasHyphen ? hyphenated(reading, language, at) : undefined);
    if (hit && (!longest || hit.last > longest.last || isCloser(reading, hit, longest))) longest = hit;
  }
  return longest;
}

/** Two languages, one stretch of text: the label that is written like the text is meant. */
function isCloser({ text, tokens }: TextReading, hit: Hit, other: Hit): boolean {
  if (hit.last !== other.last) return false;
  const written = text.slice(tokens[hit.first]?.start, tokens[hit.last]?.end).toLowerCase();
  return other.entry.text.toLowerCase() !== written && hit.entry.text.toLowerCase() === written;
}

function longestFrom(reading: TextReading, language: ReadLanguage, first: number): Hit | undefined {
  const { lexicon, tokens, parts: words } = reading;
  const trie = lexicon.tries[language];
  let node = 0;
  let found: Hit | undefined;
  for (let last = first; last < tokens.length; last += 1) {
    if (last > first && isApart(reading, last)) return found;
    const parts = words[last]?.[language];
    for (let part = 0; parts && part < parts.length; part += 1) {
      node = trie.next(node, parts[part] ?? -1);
      if (node < 0) return found;
      const entry = lexicon.entries[language][trie.entryAt(node)];
      if (entry && endsHere(lexicon, parts, part)) found = toHit(reading, entry, first, last) ?? found;
    }
  }
  return found;
}

/** A comma, full stop or line break stands between two things, never inside one. */
function isApart({ text, tokens }: TextReading, at: number): boolean {
  const start = tokens[at - 1]?.end ?? 0;
  const end = tokens[at]?.start ?? 0;
  for (let place = start; place < end; place += 1) {
    const code = text.charCodeAt(place);
    if (code === 44 || code === 59 || code === 124 || code === 0x20_22) return true;
    if (code === 46 && end - start > 1) return true;
    if (code === 10 && text.charCodeAt(place + 1) === 10) return true;
  }
  return false;
}

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

function toHit({ text, tokens }: TextReading, entry: LabelEntry, first: number, last: number): Hit | undefined {
  if (entry.isDeed && !tokens[last]?.word.endsWith('ing')) return undefined;
  const isOtherCase =
    (entry.needsSameCase || entry.needs === 'field') && !text.startsWith(entry.text, tokens[first]?.start ?? 0);
  if (isOtherCase && entry.needsSameCase && entry.needs === 'nothing' && entry.text.length <= MOST_LETTERS_OF_WORD)
    return undefined;
  return { entry, first, last, isOtherCase };
}

/** Abbreviations of up to so many letters are ordinary words in small letters: "it", "not", "pest". */
const MOST_LETTERS_OF_WORD = 6;
