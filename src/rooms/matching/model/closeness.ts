/** The directory as a model sees it: one vector of length 1 per concept, one after the other. */
export interface DirectoryVectors {
  concepts: Int32Array;
  vectors: Float32Array;
  dimensions: number;
}

export interface Close {
  concept: number;
  /** 0 to 1 */
  share: number;
}

/** Models differ in how near everything is to everything; what stands out so far from the usual nearness counts. */
const STANDS_OUT = 3;
const CLOSE_AT_MOST = 60;

/** @returns undefined where vectors are missing or of different lengths: another model answers under the same name */
export function directoryVectors(
  entries: readonly (readonly [concept: number, vector: Float32Array | undefined])[],
): DirectoryVectors | undefined {
  const dimensions = entries[0]?.[1]?.length ?? 0;
  if (dimensions === 0 || entries.some(([, vector]) => vector?.length !== dimensions)) return undefined;
  const vectors = new Float32Array(entries.length * dimensions);
  for (const [at, [, vector]] of entries.entries()) if (vector) vectors.set(ofLengthOne(vector), at * dimensions);
  return { concepts: Int32Array.from(entries, ([concept]) => concept), vectors, dimensions };
}

/** Concepts that stand out as near to a wish, nearest first; the share grows from there to sameness. */
export function closeConcepts({ concepts, vectors, dimensions }: DirectoryVectors, wish: Float32Array): Close[] {
  if (wish.length !== dimensions) return [];
  const nearness = nearnessOf(vectors, ofLengthOne(wish));
  const { mean, deviation } = spreadOf(nearness);
  const from = mean + STANDS_OUT * deviation;
  const found: Close[] = [];
  for (const [at, near] of nearness.entries())
    if (near > from && from < 1)
      found.push({ concept: concepts[at] ?? 0, share: Math.min(1, (near - from) / (1 - from)) });
  return found.sort((a, b) => b.share - a.share || a.concept - b.concept).slice(0, CLOSE_AT_MOST);
}

function ofLengthOne(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length > 0 ? vector.map((one) => one / length) : vector;
}

function nearnessOf(vectors: Float32Array, wish: Float32Array): Float64Array {
  const count = vectors.length / wish.length;
  const nearness = new Float64Array(count);
  for (let at = 0; at < count; at += 1) {
    let sum = 0;
    const from = at * wish.length;
    for (let place = 0; place < wish.length; place += 1) sum += (vectors[from + place] ?? 0) * (wish[place] ?? 0);
    nearness[at] = sum;
  }
  return nearness;
}

function spreadOf(numbers: Float64Array): { mean: number; deviation: number } {
  const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const variance = numbers.reduce((sum, one) => sum + (one - mean) ** 2, 0) / numbers.length;
  return { mean, deviation: Math.sqrt(variance) };
}
