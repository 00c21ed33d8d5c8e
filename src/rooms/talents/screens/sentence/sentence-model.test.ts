import { describe, expect, it } from 'vitest';
import type { Condition, FilterSentence } from '../../schema-filter.ts';
import { placesOf, termAt, withAlternative, withNewTerm, withoutTerm, withTerm } from './sentence-model.ts';

const city: Condition = { field: 'city', value: ['Winterthur'] };
const silent: Condition = { field: 'silentForDays', value: 90 };
const skill: Condition = { field: 'skill', value: ['Java'] };
const sentence: FilterSentence = { join: 'and', terms: [city, silent] };

describe('a filter sentence', () => {
  it('takes another condition at its end', () => {
    expect(withNewTerm(sentence, skill).terms).toEqual([city, silent, skill]);
  });

  it('puts a condition and its alternative into brackets', () => {
    expect(withAlternative(sentence, 0, skill).terms[0]).toEqual({ join: 'or', terms: [city, skill] });
  });

  it('loses its brackets when one condition is left in them', () => {
    const bracketed = withAlternative(sentence, 0, skill);

    expect(withoutTerm(bracketed, { at: 0, inside: 1 })).toEqual(sentence);
  });

  it('changes a condition inside the brackets', () => {
    const bracketed = withAlternative(sentence, 0, skill);
    const changed = withTerm(bracketed, { at: 0, inside: 1 }, silent);

    expect(termAt(changed, { at: 0, inside: 1 })).toEqual(silent);
    expect(placesOf(changed)).toEqual([{ at: 0, inside: 0 }, { at: 0, inside: 1 }, { at: 1 }]);
  });
});
