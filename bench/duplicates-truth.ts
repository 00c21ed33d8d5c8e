import type { BenchRecord } from './duplicates-columns.ts';

/** Id of a record → its person. Records that the truth does not name stand alone. */
export type Truth = Map<string, string>;

/** The first source that speaks wins: a cluster column of the records, ids as in FEBRL, then the truth file. */
export function truthOf(records: BenchRecord[], truthRows: string[][] | undefined): Truth {
  if (records.some(({ cluster }) => cluster))
    return new Map(records.map(({ id, cluster }) => [id, cluster ?? `alone ${id}`]));
  if (truthRows && !isOfPairs(truthRows)) return fromClusters(truthRows);
  if (records.every(({ id }) => FEBRL_ID.test(id))) {
    return new Map(records.map(({ id }) => [id, FEBRL_ID.exec(id)?.[1] ?? id]));
  }
  return truthRows ? fromPairs(truthRows) : new Map();
}

const FEBRL_ID = /^rec-(\d+)-(org|dup)/;

function isOfPairs([header = []]: string[][]): boolean {
  return header.some((name) => /_r$|^id_?b$|^right/i.test(name.trim()));
}

function fromClusters([header = [], ...rows]: string[][]): Truth {
  const at = header.findIndex((name) => /cluster|entity|person/i.test(name));
  return new Map(rows.map((row) => [(row[0] ?? '').trim(), (row[at === -1 ? 1 : at] ?? '').trim()]));
}

/** Pairwise labels: two id columns and, where present, a score of which at least one half means one person. */
function fromPairs([header = [], ...rows]: string[][]): Truth {
  const names = header.map((name) => name.trim().toLowerCase());
  const right = names.findIndex((name) => /id.*_r$|^id_?b$|^right/.test(name));
  const score = names.findIndex((name) => /score|match|label/.test(name));
  const persons = new Map<string, string>();
  const personOf = (id: string): string => {
    const person = persons.get(id) ?? id;
    return person === id ? id : personOf(person);
  };
  for (const row of rows) {
    if (score >= 0 && Number(row[score]) < 0.5) continue;
    persons.set(personOf((row[0] ?? '').trim()), personOf((row[right] ?? '').trim()));
  }
  return new Map([...persons.keys()].map((id) => [id, personOf(id)]));
}

export interface JudgedPair {
  a: string;
  b: string;
  score: number;
  isDuplicate: boolean;
}

export interface Quality {
  precision: number;
  recall: number;
  f1: number;
  /** Largest recall at which the precision is still 0.99, over all thresholds. */
  recallAtP99: number;
  truePairs: number;
}

/** @param pairs by falling score */
export function judge(pairs: JudgedPair[], truth: Truth): Quality {
  const truePairs = countTruePairs(truth);
  const isTrue = pairs.map(({ a, b }) => truth.has(a) && truth.get(a) === truth.get(b));
  const called = pairs.flatMap(({ isDuplicate }, at) => (isDuplicate ? [isTrue[at]] : []));
  const right = called.filter(Boolean).length;
  const precision = called.length === 0 ? 0 : right / called.length;
  const recall = truePairs === 0 ? 0 : right / truePairs;
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1, recallAtP99: recallAtPrecision(pairs, isTrue, truePairs), truePairs };
}

function recallAtPrecision(pairs: JudgedPair[], isTrue: boolean[], truePairs: number): number {
  let found = 0;
  let best = 0;
  for (const [at, pair] of pairs.entries()) {
    if (isTrue[at]) found += 1;
    // A threshold cannot cut between equal scores.
    if (pairs[at + 1]?.score !== pair.score && found / (at + 1) >= 0.99) best = found;
  }
  return truePairs === 0 ? 0 : best / truePairs;
}

function countTruePairs(truth: Truth): number {
  const sizes = new Map<string, number>();
  for (const person of truth.values()) sizes.set(person, (sizes.get(person) ?? 0) + 1);
  let pairs = 0;
  for (const size of sizes.values()) pairs += (size * (size - 1)) / 2;
  return pairs;
}
