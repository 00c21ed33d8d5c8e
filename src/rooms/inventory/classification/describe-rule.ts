import type { FormerRule, SegmentRule, SilverMedalistRule } from './rules.ts';
import { ratingOfFive } from './silver-medalist.ts';

/** A message key and its facts; lists are our words joined by commas, in the rule's order. */
export interface RuleSentence {
  code: string;
  params: Record<string, string | number>;
}

/** The rule as sentences: the criteria first, then what limits them. Each is whole; none is built from parts. */
export function describeRule(rule: SegmentRule): RuleSentence[] {
  if (!rule.isOn) return [{ code: `rule.${rule.segment}_off`, params: {} }];
  if (rule.segment === 'silver_medalist') return [...silverCriteria(rule), silverLimit(rule)];
  if (rule.segment === 'former') return formerSentences(rule);
  return rule.ways.map((way) => ({ code: `rule.passive_${way}`, params: {} }));
}

function formerSentences({ kinds, excludesUnwanted, excludedReasons }: FormerRule): RuleSentence[] {
  const reasons = { reasons: excludedReasons.join(', '), count: excludedReasons.length };
  return [
    { code: 'rule.former_kinds', params: { kinds: kinds.join(','), count: kinds.length } },
    ...(excludesUnwanted ? [{ code: 'rule.former_not_unwanted', params: {} }] : []),
    ...(excludedReasons.length > 0 ? [{ code: 'rule.former_reasons', params: reasons }] : []),
  ];
}

function silverCriteria({ stageFrom, placeTo, ratingShareFrom }: SilverMedalistRule): RuleSentence[] {
  return [
    ...(stageFrom === null ? [] : [{ code: 'rule.silver_stage', params: { stage: stageFrom } }]),
    ...(placeTo === null
      ? []
      : [{ code: placeTo === 2 ? 'rule.silver_second' : 'rule.silver_place', params: { placeTo } }]),
    ...(ratingShareFrom === null
      ? []
      : [{ code: 'rule.silver_rating', params: { rating: ratingOfFive(ratingShareFrom) } }]),
  ];
}

function silverLimit({ withinYears, undated, outcomes }: SilverMedalistRule): RuleSentence {
  const code = undated === 'include' ? 'rule.silver_within' : 'rule.silver_within_dated';
  return { code, params: { count: withinYears, outcomes: outcomes.join(',') } };
}
