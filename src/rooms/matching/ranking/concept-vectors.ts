import type { ConceptIndex } from './concept-index.ts';
import type { ConceptScores } from './find-concepts.ts';
import { topSlots } from './find-concepts.ts';

/** A text seen through the directory: how much it is about which concepts and groups of occupations. Length 1. */
export interface ConceptVector {
  /** Slots of concepts; groups are numbered behind the last slot. */
  dimensions: number[];
  weights: number[];
}

const MOST_CONCEPTS = 20;
/** Score to this power: the best concept shall speak louder than nineteen half-hits. */
const SHARPNESS = 3;
const GROUP_WEIGHT = 0.5;

export interface Groups {
  count: number;
  /** For each slot its unit group, -1 for none. */
  ofSlot: Int32Array;
}

/** Unit groups (four digits of ISCO-08) of the occupations of an index. */
export function groupsOf({ concepts, directory }: ConceptIndex): Groups {
  const numbers = new Map<string, number>();
  const ofSlot = Int32Array.from(concepts, (concept) => {
    const isco = directory.concepts.isco[concept] ?? '';
    if (isco === '') return -1;
    const known = numbers.get(isco) ?? numbers.size;
    numbers.set(isco, known);
    return known;
  });
  return { count: numbers.size, ofSlot };
}

/** @param scores as the finder gave them */
export function toVector({ scores }: ConceptScores, groups: Groups): ConceptVector {
  const best = topSlots(scores, MOST_CONCEPTS);
  const weights = new Map<number, number>();
  for (const slot of best) {
    const weight = (scores[slot] ?? 0) ** SHARPNESS;
    weights.set(slot, (weights.get(slot) ?? 0) + weight);
    addGroup(weights, { slot, weight, slots: scores.length }, groups);
  }
  return withLengthOne(weights);
}

/** The vector of a text that is a label of these concepts. */
export function vectorOfConcepts(slots: readonly number[], slotCount: number, groups: Groups): ConceptVector {
  const weights = new Map<number, number>();
  for (const slot of slots) {
    weights.set(slot, 1);
    addGroup(weights, { slot, weight: 1, slots: slotCount }, groups);
  }
  return withLengthOne(weights);
}

function addGroup(
  weights: Map<number, number>,
  { slot, weight, slots }: { slot: number; weight: number; slots: number },
  groups: Groups,
): void {
  const group = groups.ofSlot[slot] ?? -1;
  if (group < 0) return;
  weights.set(slots + group, (weights.get(slots + group) ?? 0) + GROUP_WEIGHT * weight);
}

function withLengthOne(weights: ReadonlyMap<number, number>): ConceptVector {
  let squares = 0;
  for (const weight of weights.values()) squares += weight ** 2;
  const length = Math.sqrt(squares) || 1;
  return { dimensions: [...weights.keys()], weights: Array.from(weights.values(), (weight) => weight / length) };
}
