import type { ClassificationRules, SegmentRule } from '../../classification/rules.ts';

export type RuleOf<Segment extends SegmentRule['segment']> = Extract<SegmentRule, { segment: Segment }>;

/** The rules with one of them changed. */
export const withRule = (draft: ClassificationRules, rule: SegmentRule): ClassificationRules => ({
  ...draft,
  rules: draft.rules.map((one) => (one.segment === rule.segment ? rule : one)),
});

/** Adds the value or takes it away; the last one stays, because a rule without any would find nobody. */
export function toggled<Value>(values: readonly Value[], value: Value): Value[] {
  if (!values.includes(value)) return [...values, value];
  return values.length > 1 ? values.filter((one) => one !== value) : [...values];
}

export const isSame = (a: ClassificationRules, b: ClassificationRules) =>
  JSON.stringify(a.rules) === JSON.stringify(b.rules);

/** A silver medalist needs one of stage, place and rating. */
export const hasCriterion = ({ rules }: ClassificationRules) =>
  rules.every(
    (rule) =>
      rule.segment !== 'silver_medalist' ||
      rule.stageFrom !== null ||
      rule.placeTo !== null ||
      rule.ratingShareFrom !== null,
  );

/** "4 of 5" for a share of 0.75; one decimal, as on the usual scale from 1 to 5. */
export const ratingOf = (share: number) => Math.round((1 + share * 4) * 10) / 10;
export const shareOf = (rating: number) => Math.round(((rating - 1) / 4) * 1000) / 1000;
