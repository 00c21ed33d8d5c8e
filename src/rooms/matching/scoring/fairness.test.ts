import { describe, expect, it } from 'vitest';
import type { PersonDocuments } from '../people/documents.ts';
import type { Trait } from './fairness.test-support.ts';
import { selectionRatio, TRAITS, unfairPairs } from './fairness.test-support.ts';
import { aQuery, DATA_ENGINEER, recogniser, WEIGHTS } from './people.test-support.ts';
import { personProfile } from './person-profile.ts';
import { scorePerson } from './score.ts';

const query = aQuery(DATA_ENGINEER);
const ours = (documents: PersonDocuments) => scorePerson(personProfile(documents, recogniser), query, WEIGHTS).points;

/** Scorers with a prejudice of each kind, as they creep in: all must be found. */
const PREJUDICES: Record<Trait, RegExp> = {
  name: /Yılmaz|Mensah|Nguyễn|Шевченко/u,
  gender: /ingenieur(?:in|:in|\/in|\*in|In)\b/u,
  age: /196\d|\b60 Jahre|54 years|Rente/u,
  origin: /türkisch|Nigerian|Damaskus|Muslimisch|Poland|Migration/u,
  gap: /Elternzeit|arbeitslos|Sabbatical|break|Auszeit|krank|Kinder/u,
  part_time: /Teilzeit|part-time|60 %|20 Stunden/u,
  disability: /behindert|Rollstuhl|Gehörlos|blind|Autismus|krank|Gleichgestellt/u,
};
const prejudiced = (trait: Trait) => (documents: PersonDocuments) =>
  ours(documents) - (documents.passages.some(({ text }) => PREJUDICES[trait].test(text)) ? 6 : 0);

describe('two people who differ in name, gender, age, origin, gap, part-time or disability alone', () => {
  it('get the same points', () => {
    expect(unfairPairs(ours)).toEqual([]);
  });

  it.each(TRAITS)('would be told apart by a scorer with a prejudice against %s, and this is noticed', (trait) => {
    expect(unfairPairs(prejudiced(trait)).map((pair) => pair.trait)).toContain(trait);
  });
});

describe('groups with the same skills', () => {
  it.each(TRAITS)('come first in the same shares whatever their %s, at least four fifths', (trait) => {
    expect(selectionRatio(ours, trait)).toBeGreaterThanOrEqual(0.8);
  });

  it.each(TRAITS)('do not under a scorer with a prejudice against %s, and this is noticed', (trait) => {
    expect(selectionRatio(prejudiced(trait), trait)).toBeLessThan(0.8);
  });
});
