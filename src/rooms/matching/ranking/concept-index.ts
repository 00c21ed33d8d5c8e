import { targetsOf } from '../directory/links.ts';
import type { ConceptKind, Description, Directory } from '../directory/types.ts';
import { CONCEPT_KINDS } from '../directory/types.ts';
import type { WordFeatures } from '../text/word-features.ts';
import { createWordFeatures } from '../text/word-features.ts';
import type { GramBook } from './grams.ts';
import { createGramBook } from './grams.ts';
import type { Inverted, Numbers } from './inverted.ts';
import { BM25, COSINE, counted, createNumbers, invert } from './inverted.ts';
import type { TextPair, Translations } from './translations.ts';
import { learnTranslations } from './translations.ts';

/** Languages whose words are compared with each other over the directory. */
export const BRIDGED = ['de', 'en'] as const;

/** Everything needed to find the concepts of a title or phrase. Built once per directory and kind, a few seconds for ESCO. */
export interface ConceptIndex {
  directory: Directory;
  kinds: readonly ConceptKind[];
  /** Concepts that can be found; their place here is their slot. */
  concepts: Int32Array;
  slotOf: Int32Array;
  /** Labels that can be found, in the order of their slots. */
  labels: Int32Array;
  slotOfLabel: Int32Array;
  words: WordFeatures;
  grams: GramBook;
  gramIndex: Inverted;
  wordNumbers: Numbers;
  /** Stems per label, the language before the stem. */
  wordIndex: Inverted;
  profileNumbers: Numbers;
  /** Stems of all labels and the description of a concept. */
  profileIndex: Inverted;
  /** Stems of the skills that an occupation needs. */
  skillIndex: Inverted;
  translations: Record<string, Translations>;
}

export function createConceptIndex(directory: Directory, kinds: readonly ConceptKind[]): ConceptIndex {
  const words = createWordFeatures(germanTexts(directory));
  const places = placesOf(directory, kinds);
  const grams = createGramBook();
  const wordNumbers = createNumbers();
  const texts = Array.from(places.labels, (label) => ({
    text: directory.labels.text[label] ?? '',
    language: languageOf(directory, label),
  }));
  const gramDocuments = texts.map(({ text }) => counted(grams.add(text)));
  const wordDocuments = texts.map(({ text, language }) =>
    counted(words.stems(text, language).map((stem) => wordNumbers.of(wordKey(language, stem)))),
  );
  return {
    directory,
    kinds,
    ...places,
    words,
    grams,
    gramIndex: invert(gramDocuments, grams.numbers.count(), COSINE),
    wordNumbers,
    wordIndex: invert(wordDocuments, wordNumbers.count(), COSINE),
    ...profiles(directory, places, words),
    translations: {
      de: learnTranslations(pairsOf(directory, words, 'de', 'en')),
      en: learnTranslations(pairsOf(directory, words, 'en', 'de')),
    },
  };
}

export const wordKey = (language: string, stem: string) => `${language.slice(0, 2)} ${stem}`;

export const languageOf = (directory: Directory, label: number) =>
  directory.languages[directory.labels.language[label] ?? 0] ?? '';

type Places = Pick<ConceptIndex, 'concepts' | 'slotOf' | 'labels' | 'slotOfLabel'>;

function placesOf({ concepts, labels }: Directory, kinds: readonly ConceptKind[]): Places {
  const wanted = new Set(kinds.map((kind) => CONCEPT_KINDS.indexOf(kind)));
  const found: number[] = [];
  const slotOf = new Int32Array(concepts.count).fill(-1);
  for (let concept = 0; concept < concepts.count; concept += 1)
    if (wanted.has(concepts.kinds[concept] ?? -1)) slotOf[concept] = found.push(concept) - 1;
  const isWanted = (label: number) => (slotOf[labels.concept[label] ?? 0] ?? -1) >= 0;
  const wantedLabels = Int32Array.from({ length: labels.count }, (_, label) => label).filter(isWanted);
  return {
    concepts: Int32Array.from(found),
    slotOf,
    labels: wantedLabels,
    slotOfLabel: wantedLabels.map((label) => slotOf[labels.concept[label] ?? 0] ?? 0),
  };
}

function* germanTexts(directory: Directory): Generator<string> {
  const { labels, descriptions } = directory;
  for (let label = 0; label < labels.count; label += 1)
    if (languageOf(directory, label).startsWith('de')) yield labels.text[label] ?? '';
  for (const { language, text } of descriptions) if (language === 'de') yield text;
}

const isBridged = (language: string) => BRIDGED.some((known) => language.startsWith(known));

function profiles(directory: Directory, { concepts, slotOf }: Places, words: WordFeatures) {
  const profileNumbers = createNumbers();
  const numbersOf = (text: string, language: string) => words.stems(text, language).map(profileNumbers.of);
  const texts: number[][] = Array.from(concepts, (concept) => labelsOf(directory, concept, numbersOf));
  for (const { concept, language, text } of directory.descriptions) {
    const slot = slotOf[concept] ?? -1;
    if (slot >= 0 && isBridged(language)) texts[slot]?.push(...numbersOf(text, language));
  }
  const skills = Array.from(concepts, (concept) =>
    Array.from(targetsOf(directory.relations.essential, concept)).flatMap((skill) =>
      labelsOf(directory, skill, numbersOf),
    ),
  );
  const count = profileNumbers.count();
  return {
    profileNumbers,
    profileIndex: invert(texts.map(counted), count, BM25),
    skillIndex: invert(skills.map(counted), count, BM25),
  };
}

function labelsOf(
  directory: Directory,
  concept: number,
  numbersOf: (text: string, language: string) => number[],
): number[] {
  const found: number[] = [];
  for (const label of labelsRange(directory, concept)) {
    const language = languageOf(directory, label);
    if (isBridged(language)) found.push(...numbersOf(directory.labels.text[label] ?? '', language));
  }
  return found;
}

/** Whole descriptions are too long to tell which word translates which. */
const firstSentence = (text: string) => text.split(/[.;:](?:\s|$)/u, 1)[0] ?? '';

/** The first label of each concept in both languages (preferred ones come first), and the beginning of its description in both. */
function* textPairs(directory: Directory, from: string, to: string): Generator<[string, string]> {
  for (let concept = 0; concept < directory.concepts.count; concept += 1) {
    const first = firstLabels(directory, concept);
    const [one, other] = [first.get(from), first.get(to)];
    if (one && other) yield [one, other];
  }
  const isOther = ({ language }: Description) => language === to;
  const described = new Map(directory.descriptions.filter(isOther).map(({ concept, text }) => [concept, text]));
  for (const { concept, language, text } of directory.descriptions) {
    const other = described.get(concept);
    if (language === from && other) yield [firstSentence(text), firstSentence(other)];
  }
}

function firstLabels(directory: Directory, concept: number): Map<string, string> {
  const first = new Map<string, string>();
  for (const label of labelsRange(directory, concept)) {
    const language = languageOf(directory, label);
    if (!first.has(language)) first.set(language, directory.labels.text[label] ?? '');
  }
  return first;
}

/** The labels of a concept, preferred ones first. */
function* labelsRange({ labels: { starts } }: Directory, concept: number): Generator<number> {
  const end = starts[concept + 1] ?? 0;
  for (let label = starts[concept] ?? 0; label < end; label += 1) yield label;
}

function pairsOf(directory: Directory, words: WordFeatures, from: string, to: string): TextPair[] {
  return Array.from(textPairs(directory, from, to), ([one, other]) => ({
    from: words.stems(one, from),
    to: words.stems(other, to),
  }));
}
