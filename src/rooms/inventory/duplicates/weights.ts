import type { LevelTable } from './fields.ts';
import { FIELD, FIELD_COUNT, FIELDS } from './fields.ts';
import { NO_CHANCE_BITS, type Outcome } from './outcome.ts';
import type { LinkageModel } from './types.ts';

const MOST_LEVELS = 10;
const LEAST_PROBABILITY = 1e-7;

/** The model as logarithms in flat tables, ready for millions of pairs. */
export interface WeightTables {
  same: Float64Array;
  relative: Float64Array;
  namesake: Float64Array;
  chance: Float64Array;
  priorBits: { same: number; relative: number; namesake: number };
}

/** log2 of the odds against two records of strangers, for each of the three ways in which a pair can belong together. */
export interface Odds {
  same: number;
  relative: number;
  namesake: number;
}

export function weightTables(
  model: Pick<LinkageModel, 'same' | 'relative' | 'namesake' | 'chance' | 'shares'>,
): WeightTables {
  const { same, relative, namesake } = model.shares;
  const strangers = Math.max(1e-9, 1 - same - relative - namesake);
  return {
    same: logarithms(model.same),
    relative: logarithms(model.relative),
    namesake: logarithms(model.namesake),
    chance: logarithms(model.chance),
    priorBits: {
      same: Math.log2(same / strangers),
      relative: Math.log2(relative / strangers),
      namesake: Math.log2(namesake / strangers),
    },
  };
}

function logarithms(table: LevelTable): Float64Array {
  const logs = new Float64Array(FIELD_COUNT * MOST_LEVELS);
  for (const field of FIELDS) {
    for (const [level, probability] of table[field].entries()) {
      logs[FIELD[field] * MOST_LEVELS + level] = level === 0 ? 0 : Math.log2(Math.max(probability, LEAST_PROBABILITY));
    }
  }
  return logs;
}

/** log2 of the probability that two strangers agree in this way in this field. */
function chanceOf(tables: WeightTables, outcome: Outcome, field: number): number {
  const bits = outcome.chanceBits[field] ?? NO_CHANCE_BITS;
  return bits <= 0 ? bits : (tables.chance[field * MOST_LEVELS + (outcome.levels[field] ?? 0)] ?? 0);
}

/** Weight of one field for "one person" against "strangers". */
export function fieldBits(tables: WeightTables, outcome: Outcome, field: number): number {
  const level = outcome.levels[field] ?? 0;
  if (level === 0) return 0;
  return (tables.same[field * MOST_LEVELS + level] ?? 0) - chanceOf(tables, outcome, field);
}

// Relatives share what a household shares; first names and ids agree by chance only.
const OF_RELATIVES = [FIELD.last_name, FIELD.email, FIELD.phone, FIELD.birth_date, FIELD.address, FIELD.employer];

/** Fills `odds`, priors included. */
export function weigh(tables: WeightTables, outcome: Outcome, odds: Odds): void {
  odds.same = tables.priorBits.same;
  odds.relative = tables.priorBits.relative;
  for (let field = 0; field < FIELD_COUNT; field += 1) odds.same += fieldBits(tables, outcome, field);
  for (const field of OF_RELATIVES) odds.relative += bitsFrom(tables.relative, tables, outcome, field);
  // Namesakes agree in their names as one person does, and in their mailboxes more often than strangers.
  odds.namesake =
    tables.priorBits.namesake +
    fieldBits(tables, outcome, FIELD.first_name) +
    fieldBits(tables, outcome, FIELD.last_name) +
    bitsFrom(tables.namesake, tables, outcome, FIELD.email);
}

function bitsFrom(logs: Float64Array, tables: WeightTables, outcome: Outcome, field: number): number {
  const level = outcome.levels[field] ?? 0;
  return level === 0 ? 0 : (logs[field * MOST_LEVELS + level] ?? 0) - chanceOf(tables, outcome, field);
}

/** log2 of 1 + relatives + namesakes: how much the other explanations take away from "one person". */
export function otherExplanationBits({ relative, namesake }: Odds): number {
  return Math.log2(1 + 2 ** Math.min(relative, 500) + 2 ** Math.min(namesake, 500));
}

export function probabilityOf(weightBits: number): number {
  return 1 / (1 + 2 ** -weightBits);
}
