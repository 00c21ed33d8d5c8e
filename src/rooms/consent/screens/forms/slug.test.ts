import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSlug, slugFrom } from './slug.ts';

describe('the address of a sign-up', () => {
  it.each([
    ['Messe Zürich 2027', 'messe-zuerich-2027'],
    ['Große Straße', 'grosse-strasse'],
    ['  Café & Cie. ', 'cafe-cie'],
    ['Đurić', 'uric'],
  ])('of "%s" is %s', (name, address) => {
    expect(slugFrom(name)).toBe(address);
  });

  it('is one that the server takes, or too short to be one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
        const address = slugFrom(name);

        expect(isSlug(address) || address.length < 3).toBe(true);
      }),
    );
  });
});
