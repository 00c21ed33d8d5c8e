import { describe, expect, it } from 'vitest';
import { changedPeriods, isPeriod } from './period-draft.ts';

const now = { monthsAfterRejection: 3, consentMonths: 12, interestMonths: 12 };

describe('a draft of the periods', () => {
  it('names what it changes, with before and after', () => {
    expect(changedPeriods(now, { ...now, consentMonths: 24 })).toEqual([
      { name: 'consentMonths', before: 12, after: 24 },
    ]);
  });

  it('changes nothing while a field is being emptied', () => {
    expect(changedPeriods(now, { ...now, consentMonths: Number.NaN })).toEqual([]);
  });

  it('takes whole months from one to twenty-four', () => {
    expect([0, 1, 2.5, 24, 25, Number.NaN].map(isPeriod)).toEqual([false, true, false, true, false, false]);
  });
});
