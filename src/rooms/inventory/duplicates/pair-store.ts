import { FIELD_COUNT } from './fields.ts';
import type { Outcome } from './outcome.ts';

/** Compared pairs in flat arrays that grow by doubling: 53 bytes each. */
export interface PairStore {
  count: number;
  rowsA: Int32Array;
  rowsB: Int32Array;
  levels: Uint8Array;
  chanceBits: Float32Array;
}

export function emptyPairStore(capacity = 1024): PairStore {
  return {
    count: 0,
    rowsA: new Int32Array(capacity),
    rowsB: new Int32Array(capacity),
    levels: new Uint8Array(capacity * FIELD_COUNT),
    chanceBits: new Float32Array(capacity * FIELD_COUNT),
  };
}

export function addPair(store: PairStore, a: number, b: number, outcome: Outcome): void {
  if (store.count === store.rowsA.length) grow(store);
  store.rowsA[store.count] = a;
  store.rowsB[store.count] = b;
  replaceOutcome(store, store.count, outcome);
  store.count += 1;
}

export function replaceOutcome(store: PairStore, pair: number, outcome: Outcome): void {
  store.levels.set(outcome.levels, pair * FIELD_COUNT);
  store.chanceBits.set(outcome.chanceBits, pair * FIELD_COUNT);
}

/** A view of one pair, without copying. */
export function outcomeOf(store: PairStore, pair: number): Outcome {
  const from = pair * FIELD_COUNT;
  return {
    levels: store.levels.subarray(from, from + FIELD_COUNT),
    chanceBits: store.chanceBits.subarray(from, from + FIELD_COUNT),
  };
}

function grow(store: PairStore): void {
  const larger = emptyPairStore(store.rowsA.length * 2);
  larger.rowsA.set(store.rowsA);
  larger.rowsB.set(store.rowsB);
  larger.levels.set(store.levels);
  larger.chanceBits.set(store.chanceBits);
  Object.assign(store, larger, { count: store.count });
}
