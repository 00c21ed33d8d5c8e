import { describe, expect, it } from 'vitest';
import { limitsFrom } from './limits-draft.ts';

describe('typed limits', () => {
  it('are numbers within their bounds', () => {
    const draft = { totalPer30Days: ' 8 ', bulkPer30Days: '0', firstContactsPerDay: '200' };

    expect(limitsFrom(draft).values).toEqual({ totalPer30Days: 8, bulkPer30Days: 0, firstContactsPerDay: 200 });
  });

  it('that cannot be used are named', () => {
    const draft = { totalPer30Days: '0', bulkPer30Days: 'viele', firstContactsPerDay: '201' };

    expect(limitsFrom(draft)).toEqual({
      values: undefined,
      wrong: ['totalPer30Days', 'bulkPer30Days', 'firstContactsPerDay'],
    });
  });
});
