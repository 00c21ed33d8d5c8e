import type { Directory } from '../directory/types.ts';
import { masculineGuess } from '../text/gender-forms.ts';
import { withoutInflection } from '../text/inflection.ts';
import { words } from '../text/tokens.ts';
import type { WordFeatures } from '../text/word-features.ts';
import { createWordFeatures } from '../text/word-features.ts';
import type { LabelRow } from './each-label.ts';
import { eachLabel } from './each-label.ts';
import { SURNAME_CRAFTS } from './crafts.ts';
import type { Trie } from './trie.ts';
import { createTrie } from './trie.ts';
import type { Vocabulary } from './vocabulary.ts';
import { createVocabulary } from './vocabulary.ts';

/** Languages in which free text is read. */
export const READ_LANGUAGES = ['de', 'en'] as const;
export type ReadLanguage = (typeof READ_LANGUAGES)[number];

/** What must stand around a label before it counts: nothing, words of its field, or words of work beside a craft that is a surname. */
export type Needs = 'nothing' | 'field' | 'work';

/** What a label says when it is found. */
export interface LabelEntry {
  concept: number;
  /** As the directory writes it. */
  text: string;
  language: ReadLanguage;
  /** Found only when written with the same capitals: "SAP" and "HGB", no ordinary words. */
  needsSameCase: boolean;
  needs: Needs;
  /** "Engineering" is not found in "engineers". */
  isDeed: boolean;
  /** What the same stem stands for without "ing": "nurse" beside "nursing". */
  orElse?: LabelEntry;
}

/** A word as numbers: parts per language (-1: no label has it) and the stems that count for wording. */
export interface WordParts extends Record<ReadLanguage, Int32Array> {
  /** Whether any label of the language begins with it. */
  mayBegin: Record<ReadLanguage, boolean>;
  stems: Int32Array;
}

export interface Lexicon {
  directory: Directory;
  entries: Record<ReadLanguage, LabelEntry[]>;
  tries: Record<ReadLanguage, Trie>;
  vocabulary: Vocabulary;
  read: (word: string) => WordParts;
  /** Whether a part says only that somebody knows what stands before it. */
  isCarrier: (atom: number) => boolean;
}

/** "Javakenntnisse", "SAP-Erfahrung", "Pythonentwicklung". */
const CARRIERS =
  'kenntnis kenntnisse kenntnissen erfahrung erfahrungen entwicklung programmierung umfeld skills grundlagen'.split(
    ' ',
  );

const MOST_REMEMBERED = 200_000;
const SHORT = 2;
/** "SPS", "SAP", "HGB": capitals only, so that no ordinary word is taken for them. */
const ABBREVIATION = /^[\p{Lu}\d][\p{Lu}\d&/.+-]{1,5}$/u;
/** Labels of so many words are definitions, and nobody writes them. */
const MOST_WORDS = 10;

/** Reads the labels of occupations and skills into one automaton per language. About a second for ESCO. */
export function createLexicon(directory: Directory): Lexicon {
  const entries = { de: entriesOf(directory, 'de'), en: entriesOf(directory, 'en') };
  const features = createWordFeatures([...entries.de.map(({ text }) => text), ...CARRIERS]);
  const numbers = new Map<string, number>();
  const carriers = new Set(CARRIERS.map((word) => numberOf(numbers, `de ${withoutInflection(word, 'de')}`)));
  const sequences = (language: ReadLanguage) =>
    entries[language].map(({ text }) =>
      words(text).flatMap((word) => partsOf(word, language, features).map((part) => numberOf(numbers, part))),
    );
  const [german, english] = [sequences('de'), sequences('en')];
  const tries = { de: createTrie(german), en: createTrie(english) };
  addDoers(entries.en, english, tries.en);
  const vocabulary = createVocabulary(directory, features);
  return {
    directory,
    entries,
    tries,
    vocabulary,
    read: rememberingParts(numbers, features, tries, vocabulary),
    isCarrier: (atom) => carriers.has(atom),
  };
}

/** Deed and doer have one stem, and an end of the automaton holds one of them: the deed also knows the doer. */
function addDoers(entries: readonly LabelEntry[], sequences: readonly (readonly number[])[], trie: Trie): void {
  for (const [at, entry] of entries.entries()) {
    const end = (sequences[at] ?? []).reduce(trie.next, 0);
    const first = entries[trie.entryAt(end)];
    if (first?.isDeed && !entry.isDeed) first.orElse ??= entry;
  }
}

function rememberingParts(
  numbers: ReadonlyMap<string, number>,
  features: WordFeatures,
  tries: Lexicon['tries'],
  vocabulary: Vocabulary,
): Lexicon['read'] {
  const known = new Map<string, WordParts>();
  const parts = (word: string, language: ReadLanguage) =>
    Int32Array.from(partsOf(word, language, features), (part) => numbers.get(part) ?? -1);
  return (word) => {
    const before = known.get(word);
    if (before) return before;
    const [de, en] = [parts(word, 'de'), parts(word, 'en')];
    const mayBegin = { de: tries.de.next(0, de[0] ?? -1) >= 0, en: tries.en.next(0, en[0] ?? -1) >= 0 };
    const found = { de, en, mayBegin, stems: vocabulary.stemsOf(word) };
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(word, found);
    return found;
  };
}

function numberOf(numbers: Map<string, number>, part: string): number {
  const before = numbers.get(part);
  if (before !== undefined) return before;
  numbers.set(part, numbers.size);
  return numbers.size - 1;
}

/** A word's parts: a compound written in one, with hyphen or apart is the same sequence. */
function partsOf(word: string, language: ReadLanguage, { split }: WordFeatures): string[] {
  const basic = masculineGuess(word) ?? word;
  const parts = language === 'de' ? split(basic) : [];
  return (parts.length > 0 ? parts : [basic]).map((part) => `${language} ${withoutInflection(part, language)}`);
}

function entriesOf(directory: Directory, language: ReadLanguage): LabelEntry[] {
  const found: { kind: number; entry: LabelEntry }[] = [];
  for (const row of eachLabel(directory)) {
    const wordCount = words(row.text).length;
    if (!row.language.startsWith(language) || wordCount === 0 || wordCount > MOST_WORDS || isBareVerb(row)) continue;
    found.push({
      kind: Math.min(1, row.kind),
      entry: toEntry(row, language, directory.concepts.context[row.concept] ?? []),
    });
  }
  // Of labels that read the same the preferred one of a concept wins, then the one that stands first.
  return found.sort((a, b) => a.kind - b.kind).map(({ entry }) => entry);
}

/** "planen", "beraten": everybody writes them, and they name no skill. */
const isBareVerb = ({ text, language, conceptKind }: LabelRow): boolean =>
  conceptKind === 'skill' && language.startsWith('de') && /^\p{Ll}+n$/u.test(text);

function toEntry({ concept, text }: LabelRow, language: ReadLanguage, context: readonly string[]): LabelEntry {
  const [firstWord = ''] = words(text);
  const needs = needsOf(text, firstWord, context);
  return { concept, text, language, needs, needsSameCase: ABBREVIATION.test(text), isDeed: /ing$/iu.test(text) };
}

function needsOf(text: string, firstWord: string, context: readonly string[]): Needs {
  if (/\s/u.test(text)) return 'nothing';
  if (SURNAME_CRAFTS.has(masculineGuess(firstWord) ?? firstWord)) return 'work';
  return text.length <= SHORT || context.length > 0 ? 'field' : 'nothing';
}
