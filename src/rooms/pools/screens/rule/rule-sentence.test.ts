import { beforeAll, describe, expect, it } from 'vitest';
import i18next from 'i18next';
import { formatsFor } from '#ground/i18n/formats.ts';
import { MESSAGE_OPTIONS } from '#ground/i18n/messages.ts';
import { readMessages } from '#ground/i18n/messages.node.ts';
import type { Condition, Rule } from '../../schema-rule.ts';
import { CONDITION_NAMES, CONSENT_STATES } from '../../schema-rule.ts';
import { clauseOf } from './condition-clause.ts';
import type { RuleWords } from './rule-sentence.ts';
import { ruleSentence, ruleText } from './rule-sentence.ts';

const reader = i18next.createInstance();
beforeAll(async () => {
  const resources = { de: { pools: readMessages('pools', 'de') }, en: { pools: readMessages('pools', 'en') } };
  await reader.init({ ...MESSAGE_OPTIONS, lng: 'de', resources });
});

function wordsIn(language: 'de' | 'en'): RuleWords {
  const formats = formatsFor(language, 'Europe/Zurich');
  const t = (key: string, values: object = {}) => reader.t(key, { ...values, ns: 'pools', lng: language });
  const valueWords = { word: (_: string, value: string) => value, ...formats };
  return {
    clause: (condition, sense) => {
      const { key, values } = clauseOf(condition, sense, valueWords);
      return t(key, values);
    },
    say: (key) => t(`rule.${key}`),
    group: (kind, inside) => t(`rule.${kind}`, { inside }),
  };
}

const ID = '0193570a-0000-7000-8000-000000000001';
/** One of each, and each kind of sentence. */
const SAMPLES: Condition[] = [
  ...(['class', 'tag', 'skill', 'interest', 'role', 'employer', 'city', 'worked_at'] as const).map((is) => ({
    is,
    values: ['Bern'],
  })),
  { is: 'stage', values: ['known'] },
  { is: 'owner', values: ['me'] },
  { is: 'deputy', values: ['none'] },
  { is: 'country', values: ['CH'] },
  { is: 'language', values: ['de'] },
  { is: 'next_step' },
  { is: 'was_with_us' },
  { is: 'reached', stage: 'offer' },
  { is: 'application_outcome', values: ['rejected'] },
  { is: 'employed_as', values: ['intern'] },
  { is: 'rehire_wish', values: ['yes'] },
  { is: 'pool', ids: [ID] },
  { is: 'segment', id: ID },
  ...(['mail', 'phone'] as const).map((by) => ({ is: 'reachable' as const, by })),
  ...CONSENT_STATES.map((state) => ({ is: 'consent' as const, purpose: 'newsletter' as const, state })),
  ...[1, 90].flatMap((days) => [
    ...(
      [
        'in_stage_for',
        'created_within',
        'next_step_within',
        'applied_within',
        'left_us_within',
        'silent',
        'erases_within',
      ] as const
    ).map((is) => ({ is, days })),
    ...(['touches', 'answers', 'mailings'] as const).flatMap((is) => [
      { is, days, atLeast: 1 },
      { is, days, atLeast: 3 },
    ]),
  ]),
];

const NESTED: Rule = {
  all: [
    { is: 'reached', stage: 'interview' },
    { any: [{ is: 'silent', days: 365 }, { not: { is: 'answers', atLeast: 1, days: 730 } }] },
    { not: { all: [{ is: 'tag', values: ['Messe', 'Tagung'] }, { is: 'was_with_us' }] } },
  ],
};

describe('a rule as a sentence', () => {
  it('reads as German', () => {
    expect(ruleText(NESTED, wordsIn('de'))).toBe(
      'Alle Talente, die in einer Bewerbung mindestens bis „interview“ kamen und (mit denen es seit 365 Tagen keinen Kontakt von Mensch zu Mensch gab oder die sich in den letzten 730 Tagen nicht bei uns gemeldet haben) und auf die nicht zutrifft: (die das Stichwort Messe oder Tagung tragen und die schon bei uns gearbeitet haben).',
    );
  });

  it('reads as English', () => {
    expect(ruleText(NESTED, wordsIn('en'))).toBe(
      'All talents who came at least to “interview” in an application and (without contact from human to human for 365 days or who did not get in touch with us in the last 730 days) and for whom this does not hold: (with the tag Messe or Tagung and who have worked with us).',
    );
  });

  it('says that nothing is asked yet', () => {
    expect(ruleText({ all: [] }, wordsIn('en'))).toBe('No condition yet: add one.');
  });

  it('needs no brackets around a group of one', () => {
    expect(ruleText({ all: [{ any: [{ is: 'was_with_us' }] }] }, wordsIn('en'))).toBe(
      'All talents who have worked with us.',
    );
  });

  it('marks what was chosen, whatever brackets somebody typed', () => {
    expect(ruleSentence({ is: 'tag', values: ['[wichtig]'] }, wordsIn('en'))).toEqual([
      { text: 'All talents with the tag ', isTerm: false },
      { text: '[wichtig]', isTerm: true },
      { text: '.', isTerm: false },
    ]);
  });

  it.each(['de', 'en'] as const)(
    'has a clause for every condition and its opposite, one day and many (%s)',
    (language) => {
      const words = wordsIn(language);
      const clauses = SAMPLES.flatMap((condition) => [words.clause(condition, 'is'), words.clause(condition, 'not')]);

      expect(new Set(SAMPLES.map(({ is }) => is))).toEqual(new Set(CONDITION_NAMES));
      expect(clauses.filter((clause) => clause.startsWith('condition.') || clause.includes('{{'))).toEqual([]);
      expect(clauses.filter((clause) => !/\[.+\]/.test(clause))).toEqual([]);
    },
  );
});
