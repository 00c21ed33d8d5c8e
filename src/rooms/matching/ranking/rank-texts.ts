import { guessLanguage } from '../text/language.ts';
import { normalise } from '../text/tokens.ts';
import type { ConceptIndex } from './concept-index.ts';
import { BRIDGED, wordKey } from './concept-index.ts';
import type { ConceptVector } from './concept-vectors.ts';
import { groupsOf, toVector, vectorOfConcepts } from './concept-vectors.ts';
import { createFinder } from './find-concepts.ts';
import { createGramBook } from './grams.ts';
import type { Inverted } from './inverted.ts';
import { accumulate, COSINE, cosineQuery, counted, createNumbers, invert } from './inverted.ts';

/** Ranks a fixed set of titles or phrases for one title after the other. */
export interface TextRanker {
  /** Places of all texts, best first; equal scores in the order of the texts. The scores are those of the texts. */
  rank: (query: string) => { order: number[]; scores: Float32Array };
}

export interface RankOptions {
  /** Language of the queries and of the texts; guessed per text where absent. */
  queryLanguage?: string;
  textLanguage?: string;
}

/** Of the direct comparison: pieces of words against whole stems. */
const GRAM_SHARE = 0.65;
/** For texts that are no label: the directory against the direct comparison. */
const BRIDGE_SHARE = 0.6;
/** The same for texts in a language that the directory knows few words of. */
const BRIDGE_SHARE_FOREIGN = 0.3;
/** For texts that are a label: the direct comparison only orders the labels of one concept. */
const OWN_SHARE = 0.03;
/** The more certain a concept, the sooner its further labels come; of an uncertain one, the best label first, then other concepts. */
const BREADTH = 0.3;
const CERTAIN_FROM = 0.3;
const CERTAIN_AT = 0.7;

interface Corpus {
  index: ConceptIndex;
  count: number;
  /** Concepts of which a text is a label. */
  conceptsOf: (readonly number[])[];
  grams: ReturnType<typeof createGramBook>;
  gramIndex: Inverted;
  wordNumbers: ReturnType<typeof createNumbers>;
  wordIndex: Inverted;
  vectors: Inverted;
}

export function createTextRanker(index: ConceptIndex, texts: readonly string[], options: RankOptions = {}): TextRanker {
  const find = createFinder(index);
  const groups = groupsOf(index);
  const corpus = indexTexts(index, texts, options, (text, slots) =>
    slots.length > 0
      ? vectorOfConcepts(slots, index.concepts.length, groups)
      : toVector(find(text, options.textLanguage), groups),
  );
  const work = { own: new Float32Array(texts.length), touched: new Int32Array(texts.length) };
  return {
    rank: (query) => {
      const language = options.queryLanguage ?? guessLanguage(query);
      compareDirectly(corpus, query, language, work);
      const found = find(query, language);
      const bridge = compareVectors(corpus, toVector(found, groups));
      const share = isBridged(language) ? BRIDGE_SHARE : BRIDGE_SHARE_FOREIGN;
      const scores = combine(corpus, { own: work.own, bridge, share, concepts: found.scores });
      return { order: inOrder(scores, work.own), scores };
    },
  };
}

function indexTexts(
  index: ConceptIndex,
  texts: readonly string[],
  { textLanguage }: RankOptions,
  vectorOf: (text: string, slots: readonly number[]) => ConceptVector,
): Corpus {
  const grams = createGramBook();
  const wordNumbers = createNumbers();
  const byLabel = labelsByText(index);
  const conceptsOf = texts.map((text) => byLabel.get(normalise(text)) ?? []);
  const gramDocuments = texts.map((text) => counted(grams.add(text)));
  const wordDocuments = texts.map((text) => {
    const language = textLanguage ?? guessLanguage(text);
    return counted(index.words.stems(text, language).map((stem) => wordNumbers.of(wordKey(language, stem))));
  });
  return {
    index,
    count: texts.length,
    conceptsOf,
    grams,
    gramIndex: invert(gramDocuments, grams.numbers.count(), COSINE),
    wordNumbers,
    wordIndex: invert(wordDocuments, wordNumbers.count(), COSINE),
    vectors: invertVectors(texts.map((text, at) => vectorOf(text, conceptsOf[at] ?? []))),
  };
}

