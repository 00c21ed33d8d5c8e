import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brandDesign } from '../../schema-letter.ts';
import { contrast, inkOn, LEAST_CONTRAST, readableOn } from './colours.ts';
import { lookOf } from './look.ts';

const colour = fc.integer({ min: 0, max: 0xff_ff_ff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('colours', () => {
  it('have the contrast that WCAG computes', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it('of links and small words can be read on any paper, in light and dark', () => {
    fc.assert(
      fc.property(colour, colour, colour, (accent, paper, ink) => {
        const { light, dark } = lookOf(brandDesign.parse({ accent, paper, ink }));

        for (const { link, paper: under, quiet } of [light, dark]) {
          expect(contrast(link, under)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
          expect(contrast(quiet, under)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
        }
      }),
    );
  });

  it('of words on a button can be read on any accent', () => {
    fc.assert(
      fc.property(colour, (accent) => {
        expect(contrast(inkOn(accent), accent)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      }),
    );
  });

  it('stay what they are where they can be read', () => {
    expect(readableOn('#fbf8f3', '#8a3b12')).toBe('#8a3b12');
  });
});
