/** For each feature the documents that have it, with the weight it has there. */
export interface Inverted {
  documents: number;
  starts: Int32Array;
  postings: Int32Array;
  weights: Float32Array;
  /** How much a feature tells: the rarer, the more. */
  rarity: Float32Array;
}

/** Words to numbers, numbered as they come. */
export interface Numbers {
  of: (feature: string) => number;
  /** Undefined for a feature that no document has. */
  known: (feature: string) => number | undefined;
  count: () => number;
}

export function createNumbers(): Numbers {
  const numbers = new Map<string, number>();
  return {
    of: (feature) => {
      const before = numbers.get(feature);
      if (before !== undefined) return before;
      const next = numbers.size;
      numbers.set(feature, next);
      return next;
    },
    known: (feature) => numbers.get(feature),
    count: () => numbers.size,
  };
}

export type Document = ReadonlyMap<number, number>;

/** How often each feature occurs. */
export function counted(features: Iterable<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
}

interface Weighing {
  rarity: (documents: number, having: number) => number;
  /** Weight of each feature of one document. */
  weigh: (document: Document, rarity: Float32Array, meanLength: number) => (feature: number, count: number) => number;
}

/** Weights of one document have the length 1, so that two documents compare by their cosine. Titles are short: a feature counts once. */
export const COSINE: Weighing = {
  rarity: (documents, having) => Math.log((1 + documents) / (1 + having)),
  weigh: (document, rarity) => {
    const raw = (feature: number, count: number) => Math.min(1, count) * (rarity[feature] ?? 0);
    let squares = 0;
    for (const [feature, count] of document) squares += raw(feature, count) ** 2;
    const length = Math.sqrt(squares) || 1;
    return (feature, count) => raw(feature, count) / length;
  },
};

const SATURATION = 1.2;
const LENGTH_SHARE = 0.5;

/** @source Robertson, Zaragoza: The Probabilistic Relevance Framework: BM25 and Beyond (2009) */
export const BM25: Weighing = {
  rarity: (documents, having) => Math.log(1 + (documents - having + 0.5) / (having + 0.5)),
  weigh: (document, rarity, meanLength) => {
    const length = lengthOf(document);
    const damping = SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * length) / meanLength);
    return (feature, count) => ((rarity[feature] ?? 0) * count * (SATURATION + 1)) / (count + damping);
  },
};

function lengthOf(document: Document): number {
  let length = 0;
  for (const count of document.values()) length += count;
  return length;
}

export function invert(documents: readonly Document[], features: number, { rarity, weigh }: Weighing): Inverted {
  const having = new Int32Array(features);
  let length = 0;
  for (const document of documents) {
    for (const feature of document.keys()) having[feature] = at(having, feature) + 1;
    length += lengthOf(document);
  }
  const rarities = Float32Array.from(having, (count) => rarity(documents.length, count));
  const starts = startsOf(having);
  const next = starts.slice();
  const postings = new Int32Array(at(starts, features));
  const weights = new Float32Array(postings.length);
  const meanLength = length / Math.max(1, documents.length) || 1;
  for (const [document, content] of documents.entries()) {
    const weightOf = weigh(content, rarities, meanLength);
    for (const [feature, count] of content) {
      const place = at(next, feature);
      next[feature] = place + 1;
      postings[place] = document;
      weights[place] = weightOf(feature, count);
    }
  }
  return { documents: documents.length, starts, postings, weights, rarity: rarities };
}

function startsOf(having: Int32Array): Int32Array {
  const starts = new Int32Array(having.length + 1);
  for (const [feature, count] of having.entries()) starts[feature + 1] = at(starts, feature) + count;
  return starts;
}

const at = (values: ArrayLike<number>, place: number): number => values[place] ?? 0;

export interface QueryFeature {
  feature: number;
  weight: number;
}

/**
 * Adds to `scores` what each document has in common with the query.
 * @param scores one number per document; documents met for the first time are appended to `touched`
 * @returns how many documents stand in `touched`
 */
export function accumulate(
  { starts, postings, weights }: Inverted,
  query: readonly QueryFeature[],
  scores: Float32Array,
  touched: Int32Array,
): number {
  let count = 0;
  for (const { feature, weight } of query) {
    const end = at(starts, feature + 1);
    for (let place = at(starts, feature); place < end; place += 1) {
      const document = at(postings, place);
      const before = at(scores, document);
      if (before === 0) {
        touched[count] = document;
        count += 1;
      }
      scores[document] = before + weight * at(weights, place);
    }
  }
  return count;
}

/**
 * A query for a cosine index: length `scale` over the features that documents have. Its commonest features, which name half of all
 * documents and tell least, are left out as long as they hold no more than `leftOut` of its squared length.
 */
export function cosineQuery(
  index: Inverted,
  query: Document,
  { leftOut = 0, scale = 1 }: { leftOut?: number; scale?: number } = {},
): QueryFeature[] {
  const features = [...query].map(([feature, count]) => ({
    feature,
    weight: Math.min(1, count) * (index.rarity[feature] ?? 0),
  }));
  const squares = features.reduce((sum, { weight }) => sum + weight ** 2, 0);
  const length = Math.sqrt(squares) || 1;
  const scaled = features.map(({ feature, weight }) => ({ feature, weight: (scale * weight) / length }));
  if (leftOut === 0) return scaled;
  const size = ({ feature }: QueryFeature) => (index.starts[feature + 1] ?? 0) - (index.starts[feature] ?? 0);
  scaled.sort((a, b) => size(b) - size(a));
  let spared = 0;
  const first = scaled.findIndex(({ weight }) => {
    spared += (weight / scale) ** 2;
    return spared > leftOut;
  });
  return scaled.slice(Math.max(0, first));
}

/** A query for a BM25 index, which has the rarity of features in its own weights. */
export function plainQuery(query: Document): QueryFeature[] {
  return [...query].map(([feature, count]) => ({ feature, weight: Math.min(1, count) }));
}
