import { describe, expect, it } from 'vitest';
import { folded, found, foundIn, type PaletteEntry, pieces } from './palette-entries.ts';

const anEntry = (label: string): PaletteEntry => ({ id: label, group: 'rooms', label, to: '/' });

describe('finding in the palette', () => {
  it('finds Müller by "muller" and by "mueller"', () => {
    const entries = [anEntry('Jörg Müller'), anEntry('Inventur')];

    expect(found(entries, 'muller').map(({ label }) => label)).toEqual(['Jörg Müller']);
    expect(found(entries, 'mueller').map(({ label }) => label)).toEqual(['Jörg Müller']);
  });

  it('wants every word at the start of a word', () => {
    expect(found([anEntry('Talent aufnehmen')], 'tal auf')).toHaveLength(1);
    expect(found([anEntry('Talent aufnehmen')], 'ent')).toHaveLength(0);
  });

  it('writes ß as ss', () => {
    expect(folded('Straße')).toBe('strasse');
  });

  it('marks the found letters', () => {
    expect(pieces('Inventur', foundIn('Inventur', 'vent'))).toEqual([
      { text: 'In', isFound: false },
      { text: 'vent', isFound: true },
      { text: 'ur', isFound: false },
    ]);
  });
});
