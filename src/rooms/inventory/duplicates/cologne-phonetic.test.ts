import { describe, expect, it } from 'vitest';
import { colognePhonetic } from './cologne-phonetic.ts';

describe('Kölner Phonetik', () => {
  // Codes as published in descriptions of the method.
  it.each([
    ['Müller-Lüdenscheidt', '65752682'],
    ['Wikipedia', '3412'],
    ['Breschnew', '17863'],
    ['Müller', '657'],
    ['Meyer', '67'],
    ['Schmidt', '862'],
    ['Heinz', '068'],
    ['Classen', '4586'],
    ['Xaver', '4837'],
    ['Philipp', '351'],
  ])('gives %s the code %s', (name, code) => {
    expect(colognePhonetic(name)).toBe(code);
  });

  it.each([
    ['Meier', 'Mayr'],
    ['Schmidt', 'Schmitt'],
    ['Katharina', 'Catarina'],
    ['Weiß', 'Weiss'],
  ])('lets %s and %s meet', (one, other) => {
    expect(colognePhonetic(one)).toBe(colognePhonetic(other));
  });

  it('has no code for a text without Latin letters', () => {
    expect(colognePhonetic('123 …')).toBe('');
  });
});
