import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, LEAST_CONTRAST } from '../../letters/look/colours.ts';
import { brandBody } from '../../schema-writing.ts';
import { brandMistakes, checkColours, colourFrom, emptyBrand, furtherBrand } from './brand-draft.ts';

const colour = fc.stringMatching(/^#[0-9a-f]{6}$/);

describe('the look of letters', () => {
  it('begins as something the server accepts and everybody can read', () => {
    const draft = emptyBrand('Kellermatt Antriebe AG');

    expect(brandMistakes(draft)).toEqual([]);
    expect(brandBody.safeParse(draft).success).toBe(true);
  });

  it('beside another needs a name of its own, and does not take its place by itself', () => {
    const draft = furtherBrand('Kellermatt Antriebe AG');

    expect(brandMistakes(draft)).toEqual(['name']);
    expect(draft.isDefault).toBe(false);
  });

  it('is refused exactly when words cannot be read on the paper', () => {
    fc.assert(
      fc.property(colour, colour, colour, (paper, ink, accent) => {
        const { design } = emptyBrand('Kellermatt');
        const isRefused = brandMistakes({ ...emptyBrand('K'), design: { ...design, paper, ink, accent } }).includes(
          'contrast',
        );
        expect(isRefused).toBe(contrast(ink, paper) < LEAST_CONTRAST);
      }),
    );
  });

  it('gives links a colour that can be read, whatever the accent', () => {
    const { design } = emptyBrand('Kellermatt');

    expect(checkColours({ ...design, accent: '#8a3b12' }).linkInstead).toBeUndefined();
    const pale = checkColours({ ...design, accent: '#f2c48d' });
    expect(contrast(pale.linkInstead ?? design.paper, design.paper)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  });

  it('reads colours as people type them', () => {
    expect(colourFrom('8A3B12')).toBe('#8a3b12');
    expect(colourFrom(' #ABC ')).toBe('#aabbcc');
    expect(colourFrom('kupfer')).toBeUndefined();
    expect(colourFrom('#12345')).toBeUndefined();
  });
});
