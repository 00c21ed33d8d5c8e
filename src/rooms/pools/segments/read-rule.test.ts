import { describe, expect, it } from 'vitest';
import { readMessages } from '#ground/i18n/messages.node.ts';
import { readRule } from './read-rule.ts';

const stage = { is: 'stage', values: ['known'] };
const nested = (levels: number): unknown => (levels === 0 ? stage : { all: [nested(levels - 1)] });
const codeOf = (given: unknown) => readRule(given).problem?.code;

describe('a rule that somebody wrote', () => {
  it('may be one condition, a group, and groups in groups with opposites', () => {
    const rule = { all: [stage, { not: { any: [{ is: 'silent', days: 90 }, { not: { is: 'was_with_us' } }] } }] };

    expect(readRule(rule)).toEqual({ rule });
  });

  it('may have six groups inside each other, and not seven', () => {
    expect(codeOf(nested(6))).toBeUndefined();
    expect(codeOf(nested(7))).toBe('pools.rule_too_deep');
  });

  it('ends in a sentence when it is endless', () => {
    expect(codeOf(nested(5000))).toBe('pools.rule_too_deep');
    expect(codeOf({ all: Array.from({ length: 21 }, () => stage) })).toBe('pools.rule_too_long');
    const wide = { any: Array.from({ length: 4 }, () => ({ all: Array.from({ length: 20 }, () => stage) })) };
    expect(codeOf(wide)).toBe('pools.rule_too_long');
  });

  it.each([
    [null],
    [[]],
    ['everyone'],
    [42],
    [{}],
    [{ all: [stage], any: [stage] }],
    [{ some: [stage] }],
    [{ all: stage }],
    [{ all: ['known'] }],
  ])('is nonsense: %j', (given) => {
    expect(codeOf(given)).toBe('pools.rule_not_a_rule');
  });

  it('names the place of a mistake, counted from the outside', () => {
    expect(readRule({ all: [stage, { any: [stage, { is: 'shoe_size', values: [43] }] }] }).problem).toEqual({
      code: 'pools.rule_condition_unknown',
      params: { name: 'shoe_size', place: '2.2' },
    });
  });

  it.each([0, -3, 1.5, 10_000, '90', null, undefined])('asks for whole days from 1 to 3650 instead of %j', (days) => {
    expect(codeOf({ is: 'silent', days })).toBe('pools.rule_days');
  });

  it('asks for how often', () => {
    expect(codeOf({ is: 'answers', atLeast: 0, days: 90 })).toBe('pools.rule_times');
  });

  it('asks for the missing answer', () => {
    expect(codeOf({ is: 'tag', values: [] })).toBe('pools.rule_values_missing');
    expect(codeOf({ is: 'tag' })).toBe('pools.rule_values_missing');
    expect(codeOf({ all: [] })).toBe('pools.rule_group_empty');
  });

  it('refuses answers that the question does not have', () => {
    expect(codeOf({ is: 'stage', values: ['married'] })).toBe('pools.rule_value_wrong');
    expect(codeOf({ is: 'tag', values: ['Messe'], exactly: true })).toBe('pools.rule_field_unknown');
  });

  it.each(['de', 'en'] as const)('is told in %s what is wrong with it', (language) => {
    const wrong = [
      42,
      nested(9),
      { all: Array.from({ length: 21 }, () => stage) },
      { any: [] },
      { is: 'shoe_size' },
      { is: 'tag', values: ['Messe'], exactly: true },
      { is: 'silent', days: 0 },
      { is: 'answers', atLeast: 0, days: 1 },
      { is: 'tag' },
      { is: 'stage', values: ['married'] },
      { not: { not: stage } },
    ];
    const { errors } = readMessages('pools', language);

    const silent = wrong
      .map(codeOf)
      .filter((code) => code === undefined || !Object.hasOwn(Object(errors), code.replace('pools.', '')));

    expect(silent).toEqual([]);
  });

  it('refuses the opposite of an opposite', () => {
    expect(codeOf({ not: { not: stage } })).toBe('pools.rule_not_not');
  });
});
