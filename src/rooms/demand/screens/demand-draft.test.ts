import { describe, expect, it } from 'vitest';
import { EMPTY_DRAFT, fieldsOf, mistakesIn } from './demand-draft.ts';

const engineers = { ...EMPTY_DRAFT, title: 'Data Engineer', headcount: '3' };

describe('the form of a demand', () => {
  it('needs a title and a number of places, and nothing else', () => {
    expect(mistakesIn(engineers)).toEqual([]);
    expect(mistakesIn({ ...EMPTY_DRAFT, headcount: '0' })).toEqual(['title', 'headcount']);
  });

  it.each([
    ['80', '60'],
    ['0', '100'],
    ['80', '120'],
    ['viel', ''],
  ])('refuses a workload from %s to %s percent', (hoursMin, hoursMax) => {
    expect(mistakesIn({ ...engineers, hoursMin, hoursMax })).toEqual(['hours']);
  });

  it('leaves unknown what was not written', () => {
    expect(fieldsOf(engineers)).toMatchObject({ fromOn: null, city: null, hoursMinShare: null, likelihoodShare: 0.6 });
    expect(fieldsOf({ ...engineers, kind: 'vacancy' }).likelihoodShare).toBe(1);
  });
});
