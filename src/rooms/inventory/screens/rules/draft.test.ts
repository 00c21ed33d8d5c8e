import { describe, expect, it } from 'vitest';
import { DEFAULT_RULES } from '../../classification/rules.ts';
import { hasCriterion, isSame, ratingOf, shareOf, toggled, withRule } from './draft.ts';

describe('changing the rules', () => {
  it('keeps the last choice of a rule', () => {
    expect(toggled(['referral'], 'referral')).toEqual(['referral']);
    expect(toggled(['referral', 'network'], 'referral')).toEqual(['network']);
  });

  it('says the rating on the scale from one to five', () => {
    expect(ratingOf(0.8)).toBe(4.2);
    expect(shareOf(4.2)).toBe(0.8);
  });

  it('sees that a change was taken back', () => {
    const [silver] = DEFAULT_RULES.rules;
    if (silver?.segment !== 'silver_medalist') throw new Error('the first rule is about silver medalists');
    const changed = withRule(DEFAULT_RULES, { ...silver, withinYears: 3 });

    expect(isSame(DEFAULT_RULES, changed)).toBe(false);
    expect(isSame(DEFAULT_RULES, withRule(changed, silver))).toBe(true);
  });

  it('refuses a silver medalist without any criterion', () => {
    const [silver] = DEFAULT_RULES.rules;
    if (silver?.segment !== 'silver_medalist') throw new Error('the first rule is about silver medalists');

    expect(
      hasCriterion(withRule(DEFAULT_RULES, { ...silver, stageFrom: null, placeTo: null, ratingShareFrom: null })),
    ).toBe(false);
  });
});
