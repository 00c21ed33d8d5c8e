import { describe, expect, it } from 'vitest';
import { remembered } from './remembered.ts';

describe('a reading that is remembered', () => {
  it('is made once for a text that comes again, and for each long one', () => {
    const made: string[] = [];
    const read = remembered((text) => {
      made.push(text);
      return { length: text.length };
    });
    const prose = 'a'.repeat(500);

    const found = ['Bern', 'Basel', 'Bern', prose, prose].map((text) => read(text).length);

    expect(found).toEqual([4, 5, 4, 500, 500]);
    expect(made).toEqual(['Bern', 'Basel', prose, prose]);
  });
});
