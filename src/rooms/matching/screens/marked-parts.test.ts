import { describe, expect, it } from 'vitest';
import type { Evidence } from '../schema-matches.ts';
import { markedParts, sameSentences } from './marked-parts.ts';

const proof = (sentence: string, word: string): Evidence => ({
  sentence,
  spanFrom: sentence.indexOf(word),
  spanTo: sentence.indexOf(word) + word.length,
  source: 'note',
  sourceId: null,
  on: null,
  concept: null,
});

describe('a quoted sentence', () => {
  it('stands once with all its marks', () => {
    const sentence = 'Data Engineer, Werk Winterthur';
    const [same, ...others] = sameSentences([proof(sentence, 'Engineer'), proof(sentence, 'Data')]);

    expect(others).toEqual([]);
    expect(markedParts(sentence, same ?? [])).toEqual([
      { text: 'Data', isMarked: true },
      { text: ' ', isMarked: false },
      { text: 'Engineer', isMarked: true },
      { text: ', Werk Winterthur', isMarked: false },
    ]);
  });

  it('loses no letter where marks overlap', () => {
    const sentence = 'Kann Python gut';
    const parts = markedParts(sentence, [proof(sentence, 'Kann Python'), proof(sentence, 'Python')]);

    expect(parts.map(({ text }) => text).join('')).toBe(sentence);
    expect(parts.filter(({ isMarked }) => isMarked)).toEqual([{ text: 'Kann Python', isMarked: true }]);
  });
});
