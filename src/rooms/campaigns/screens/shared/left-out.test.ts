import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leftOutOf, sumOf } from './left-out.ts';

describe('why people get nothing', () => {
  it('names the largest group first and leaves out the empty ones', () => {
    expect(leftOutOf({ never_asked: 3, bounced: 12, silence: 0, boutique: 3 })).toEqual([
      { code: 'bounced', count: 12 },
      { code: 'boutique', count: 3 },
      { code: 'never_asked', count: 3 },
    ]);
  });

  it('loses nobody', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z_]{1,12}$/), fc.nat(100_000)), (counts) => {
        expect(sumOf(leftOutOf(counts))).toBe(Object.values(counts).reduce((sum, count) => sum + count, 0));
      }),
    );
  });
});
