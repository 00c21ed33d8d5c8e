import type { z } from 'zod';
import type { FailureParams } from '#ground/errors/app-error.ts';
import { CONDITION_SCHEMAS, DEEPEST_RULE, MOST_CONDITIONS, MOST_PARTS } from '../schema-rule.ts';
import type { Condition, ConditionName, Rule } from '../schema-rule.ts';

/** What is wrong with a rule, as a code of the message file. `place` counts the parts from the outside: "2.1". */
export interface RuleProblem {
  code: string;
  params: FailureParams;
}
export type ReadRule = { rule: Rule; problem?: undefined } | { rule?: undefined; problem: RuleProblem };

interface Here {
  /** Groups around it. */
  depth: number;
  place: string;
  count: { conditions: number };
}

class Unreadable extends Error {
  readonly problem: RuleProblem;
  constructor(code: string, params: FailureParams) {
    super(code);
    this.problem = { code, params };
  }
}

/** Reads what somebody wrote, edited or sent. Nonsense of any kind and length ends in one sentence about the first mistake. */
export function readRule(given: unknown): ReadRule {
  try {
    return { rule: readPart(given, { depth: 0, place: '', count: { conditions: 0 } }) };
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.problem };
    throw error;
  }
}

function readPart(given: unknown, here: Here): Rule {
  if (!isObject(given)) throw new Unreadable('pools.rule_not_a_rule', { place: here.place });
  if ('is' in given) return readCondition(given, here);
  const [key, ...others] = Object.keys(given);
  if (key === undefined || others.length > 0 || !['all', 'any', 'not'].includes(key))
    throw new Unreadable('pools.rule_not_a_rule', { place: here.place });
  if (key === 'not') return { not: readOpposite(given.not, here) };
  const parts = readParts(given[key], here);
  return key === 'all' ? { all: parts } : { any: parts };
}

function readOpposite(given: unknown, here: Here): Rule {
  if (isObject(given) && 'not' in given) throw new Unreadable('pools.rule_not_not', { place: here.place });
  return readPart(given, here);
}

function readParts(given: unknown, { depth, place, count }: Here): Rule[] {
  if (depth >= DEEPEST_RULE) throw new Unreadable('pools.rule_too_deep', { most: DEEPEST_RULE, place });
  if (!Array.isArray(given)) throw new Unreadable('pools.rule_not_a_rule', { place });
  if (given.length === 0) throw new Unreadable('pools.rule_group_empty', { place });
  if (given.length > MOST_PARTS) throw new Unreadable('pools.rule_too_long', { most: MOST_PARTS, place });
  return given.map((part, i) =>
    readPart(part, { depth: depth + 1, place: place === '' ? String(i + 1) : `${place}.${i + 1}`, count }),
  );
}

function readCondition(given: Record<string, unknown>, { place, count }: Here): Condition {
  count.conditions += 1;
  if (count.conditions > MOST_CONDITIONS) throw new Unreadable('pools.rule_too_long', { most: MOST_CONDITIONS, place });
  const name = given.is;
  if (typeof name !== 'string' || !Object.hasOwn(CONDITION_SCHEMAS, name))
    throw new Unreadable('pools.rule_condition_unknown', { name: shortened(name), place });
  const parsed = CONDITION_SCHEMAS[name as ConditionName].safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Unreadable(...problemOf(parsed.error.issues[0], given, { name, place }));
}

type Issue = z.core.$ZodIssue | undefined;

function problemOf(
  issue: Issue,
  given: Record<string, unknown>,
  { name, place }: { name: string; place: string },
): [string, FailureParams] {
  const facts = { condition: name, place };
  if (issue?.code === 'unrecognized_keys')
    return ['pools.rule_field_unknown', { ...facts, name: shortened(issue.keys[0]) }];
  const field = fieldOf(issue);
  if (field === 'days') return ['pools.rule_days', { ...facts, days: shortened(given.days) }];
  if (field === 'atLeast') return ['pools.rule_times', { ...facts, times: shortened(given.atLeast) }];
  if (isEmptyList(given[field])) return ['pools.rule_values_missing', facts];
  return ['pools.rule_value_wrong', { ...facts, field }];
}

const fieldOf = (issue: Issue) => String(issue?.path[0] ?? '');
const isEmptyList = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0);
const isObject = (given: unknown): given is Record<string, unknown> =>
  typeof given === 'object' && given !== null && !Array.isArray(given);
/** As it was written, for the sentence; never longer than a word. */
const shortened = (given: unknown): string =>
  given === undefined ? '–' : (typeof given === 'string' ? given : (JSON.stringify(given) ?? '–')).slice(0, 40);
