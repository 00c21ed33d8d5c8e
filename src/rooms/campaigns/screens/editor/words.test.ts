import { describe, expect, it } from 'vitest';
import type { Block, Letter } from '../../schema-letter.ts';
import {
  hasInformal,
  inForm,
  languagesIn,
  missingIn,
  plainText,
  saysIn,
  textOf,
  withForm,
  withoutInformal,
} from './words.ts';

const said = (text: string) => ({ formal: [{ kind: 'words' as const, text }] });
const heading = (id: string, de?: string, en?: string): Block => ({
  id,
  kind: 'heading',
  words: { ...(de === undefined ? {} : { de: said(de) }), ...(en === undefined ? {} : { en: said(en) }) },
});
const aLetter = (...blocks: Block[]): Letter => ({ subject: {}, preheader: {}, blocks, onlyWithOwnBlock: true });

describe('what is written in which language', () => {
  it('marks what is said in one language only', () => {
    const letter = aLetter(heading('both', 'Neues', 'News'), heading('german', 'Technik'), heading('nothing'));

    expect(missingIn(letter, 'en')).toEqual(['german']);
    expect(missingIn(letter, 'de')).toEqual([]);
  });

  it('counts words of blanks as not written', () => {
    expect(saysIn(heading('one', '  '), 'de')).toBe(false);
  });

  it('asks no translation of what has no words', () => {
    expect(saysIn({ id: 'line', kind: 'divider' }, 'en')).toBeUndefined();
    expect(saysIn({ id: 'pict', kind: 'picture', pictureId: null, alt: {}, isDecoration: true }, 'en')).toBeUndefined();
  });

  it('knows the languages of a letter', () => {
    expect(languagesIn(aLetter(heading('one', undefined, 'News')))).toEqual(['en']);
    expect(languagesIn(aLetter(heading('one', 'Neues', 'News')))).toEqual(['de', 'en']);
    expect(languagesIn(aLetter())).toEqual([]);
  });
});

describe('Sie and du', () => {
  it('keeps the one when the other is written', () => {
    const both = withForm({ de: { formal: 'Lesen Sie' } }, 'de', 'informal', 'Lies', '');

    expect(both.de).toEqual({ formal: 'Lesen Sie', informal: 'Lies' });
    expect(withForm(both, 'de', 'formal', 'Schauen Sie', '').de).toEqual({ formal: 'Schauen Sie', informal: 'Lies' });
    expect(withoutInformal(both, 'de').de).toEqual({ formal: 'Lesen Sie' });
  });

  it('reads the formal words where there are no informal ones', () => {
    expect(inForm({ formal: 'Lesen Sie' }, 'informal')).toBe('Lesen Sie');
    expect(inForm({ formal: 'Lesen Sie', informal: 'Lies' }, 'informal')).toBe('Lies');
  });

  it('belongs to a language', () => {
    const block: Block = { id: 'one', kind: 'heading', words: { de: { ...said('Lesen Sie'), informal: [] } } };

    expect(hasInformal(block, 'de')).toBe(true);
    expect(hasInformal(block, 'en')).toBe(false);
  });
});

describe('plain words', () => {
  it('become paragraphs and back', () => {
    const text = textOf('Guten Tag\n\nWir bauen um.\n');

    expect(text).toHaveLength(2);
    expect(plainText(text, () => '')).toBe('Guten Tag\nWir bauen um.');
  });
});
