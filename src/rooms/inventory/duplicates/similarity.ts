const MAX_LENGTH = 64;
const takenInB = new Uint8Array(MAX_LENGTH);
const matchedInA = new Uint8Array(MAX_LENGTH);

/**
 * Jaro–Winkler similarity, 0 to 1, with the usual bonus of 0.1 for each of up to four first letters in common. Only
 * the first 64 letters count.
 * @source William E. Winkler, String Comparator Metrics and Enhanced Decision Rules (1990)
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const jaro = jaroSimilarity(a.slice(0, MAX_LENGTH), b.slice(0, MAX_LENGTH));
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function jaroSimilarity(a: string, b: string): number {
  const matches = markMatches(a, b);
  if (matches === 0) return 0;
  const halfTranspositions = countOutOfOrder(a, b);
  return (matches / a.length + matches / b.length + (matches - halfTranspositions / 2) / matches) / 3;
}

function markMatches(a: string, b: string): number {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  takenInB.fill(0, 0, b.length);
  matchedInA.fill(0, 0, a.length);
  let matches = 0;
  for (let i = 0; i < a.length; i += 1) {
    const j = freePlace(a.charCodeAt(i), b, Math.max(0, i - reach), Math.min(b.length, i + reach + 1));
    if (j < 0) continue;
    takenInB[j] = 1;
    matchedInA[i] = 1;
    matches += 1;
  }
  return matches;
}

function freePlace(letter: number, b: string, from: number, to: number): number {
  for (let j = from; j < to; j += 1) if (takenInB[j] === 0 && b.charCodeAt(j) === letter) return j;
  return -1;
}

function countOutOfOrder(a: string, b: string): number {
  let outOfOrder = 0;
  let j = 0;
  for (let i = 0; i < a.length; i += 1) {
    if (matchedInA[i] === 0) continue;
    while (takenInB[j] === 0) j += 1;
    if (a.charCodeAt(i) !== b.charCodeAt(j)) outOfOrder += 1;
    j += 1;
  }
  return outOfOrder;
}

const rows = [new Uint8Array(MAX_LENGTH + 1), new Uint8Array(MAX_LENGTH + 1), new Uint8Array(MAX_LENGTH + 1)] as const;

/**
 * Typing errors between two texts: insertions, deletions, replacements and swaps of neighbours (optimal string
 * alignment).
 * @returns `limit + 1` when there are more than `limit`; texts longer than 64 are cut
 */
export function typingErrors(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  const tooMany = limit + 1;
  if (Math.abs(a.length - b.length) > limit) return tooMany;
  const columns = Math.min(b.length, MAX_LENGTH);
  let [before, above, row] = rows as readonly [Uint8Array, Uint8Array, Uint8Array];
  for (let j = 0; j <= columns; j += 1) above[j] = j;
  for (let i = 1; i <= Math.min(a.length, MAX_LENGTH); i += 1) {
    if (fillRow({ a, b, i, columns, before, above, row }) > limit) return tooMany;
    [before, above, row] = [above, row, before];
  }
  return Math.min(above[columns] ?? tooMany, tooMany);
}

interface RowInput {
  a: string;
  b: string;
  i: number;
  columns: number;
  before: Uint8Array;
  above: Uint8Array;
  row: Uint8Array;
}

/** Fills one row of the table and answers its smallest value. */
function fillRow({ a, b, i, columns, before, above, row }: RowInput): number {
  const letter = a.charCodeAt(i - 1);
  row[0] = i;
  let smallest = i;
  for (let j = 1; j <= columns; j += 1) {
    const replaced = byteAt(above, j - 1) + (letter === b.charCodeAt(j - 1) ? 0 : 1);
    const shorter = Math.min(byteAt(above, j), byteAt(row, j - 1)) + 1;
    const swapped = isSwapOfNeighbours(a, b, i, j) ? byteAt(before, j - 2) + 1 : replaced;
    const errors = Math.min(replaced, shorter, swapped);
    row[j] = errors;
    if (errors < smallest) smallest = errors;
  }
  return smallest;
}

function isSwapOfNeighbours(a: string, b: string, i: number, j: number): boolean {
  if (i < 2 || j < 2) return false;
  return a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
}

function byteAt(row: Uint8Array, index: number): number {
  return row[index] ?? 0;
}

/** The letters and digits of a text as bits of one number, to rule out quickly that two texts are alike. */
function letterSet(text: string): number {
  let set = 0;
  for (let i = 0; i < text.length; i += 1) set |= 1 << (text.charCodeAt(i) & 31);
  return set;
}

export interface Spelling {
  text: string;
  letters: number;
}

export function spellingOf(text: string): Spelling {
  return { text, letters: letterSet(text) };
}

/** Whether the Jaro–Winkler similarity is at least this high; most pairs are ruled out by their letters alone. */
export function isAlike(a: Spelling, b: Spelling, least: number): boolean {
  const [lengthA, lengthB] = [a.text.length, b.text.length];
  const most = Math.min(lengthA - countBits(a.letters & ~b.letters), lengthB - countBits(b.letters & ~a.letters));
  if (most <= 0) return false;
  const bestJaro = (most / lengthA + most / lengthB + 1) / 3;
  if (bestJaro + 0.4 * (1 - bestJaro) < least) return false;
  return jaroWinkler(a.text, b.text) >= least;
}

/** Whether the texts differ by at most `limit` typing errors. */
export function isWithinTypingErrors(a: Spelling, b: Spelling, limit: number): boolean {
  if (Math.abs(a.text.length - b.text.length) > limit) return false;
  if (countBits(a.letters & ~b.letters) > limit || countBits(b.letters & ~a.letters) > limit) return false;
  return typingErrors(a.text, b.text, limit) <= limit;
}

function countBits(set: number): number {
  let bits = set - ((set >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
