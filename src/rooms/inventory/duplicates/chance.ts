import { compareRecords } from './compare.ts';
import type { LevelTable } from './fields.ts';
import { FIELD, FIELDS, LEVELS } from './fields.ts';
import { emptyOutcome } from './outcome.ts';
import { addPair, emptyPairStore, outcomeOf, type PairStore } from './pair-store.ts';
import type { PreparedRecord } from './prepared.ts';
import { seededRandom } from './seeded-random.ts';
import { untrained } from './train.ts';
import { weigh, weightTables, type Odds } from './weights.ts';

const SAMPLE_PAIRS = 30_000;
const SEED = 20_260_401;
/** What is usual among strangers weighs as much as this many pairs. */
const USUAL_WEIGHT_PAIRS = 400;

/** Where the chances start in a file too small to show them. */
const USUAL_CHANCE: LevelTable = {
  first_name: [0, 0.01, 0.002, 0.005, 0.003, 0.001, 0.0002, 0.01, 0.9688],
  last_name: [0, 0.002, 0.0003, 0.0005, 0.003, 0.002, 0.01, 0.9822],
  email: [0, 0.0002, 0.0005, 0.0005, 0.0008, 0.998],
  phone: [0, 0.0005, 0.0001, 0.9994],
  birth_date: [0, 0.0001, 0.0001, 0.007, 0.022, 0.9708],
  address: [0, 0.0003, 0.0005, 0.001, 0.01, 0.005, 0.9832],
  employer: [0, 0.01, 0.005, 0.985],
  other_id: [0, 0.0001, 0.0001, 0.9998],
  link: [0, 0.0001, 0.9999],
};

/** Pairs taken at random, or all pairs of a small file; the same for the same records. */
export function samplePairs(records: PreparedRecord[]): PairStore {
  const store = emptyPairStore();
  const outcome = emptyOutcome();
  const addPairOf = (a: number, b: number) => {
    const [one, other] = [records[a], records[b]];
    if (!one || !other || a === b) return;
    compareRecords(one, other, outcome);
    addPair(store, a, b, outcome);
  };
  if ((records.length * (records.length - 1)) / 2 <= SAMPLE_PAIRS) {
    for (let a = 0; a < records.length; a += 1) for (let b = a + 1; b < records.length; b += 1) addPairOf(a, b);
    return store;
  }
  const random = seededRandom(SEED);
  const anyRow = () => Math.floor(random() * records.length);
  for (let i = 0; i < SAMPLE_PAIRS; i += 1) addPairOf(anyRow(), anyRow());
  return store;
}

/**
 * How often strangers agree, per field and level. Sampled pairs that look like one person are left out in a second
 * look: in a small file they are common enough to spoil the chances.
 */
export function chanceLevels(sample: PairStore, recordCount: number): LevelTable {
  let chance = USUAL_CHANCE;
  for (let look = 0; look < 2; look += 1) chance = countLevels(sample, recordCount, chance);
  return chance;
}

function countLevels(sample: PairStore, recordCount: number, before: LevelTable): LevelTable {
  const counts = Object.fromEntries(FIELDS.map((field) => [field, LEVELS[field].map(() => 0)])) as LevelTable;
  const tables = weightTables(untrained(recordCount, before));
  const odds: Odds = { same: 0, relative: 0, namesake: 0 };
  for (let pair = 0; pair < sample.count; pair += 1) {
    const outcome = outcomeOf(sample, pair);
    weigh(tables, outcome, odds);
    if (odds.same > 0) continue;
    for (const field of FIELDS) {
      const level = outcome.levels[FIELD[field]] ?? 0;
      counts[field][level] = (counts[field][level] ?? 0) + 1;
    }
  }
  return Object.fromEntries(
    FIELDS.map((field) => [field, withUsual(counts[field], USUAL_CHANCE[field])]),
  ) as LevelTable;
}

function withUsual(counts: number[], usual: number[]): number[] {
  const known = counts.map((count, level) => (level === 0 ? 0 : count + USUAL_WEIGHT_PAIRS * (usual[level] ?? 0)));
  const sum = known.reduce((a, b) => a + b, 0);
  return known.map((count) => count / sum);
}
