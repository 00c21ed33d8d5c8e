import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { hostileText } from './testing/hostile-text.ts';
import { findDecimal, readNumber } from './parse-number.ts';
import { findScale, readRating } from './rating.ts';

describe('a number', () => {
  it.each([
    ['4,6', 4.6], ['4.6', 4.6], ["1'234,50", 1234.5], ['1’234.50', 1234.5], ['1.234,50', 1234.5], ['1,234.50', 1234.5], ['1 234,5', 1234.5], ['1.234.567', 1234567], ['12 %', 12], ['-3', -3],
    ["CHF 85'000.–", 85000], ['85.000 €', 85000, ','], ['0,5', 0.5], [',5', 0.5], ['1.234', 1.234, '.'], ['1.234', 1234, ','], ['0.125', 0.125],
  ] as [string, number, (',' | '.')?][])('is read from %s', (text, value, decimal) => {
    expect(readNumber(text, decimal)).toEqual({ kind: 'number', value });
  }); // prettier-ignore

  it.each(['vier', '4,6,1a', '--', '1e999', '=2+2', '0x10'])('is not made up from %j', (text) => {
    expect(readNumber(text).kind).not.toBe('number');
  });

  it('gets its decimal sign from the column', () => {
    expect(findDecimal(['4,6', '1.234', '3'])).toBe(',');
    expect(findDecimal(['4.6', '3'])).toBe('.');
    expect(findDecimal(['4', '1.234'])).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(() => readNumber(text)).not.toThrow();
      }),
    );
  });
});

describe('a rating', () => {
  const five = { best: 5, worst: 1 };
  const marks = { best: 1, worst: 6 };

  it.each([
    ['4,6', five, 0.9], ['5', five, 1], ['1', five, 0], ['4/5', five, 0.75], ['8 von 10', five, 0.778], ['1', marks, 1], ['6', marks, 0], ['2-', marks, 0.74], ['2,5', marks, 0.7],
    ['5,5', { best: 6, worst: 1 }, 0.9], ['80 %', { best: 100, worst: 0 }, 0.8], ['★★★★☆', { best: 5, worst: 0 }, 0.8], ['B', { best: 1, worst: 4 }, 0.667], ['A+', { best: 1, worst: 4 }, 1],
    ['4 Sterne', { best: 5, worst: 0 }, 0.8],
  ])('of %s on %j is %d', (text, scale, share) => {
    expect(readRating(text, scale)).toEqual({ kind: 'rating', share });
  }); // prettier-ignore

  it('beyond its scale is refused', () => {
    expect(readRating('17', five).kind).toBe('out_of_scale');
  });

  it('takes its scale from a hint in the header', () => {
    expect(findScale(['2', '3'], { header: 'Note (1 = sehr gut, 1-6)', country: 'EU' })).toMatchObject({
      scale: marks,
      isAmbiguous: false,
    });
    expect(findScale(['2', '3'], { header: 'Bewertung [1–10]', country: 'EU' })).toMatchObject({
      scale: { best: 10, worst: 1 },
    });
  });

  it('is always between worst and best', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(five, marks), (text, scale) => {
        const reading = readRating(text, scale);
        const share = reading.kind === 'rating' ? reading.share : 0;
        expect(share >= 0 && share <= 1).toBe(true);
      }),
    );
  });
});
