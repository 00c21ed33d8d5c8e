import {
  FIELD,
  FIELDS,
  LEVELS,
  USUAL_EMAIL_OF_NAMESAKES,
  USUAL_FOR_RELATIVES,
  USUAL_FOR_SAME,
  type FieldName,
  type LevelTable,
} from './fields.ts';
import type { Outcome } from './outcome.ts';
import { outcomeOf, type PairStore } from './pair-store.ts';
import type { LinkageModel } from './types.ts';
import { otherExplanationBits, probabilityOf, weigh, weightTables, type Odds } from './weights.ts';

type Trained = Pick<LinkageModel, 'same' | 'relative' | 'namesake' | 'chance' | 'shares'>;

const MOST_ROUNDS = 30;
/** Learning ends when no share of a level moves by more than this. */
const ENOUGH_CHANGE = 0.0005;
/** What is usual weighs as much as this many pairs: a small file cannot talk itself into nonsense. */
const USUAL_WEIGHT_PAIRS = 25;
/** Guess before the first look: one pair of duplicates among ten records, half as many relatives and namesakes. */
const DUPLICATES_PER_RECORD = 0.1;

export function untrained(recordCount: number, chance: LevelTable): Trained {
  const perPair = Math.min(0.05, (DUPLICATES_PER_RECORD * 2) / Math.max(1, recordCount - 1));
  return {
    same: USUAL_FOR_SAME,
    relative: USUAL_FOR_RELATIVES,
    namesake: { ...USUAL_FOR_SAME, email: USUAL_EMAIL_OF_NAMESAKES },
    chance,
    shares: { same: perPair, relative: perPair / 2, namesake: perPair / 2 },
  };
}

/**
 * Expectation maximisation over four kinds of pairs: one person, relatives, namesakes, strangers. What strangers do is
 * known from random pairs and stays; pairs that were never compared count as strangers.
 * @param pairCount number of all possible pairs, compared or not
 */
export function train(start: Trained, pairs: PairStore, pairCount: number): Trained {
  let model = start;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = oneRound(model, pairs, pairCount);
    const change = largestChange(model.same, next.same);
    model = next;
    if (change < ENOUGH_CHANGE) break;
  }
  return model;
}

interface Tally {
  total: number;
  table: LevelTable;
}

function oneRound(model: Trained, pairs: PairStore, pairCount: number): Trained {
  const tables = weightTables(model);
  const tallies = { same: emptyTally(), relative: emptyTally(), namesake: emptyTally() };
  const odds: Odds = { same: 0, relative: 0, namesake: 0 };
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const outcome = outcomeOf(pairs, pair);
    weigh(tables, outcome, odds);
    const isSame = probabilityOf(odds.same - otherExplanationBits(odds));
    const others = 2 ** -otherExplanationBits(odds) * (1 - isSame);
    add(tallies.same, outcome, isSame);
    add(tallies.relative, outcome, 2 ** Math.min(odds.relative, 500) * others);
    add(tallies.namesake, outcome, 2 ** Math.min(odds.namesake, 500) * others);
  }
  const same = estimate(tallies.same, USUAL_FOR_SAME);
  return {
    same,
    relative: { ...estimate(tallies.relative, USUAL_FOR_RELATIVES) },
    namesake: { ...same, email: estimateField('email', tallies.namesake, USUAL_EMAIL_OF_NAMESAKES) },
    chance: model.chance,
    shares: {
      same: shareOf(tallies.same, pairCount),
      relative: shareOf(tallies.relative, pairCount),
      namesake: shareOf(tallies.namesake, pairCount),
    },
  };
}

function emptyTally(): Tally {
  const table = Object.fromEntries(FIELDS.map((field) => [field, LEVELS[field].map(() => 0)]));
  return { total: 0, table: table as LevelTable };
}

function add(tally: Tally, { levels }: Outcome, share: number): void {
  if (share < 1e-6) return;
  tally.total += share;
  for (const field of FIELDS) {
    const counts = tally.table[field];
    const level = levels[FIELD[field]] ?? 0;
    counts[level] = (counts[level] ?? 0) + share;
  }
}

function estimate(tally: Tally, usual: LevelTable): LevelTable {
  return Object.fromEntries(FIELDS.map((field) => [field, estimateField(field, tally, usual[field])])) as LevelTable;
}

function estimateField(field: FieldName, { table }: Tally, usual: number[]): number[] {
  const counts = table[field].map((count, level) =>
    level === 0 ? 0 : count + USUAL_WEIGHT_PAIRS * (usual[level] ?? 0),
  );
  const sum = counts.reduce((a, b) => a + b, 0);
  return counts.map((count) => count / sum);
}

function shareOf({ total }: Tally, pairCount: number): number {
  return (total + 0.5) / (pairCount + 2);
}

function largestChange(before: LevelTable, after: LevelTable): number {
  let largest = 0;
  for (const field of FIELDS) {
    for (const [level, probability] of after[field].entries()) {
      largest = Math.max(largest, Math.abs(probability - (before[field][level] ?? 0)));
    }
  }
  return largest;
}
