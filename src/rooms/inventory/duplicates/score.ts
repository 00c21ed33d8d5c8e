import { FIELD, FIELDS, LEVELS } from './fields.ts';
import type { Outcome } from './outcome.ts';
import type { FieldWeight, ScoredPair } from './types.ts';
import { fieldBits, otherExplanationBits, probabilityOf, weigh, type Odds, type WeightTables } from './weights.ts';

/** Below this an other explanation is not worth a line of its own name. */
const WORTH_NAMING_BITS = 0.1;

/** Total weight of a pair in bits, without the explanation. */
export function totalBits(tables: WeightTables, outcome: Outcome, odds: Odds): number {
  weigh(tables, outcome, odds);
  return odds.same - otherExplanationBits(odds);
}

export function explain(tables: WeightTables, outcome: Outcome, a: string, b: string): ScoredPair {
  const odds: Odds = { same: 0, relative: 0, namesake: 0 };
  const weightBits = totalBits(tables, outcome, odds);
  const fields: FieldWeight[] = [{ field: 'prior', level: 'prior', weightBits: tables.priorBits.same }];
  const isSwapped = LEVELS.first_name[outcome.levels[FIELD.first_name] ?? 0] === 'swapped';
  for (const field of FIELDS) {
    const level = LEVELS[field][outcome.levels[FIELD[field]] ?? 0] ?? 'missing';
    if (level === 'missing') continue;
    const shown = isSwapped && field === 'last_name' ? 'swapped' : level;
    fields.push({ field, level: shown, weightBits: fieldBits(tables, outcome, FIELD[field]) });
  }
  fields.push(otherExplanation(odds));
  return { a, b, probability: probabilityOf(weightBits), weightBits, fields };
}

/** Adds the line of a common record to an explanation. */
export function withChain(pair: ScoredPair, bits: number): ScoredPair {
  const weightBits = pair.weightBits + bits;
  const line: FieldWeight = { field: 'common_record', level: 'common_record', weightBits: bits };
  return { ...pair, weightBits, probability: probabilityOf(weightBits), fields: [...pair.fields, line] };
}

function otherExplanation(odds: Odds): FieldWeight {
  const bits = otherExplanationBits(odds);
  const likelier = odds.relative > odds.namesake ? 'relative' : 'namesake';
  return { field: 'other_explanation', level: bits < WORTH_NAMING_BITS ? 'no_other' : likelier, weightBits: -bits };
}
