import { sql } from 'kysely';
import type { Condition, Rule } from '../schema-rule.ts';
import { isCondition } from '../schema-rule.ts';
import type { Sql } from './clause.ts';
import { holds, holdsNot } from './clause.ts';
import type { Meaning } from './conditions.ts';
import { CONDITIONS } from './conditions.ts';
import type { PersonFacts, RuleReader } from './facts.ts';

const meaningOf = (condition: Condition) => CONDITIONS[condition.is] as Meaning<Condition>;

/** Whether a rule without names of other segments fits one person. Pure: the same facts give the same answer. */
export function matchesRule(rule: Rule, facts: PersonFacts, reader: RuleReader): boolean {
  if (isCondition(rule)) return meaningOf(rule).matches(rule, facts, reader);
  if ('all' in rule) return rule.all.every((part) => matchesRule(part, facts, reader));
  if ('any' in rule) return rule.any.some((part) => matchesRule(part, facts, reader));
  return !matchesRule(rule.not, facts, reader);
}

/** The same rule about `talents t`: one condition with parameters, never with words of the rule in it. */
export function ruleSql(rule: Rule, reader: RuleReader): Sql {
  if (isCondition(rule)) return holds(meaningOf(rule).sql(rule, reader));
  if ('not' in rule) return oppositeSql(rule.not, reader);
  return 'all' in rule
    ? together(rule.all.map((part) => ruleSql(part, reader)))
    : either(rule.any.map((part) => ruleSql(part, reader)));
}

/** The opposite goes inwards to the conditions, where the planner can join what must not be there. */
function oppositeSql(rule: Rule, reader: RuleReader): Sql {
  if (isCondition(rule)) return holdsNot(meaningOf(rule).sql(rule, reader));
  if ('not' in rule) return ruleSql(rule.not, reader);
  return 'all' in rule
    ? either(rule.all.map((part) => oppositeSql(part, reader)))
    : together(rule.any.map((part) => oppositeSql(part, reader)));
}

const together = (parts: Sql[]): Sql => sql<boolean>`(${sql.join(parts, sql` and `)})`;
const either = (parts: Sql[]): Sql => sql<boolean>`(${sql.join(parts, sql` or `)})`;

export function conditionsIn(rule: Rule): Condition[] {
  if (isCondition(rule)) return [rule];
  if ('not' in rule) return conditionsIn(rule.not);
  return ('all' in rule ? rule.all : rule.any).flatMap(conditionsIn);
}

/** The first condition that tells contact data, if there is one. */
export const contactConditionIn = (rule: Rule): Condition['is'] | undefined =>
  conditionsIn(rule).find((condition) => meaningOf(condition).asksContactData)?.is;
