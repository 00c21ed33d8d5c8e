import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foundLetters } from './found-letters.ts';
import { compoundParts, nameForm, searchNames } from './search-words.ts';

describe('names as they are searched', () => {
  it.each([
    ['Müller', 'Mueller'],
    ['Müller', 'Muller'],
    ['Straße', 'strasse'],
    ['Krähenbühl-Zürcher', 'kraehenbuehl zuercher'],
    ['Đurić', 'Duric'],
    ['Zoë', 'Zoe'],
  ])('spells %s and %s alike', (one, other) => {
    expect(nameForm(one)).toBe(nameForm(other));
  });

  it('spells the beginning of a name like the beginning of its spelling', () => {
    for (const name of ['Müller', 'Mueller', 'Samuel', 'Joerg', 'Krähenbühl']) {
      for (let length = 1; length <= name.length; length += 1)
        expect(nameForm(name)).toMatch(new RegExp(`^${nameForm(name.slice(0, length))}`));
    }
  });

  it('never fails on any text', () => {
    assert(property(string({ unit: 'grapheme' }), (text) => typeof searchNames([text]) === 'string'));
  });
});

describe('compounds', () => {
  it.each([
    ['softwareentwicklung', ['software', 'entwicklung']],
    ['entwicklungsingenieurin', ['entwicklungs', 'ingenieurin']],
    ['leistungselektronik', ['leistungs', 'elektronik']],
    ['projektleitung', ['projekt', 'leitung']],
    ['winterthur', []],
    ['international', []],
    ['kurz', []],
  ])('takes %s apart', (word, parts) => {
    expect(compoundParts(word)).toEqual(parts);
  });
});

describe('letters that were found', () => {
  it('are counted in the name as it is written', () => {
    expect(foundLetters('Anneliese Krähenbühl-Zürcher', 'kraehen zur')).toEqual([
      [10, 16],
      [21, 24],
    ]);
  });
});
