import { guessLanguage } from '../text/language.ts';
import type { BestThree } from './best-three.ts';
import { clear, createBestThree, moveToSlots } from './best-three.ts';
import type { ConceptIndex } from './concept-index.ts';
import { BRIDGED, wordKey } from './concept-index.ts';
import type { Inverted, QueryFeature } from './inverted.ts';
import { accumulate, cosineQuery, counted, plainQuery } from './inverted.ts';
import type { Shares } from './shares.ts';
import { sharesFor } from './shares.ts';

/** Of a title's pieces of words the commonest, which hold this part of it and a good part of the work, are left out. */
const SPARED = 0.02;

export interface ConceptScores {
  /** Score from 0 to 1 for each slot of the index. Overwritten by the next call. */
  scores: Float32Array;
  /** For each slot its best label (place in the index's labels), -1 for none. Overwritten by the next call. */
  bestLabel: Int32Array;
}

export type ConceptFinder = (title: string, language?: string) => ConceptScores;

interface Workspace extends ConceptScores {
  index: ConceptIndex;
  shares: Shares;
  labels: Float32Array;
  texts: Float32Array;
  touched: Int32Array;
  best: BestThree;
}

/** Scores all concepts of an index against titles or phrases. One finder serves one caller at a time: it reuses its memory. */
export function createFinder(index: ConceptIndex, shares = sharesFor(index.kinds)): ConceptFinder {
  const slots = index.concepts.length;
  const space: Workspace = {
    index,
    shares,
    scores: new Float32Array(slots),
    bestLabel: new Int32Array(slots),
    labels: new Float32Array(index.labels.length),
    texts: new Float32Array(slots),
    touched: new Int32Array(Math.max(index.labels.length, slots)),
    best: createBestThree(slots),
  };
  return (title, language = guessLanguage(title)) => {
    space.scores.fill(0);
    space.bestLabel.fill(-1);
    const stems = index.words.stems(title, language);
    addGrams(space, title);
    addWords(space, new Map(stems.map((stem) => [wordKey(language, stem), 1])), space.shares.words);
    addWords(space, translated(index, stems, language), space.shares.translation);
    addTexts(space, stems);
    return space;
  };
}

function addGrams(space: Workspace, title: string): void {
  const { gramIndex, grams } = space.index;
  const query = cosineQuery(gramIndex, counted(grams.find(title)), { leftOut: SPARED });
  addLabels(space, gramIndex, query, space.shares.grams);
}

function addWords(space: Workspace, weights: ReadonlyMap<string, number>, share: number): void {
  const { wordIndex, wordNumbers } = space.index;
  const known = new Map<number, number>();
  for (const [key, weight] of weights) {
    const number = wordNumbers.known(key);
    if (number !== undefined) known.set(number, weight);
  }
  addLabels(space, wordIndex, cosineQuery(wordIndex, known), share);
}

/** A German title is compared with English labels through the words that translate it, and the other way round. */
function translated(index: ConceptIndex, stems: readonly string[], language: string): Map<string, number> {
  const own = language.slice(0, 2);
  const other = BRIDGED.find((known) => known !== own) ?? '';
  const weights = new Map<string, number>();
  for (const stem of stems) {
    for (const { stem: word, probability } of index.translations[own]?.get(stem) ?? []) {
      const key = wordKey(other, word);
      weights.set(key, Math.min(1, (weights.get(key) ?? 0) + probability));
    }
  }
  return weights;
}

function addLabels(space: Workspace, inverted: Inverted, query: readonly QueryFeature[], share: number): void {
  const { labels, best, index } = space;
  const touched = space.touched.subarray(0, accumulate(inverted, query, labels, space.touched));
  moveToSlots(best, { scores: labels, touched, slotOfLabel: index.slotOfLabel });
  addBest(space, share);
  clear(best);
}

function addBest({ best: { first, second, third, label }, scores, bestLabel, shares }: Workspace, share: number): void {
  const ofBest = share * shares.bestLabel;
  const ofMean = (share - ofBest) / 3;
  for (const [slot, top] of first.entries()) {
    if (top === 0) continue;
    const sum = top + at(second, slot) + at(third, slot);
    scores[slot] = at(scores, slot) + ofBest * top + ofMean * sum;
    if (bestLabel[slot] === -1) bestLabel[slot] = at(label, slot);
  }
}

function addTexts(space: Workspace, stems: readonly string[]): void {
  const { index, shares } = space;
  const query = plainQuery(counted(stems.flatMap((stem) => index.profileNumbers.known(stem) ?? [])));
  if (shares.profile > 0) addText(space, index.profileIndex, query, shares.profile);
  if (shares.skills > 0) addText(space, index.skillIndex, query, shares.skills);
}

/** The best text of all gets the whole share: BM25 has no upper end of its own. */
function addText(space: Workspace, inverted: Inverted, query: readonly QueryFeature[], share: number): void {
  const { texts, scores } = space;
  const touched = space.touched.subarray(0, accumulate(inverted, query, texts, space.touched));
  let most = 0;
  for (const slot of touched) most = Math.max(most, texts[slot] ?? 0);
  for (const slot of touched) {
    scores[slot] = (scores[slot] ?? 0) + (share * (texts[slot] ?? 0)) / most;
    texts[slot] = 0;
  }
}

export interface FoundConcept {
  /** Concept of the directory. */
  concept: number;
  /** 0 to 1. */
  score: number;
  /** The label that fits best, as the directory writes it; empty where only a description fits. */
  label: string;
}

/** The best concepts of an answer, best first; of equal scores the one that stands earlier in the directory. */
export function bestConcepts(index: ConceptIndex, { scores, bestLabel }: ConceptScores, count: number): FoundConcept[] {
  return topSlots(scores, count).map((slot) => ({
    concept: index.concepts[slot] ?? 0,
    score: scores[slot] ?? 0,
    label: index.directory.labels.text[index.labels[bestLabel[slot] ?? -1] ?? -1] ?? '',
  }));
}

/** The slots with the highest scores above zero, best first; of equal scores the lower slot. */
export function topSlots(scores: Float32Array, count: number): number[] {
  const top: number[] = [];
  let least = 0;
  for (const [slot, score] of scores.entries()) {
    if (score <= least) continue;
    insert(top, scores, slot, score);
    if (top.length > count) top.pop();
    if (top.length === count) least = at(scores, top.at(-1) ?? 0);
  }
  return top;
}

function insert(top: number[], scores: Float32Array, slot: number, score: number): void {
  let place = top.length;
  while (place > 0 && at(scores, top[place - 1] ?? 0) < score) place -= 1;
  top.splice(place, 0, slot);
}

const at = (values: ArrayLike<number>, place: number): number => values[place] ?? 0;
