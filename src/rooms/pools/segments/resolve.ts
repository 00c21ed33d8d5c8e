import { invalid } from '#ground/errors/app-error.ts';
import { MOST_CONDITIONS } from '../schema-rule.ts';
import type { Rule } from '../schema-rule.ts';
import { isCondition } from '../schema-rule.ts';
import { conditionsIn } from './rule.ts';

/** Segments that name segments that name segments … */
export const LONGEST_CHAIN = 6;
const MOST_AFTER_RESOLVING = 5 * MOST_CONDITIONS;

/** What a rule may name: saved rules by id, and the pools that the reader sees. */
export interface Named {
  rules: ReadonlyMap<string, Rule>;
  pools: ReadonlySet<string>;
}

/**
 * Puts the saved rules in the place of their names, so that what is left asks about people only.
 * @param selfId the segment that the rule belongs to, if it is saved already
 * @throws AppError pools.rule_segment_gone, pools.rule_segment_cycle, pools.rule_segment_chain, pools.rule_pool_gone, pools.rule_too_long
 */
export function resolveRule(rule: Rule, named: Named, selfId?: string): Rule {
  const resolved = resolvePart(rule, named, selfId === undefined ? [] : [selfId]);
  if (conditionsIn(resolved).length > MOST_AFTER_RESOLVING)
    throw invalid('pools.rule_too_long', { most: MOST_AFTER_RESOLVING, place: '' });
  return resolved;
}

function resolvePart(rule: Rule, named: Named, inside: readonly string[]): Rule {
  const resolve = (part: Rule) => resolvePart(part, named, inside);
  if ('all' in rule) return { all: rule.all.map(resolve) };
  if ('any' in rule) return { any: rule.any.map(resolve) };
  if ('not' in rule) return { not: resolve(rule.not) };
  if (rule.is === 'pool' && !rule.ids.every((id) => named.pools.has(id))) throw invalid('pools.rule_pool_gone');
  return rule.is === 'segment' ? savedRule(rule.id, named, inside) : rule;
}

function savedRule(id: string, named: Named, inside: readonly string[]): Rule {
  if (inside.includes(id)) throw invalid('pools.rule_segment_cycle');
  if (inside.length >= LONGEST_CHAIN) throw invalid('pools.rule_segment_chain', { most: LONGEST_CHAIN });
  const saved = named.rules.get(id);
  if (!saved) throw invalid('pools.rule_segment_gone');
  return resolvePart(saved, named, [...inside, id]);
}

export const namesOthers = (rule: Rule): boolean =>
  conditionsIn(rule).some((condition) => condition.is === 'segment' || condition.is === 'pool');

/** Whether the rule names this segment itself, not through others. */
export const namesSegment = (rule: Rule, segmentId: string): boolean =>
  conditionsIn(rule).some(
    (condition) => isCondition(condition) && condition.is === 'segment' && condition.id === segmentId,
  );