function labelsByText({ directory, labels, slotOfLabel }: ConceptIndex): Map<string, number[]> {
  const slots = new Map<string, number[]>();
  for (const [at, label] of labels.entries()) {
    const text = normalise(directory.labels.text[label] ?? '');
    const slot = slotOfLabel[at] ?? 0;
    const known = slots.get(text);
    if (!known) slots.set(text, [slot]);
    else if (!known.includes(slot)) known.push(slot);
  }
  return slots;
}

function invertVectors(vectors: readonly ConceptVector[]): Inverted {
  const dimensions = vectors.reduce((most, vector) => Math.max(most, ...vector.dimensions), 0) + 1;
  return invert(
    vectors.map(({ dimensions, weights }) => new Map(dimensions.map((dimension, at) => [dimension, weights[at] ?? 0]))),
    dimensions,
    { rarity: () => 1, weigh: () => (_, weight) => weight },
  );
}

interface Work {
  own: Float32Array;
  touched: Int32Array;
}

function compareDirectly(corpus: Corpus, query: string, language: string, { own, touched }: Work): void {
  own.fill(0);
  const grams = counted(corpus.grams.find(query));
  const stems = corpus.index.words.stems(query, language);
  const words = counted(stems.flatMap((stem) => corpus.wordNumbers.known(wordKey(language, stem)) ?? []));
  accumulate(corpus.gramIndex, cosineQuery(corpus.gramIndex, grams, { scale: GRAM_SHARE }), own, touched);
  accumulate(corpus.wordIndex, cosineQuery(corpus.wordIndex, words, { scale: 1 - GRAM_SHARE }), own, touched);
}

function compareVectors(corpus: Corpus, { dimensions, weights }: ConceptVector): Float32Array {
  const scores = new Float32Array(corpus.count);
  const known = corpus.vectors.starts.length - 1;
  const query = dimensions
    .map((feature, at) => ({ feature, weight: weights[at] ?? 0 }))
    .filter(({ feature }) => feature < known);
  accumulate(corpus.vectors, query, scores, new Int32Array(corpus.count));
  return scores;
}

const isBridged = (language: string) => BRIDGED.some((known) => language.startsWith(known));

/** Best first; of equal scores the one that fits better directly, then the earlier one. */
function inOrder(scores: Float32Array, own: Float32Array): number[] {
  return Array.from(scores.keys()).sort(
    (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || (own[b] ?? 0) - (own[a] ?? 0) || a - b,
  );
}

interface Parts {
  own: Float32Array;
  bridge: Float32Array;
  /** Of the bridge. */
  share: number;
  concepts: Float32Array;
}

function combine(corpus: Corpus, parts: Parts): Float32Array {
  const firstOf = bestTextOfConcepts(corpus, parts.own);
  return Float32Array.from(corpus.conceptsOf, (slots, text) =>
    slots.length === 0 ? bridged(parts, text) : Math.max(...slots.map((slot) => asLabel(parts, text, slot, firstOf))),
  );
}

const bridged = ({ own, bridge, share }: Parts, text: number) => (1 - share) * at(own, text) + share * at(bridge, text);

function asLabel({ own, concepts }: Parts, text: number, slot: number, firstOf: ReadonlyMap<number, number>): number {
  const score = at(concepts, slot);
  const kept = firstOf.get(slot) === text ? 1 : 1 - BREADTH * doubt(score);
  return score * kept + OWN_SHARE * at(own, text);
}

const at = (values: ArrayLike<number>, place: number): number => values[place] ?? 0;

function bestTextOfConcepts(corpus: Corpus, own: Float32Array): Map<number, number> {
  const firstOf = new Map<number, number>();
  for (const [at, slots] of corpus.conceptsOf.entries()) {
    for (const slot of slots) {
      const first = firstOf.get(slot);
      if (first === undefined || (own[at] ?? 0) > (own[first] ?? 0)) firstOf.set(slot, at);
    }
  }
  return firstOf;
}

/** From 1 for a concept that hardly fits to 0 for one that fits well. */
const doubt = (score: number) => Math.min(1, Math.max(0, (CERTAIN_AT - score) / (CERTAIN_AT - CERTAIN_FROM)));
