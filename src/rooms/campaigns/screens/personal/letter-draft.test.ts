import { describe, expect, it } from 'vitest';
import { beginningOf, letterMistakes, placeToWrite } from './letter-draft.ts';

const beginning = beginningOf({ greeting: 'Liebe Mara', closing: 'Herzlich\nNora' });

describe('a letter to one person', () => {
  it('begins with the greeting and ends with the closing, and one writes between them', () => {
    const at = placeToWrite(beginning);

    expect(beginning.text.slice(0, at)).toBe('Liebe Mara\n\n');
    expect(beginning.text.slice(at)).toBe('\n\nHerzlich\nNora');
  });

  it('is none before a word of one’s own was written', () => {
    expect(letterMistakes({ subject: 'Kaffee?', text: `${beginning.text}\n` }, beginning)).toEqual(['text']);
    expect(letterMistakes({ subject: ' ', text: 'Liebe Mara\n\nKaffee?' }, beginning)).toEqual(['subject']);
    expect(letterMistakes({ subject: 'Kaffee?', text: 'Liebe Mara\n\nKaffee?' }, beginning)).toEqual([]);
  });
});
