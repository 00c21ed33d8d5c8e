import { forEachCandidate, indexBlocks } from './block-index.ts';
import { chanceLevels, samplePairs } from './chance.ts';
import { compareRecords } from './compare.ts';
import type { LevelTable } from './fields.ts';
import { emptyOutcome } from './outcome.ts';
import { addPair, emptyPairStore, outcomeOf, replaceOutcome, type PairStore } from './pair-store.ts';
import { sharesOfPersons, unite } from './persons.ts';
import { prepareRecord } from './prepare.ts';
import type { PreparedRecord } from './prepared.ts';
import { scorePairs } from './score-pairs.ts';
import { totalBits } from './score.ts';
import { REVIEW_PROBABILITY } from './thresholds.ts';
import { train, untrained } from './train.ts';
import type { ComparisonRecord, LinkageModel, ScoredPair } from './types.ts';
import { closeBook, countPeople, emptyValueBook, frequentValues, takeOverCounts, type ValueBook } from './values.ts';
import { probabilityOf, weightTables, type Odds } from './weights.ts';

export interface FindOptions {
  /** Only pairs with at least one of these ids; for new records against all others. */
  onlyPairsWith?: Set<string>;
  /** A model trained before; without it the records themselves train one. */
  model?: LinkageModel;
  /** Pairs below this probability are not returned. */
  leastProbability?: number;
  onProgress?: (step: DuplicateStep) => void;
}

export type DuplicateStep = 'preparing' | 'comparing' | 'learning' | 'scoring';

export interface FoundDuplicates {
  pairs: ScoredPair[];
  model: LinkageModel;
  comparedPairs: number;
  seconds: number;
}

/** A pair this far (in bits) below even odds by usual weights is forgotten at once: it can no longer become likely. */
const HOPELESS_BITS = -14;
/** Above this probability two records count as one person when values are counted again. */
const SURE = 0.9;

/** Records made ready one by one as they arrive; what they were made of is not kept. */
export interface Collected {
  book: ValueBook;
  records: PreparedRecord[];
}

export const nothingCollected = (): Collected => ({ book: emptyValueBook(), records: [] });

export function collect({ book, records }: Collected, record: ComparisonRecord): void {
  records.push(prepareRecord(book, record));
}

/**
 * Finds records that are probably one person. The result does not depend on the order of the records.
 * @returns pairs by falling probability, then by id
 */
export function findDuplicates(records: Iterable<ComparisonRecord>, options: FindOptions = {}): FoundDuplicates {
  const startedAt = performance.now();
  options.onProgress?.('preparing');
  const collected = nothingCollected();
  for (const record of records) collect(collected, record);
  const found = searchCollected(collected, options);
  return { ...found, seconds: (performance.now() - startedAt) / 1000 };
}

/** The same for records that were collected before; they are used up. */
export function searchCollected(collected: Collected, options: FindOptions = {}): FoundDuplicates {
  const startedAt = performance.now();
  const run = startRun(collected, options);
  options.onProgress?.('comparing');
  const { pairs, comparedPairs } = comparePairs(run, options);
  options.onProgress?.('learning');
  const model = options.model ?? learn(run, pairs, options);
  options.onProgress?.('scoring');
  takeOverCounts(run.book, new Map(model.frequent), model.known);
  compareAgain(run, pairs);
  const leastProbability = options.leastProbability ?? REVIEW_PROBABILITY;
  const scored = scorePairs({ records: run.records, pairs, model, leastProbability });
  return { pairs: scored, model, comparedPairs, seconds: (performance.now() - startedAt) / 1000 };
}

interface Run {
  book: ValueBook;
  records: PreparedRecord[];
  /** What strangers do, from pairs taken at random. */
  chance: LevelTable;
  known: Record<string, number>;
}

function startRun({ book, records }: Collected, { model }: FindOptions): Run {
  // By id, so that the order of arrival cannot matter, not even in the last digit of a sum.
  records.sort((a, b) => (a.id < b.id ? -1 : 1));
  closeBook(book);
  if (!model) {
    const known = countPeople(book, records, onePersonEach(records));
    return { book, records, chance: chanceLevels(samplePairs(records), records.length), known };
  }
  takeOverCounts(book, new Map(model.frequent), model.known);
  return { book, records, chance: model.chance, known: model.known };
}

function onePersonEach(records: PreparedRecord[]): Float64Array {
  return new Float64Array(records.length).fill(1);
}

function comparePairs({ records, chance }: Run, { model, onlyPairsWith }: FindOptions) {
  const tables = weightTables(model ?? untrained(records.length, chance));
  const isWanted = onlyPairsWith && Uint8Array.from(records, ({ id }) => (onlyPairsWith.has(id) ? 1 : 0));
  const pairs = emptyPairStore();
  const outcome = emptyOutcome();
  const odds: Odds = { same: 0, relative: 0, namesake: 0 };
  let comparedPairs = 0;
  forEachCandidate(indexBlocks(records), (a, b) => {
    const [one, other] = [records[a], records[b]];
    if (!one || !other || (isWanted && !isWanted[a] && !isWanted[b])) return;
    comparedPairs += 1;
    compareRecords(one, other, outcome);
    totalBits(tables, outcome, odds);
    if (odds.same > HOPELESS_BITS) addPair(pairs, a, b, outcome);
  });
  return { pairs, comparedPairs };
}

/** Learns twice: the second time values are counted per person, so that duplicates do not make a rare value common. */
function learn(run: Run, pairs: PairStore, { onlyPairsWith }: FindOptions): LinkageModel {
  const { records, book, chance } = run;
  const pairCount = possiblePairs(records.length, onlyPairsWith?.size);
  const first = train(untrained(records.length, chance), pairs, pairCount);
  run.known = countPeople(book, records, sharesOfPersons(surePersons(pairs, first, records.length)));
  compareAgain(run, pairs);
  const trained = train(first, pairs, pairCount);
  return { version: 1, recordCount: records.length, ...trained, frequent: frequentValues(book), known: run.known };
}

function possiblePairs(recordCount: number, wantedCount = recordCount): number {
  const wanted = Math.min(wantedCount, recordCount);
  return Math.max(1, wanted * (recordCount - wanted) + (wanted * (wanted - 1)) / 2);
}

function surePersons(pairs: PairStore, model: Parameters<typeof weightTables>[0], recordCount: number): Int32Array {
  const parents = Int32Array.from({ length: recordCount }, (_, row) => row);
  const tables = weightTables(model);
  const odds: Odds = { same: 0, relative: 0, namesake: 0 };
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const bits = totalBits(tables, outcomeOf(pairs, pair), odds);
    if (probabilityOf(bits) > SURE) unite(parents, pairs.rowsA[pair] ?? 0, pairs.rowsB[pair] ?? 0);
  }
  return parents;
}

function compareAgain({ records }: Run, pairs: PairStore): void {
  const outcome = emptyOutcome();
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const [one, other] = [records[pairs.rowsA[pair] ?? 0], records[pairs.rowsB[pair] ?? 0]];
    if (!one || !other) continue;
    compareRecords(one, other, outcome);
    replaceOutcome(pairs, pair, outcome);
  }
}
