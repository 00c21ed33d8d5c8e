import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINE_LENGTH, wrap } from './wrap.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'ä', '.', '-', 'W'), minLength: 1, maxLength: 100 });

describe('wrapping a text', () => {
  it('keeps every word whole and in its place, and no line too long that can be shorter', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const lines = wrap(words.join(' ')).split('\n');

        expect(lines.join(' ').split(' ').filter(Boolean)).toEqual(words);
        expect(lines.every((line) => line.length <= LINE_LENGTH || !line.includes(' '))).toBe(true);
      }),
    );
  });

  it('indents a list under its sign', () => {
    const text = wrap(`${'Wort '.repeat(20)}Ende`, { first: '- ', rest: '  ' });

    expect(text.split('\n').map((line) => line.slice(0, 3))).toEqual(['- W', '  W']);
  });

  it('leaves line breaks that were set', () => {
    expect(wrap('Mara Steinegger\nKellermatt')).toBe('Mara Steinegger\nKellermatt');
  });
});
