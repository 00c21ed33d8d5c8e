import type { Condition } from '../../schema-rule.ts';
import { typed } from './rule-sentence.ts';

/** Names for what conditions hold as codes or ids. */
export interface ValueWords {
  /** The reader's word for one value of a condition: a stage, a member, a pool. */
  word: (condition: Condition['is'], value: string) => string;
  alternatives: (words: readonly string[]) => string;
  number: (value: number) => string;
}

export interface Clause {
  key: string;
  values: Record<string, string | number>;
}

/** Which sentence of the message file says a condition, and with what. */
export function clauseOf(condition: Condition, sense: 'is' | 'not', words: ValueWords): Clause {
  const key = `condition.${condition.is}.${sense}`;
  if ('atLeast' in condition) {
    const { atLeast, days } = condition;
    const often = atLeast === 1 ? 'once' : 'often';
    return { key: `${key}.${often}`, values: { count: days, times: words.number(atLeast) } };
  }
  if ('days' in condition) return { key, values: { count: condition.days } };
  if (condition.is === 'consent')
    return { key: `${key}.${condition.state}`, values: { value: words.word('consent', condition.purpose) } };
  if (condition.is === 'reachable') return { key: `${key}.${condition.by}`, values: {} };
  return { key, values: isChoice(condition) ? { value: chosenOf(condition, words) } : {} };
}

type WithChoice = Extract<Condition, { values: unknown } | { ids: unknown } | { id: unknown } | { stage: unknown }>;

const isChoice = (condition: Condition): condition is WithChoice =>
  ['values', 'ids', 'id', 'stage'].some((field) => field in condition);

function chosenOf(condition: WithChoice, { word, alternatives }: ValueWords): string {
  const chosen = valuesOf(condition).map((value) => typed(word(condition.is, value)));
  return alternatives(chosen);
}

function valuesOf(condition: WithChoice): readonly string[] {
  if ('values' in condition) return condition.values;
  if ('ids' in condition) return condition.ids;
  return ['id' in condition ? condition.id : condition.stage];
}
