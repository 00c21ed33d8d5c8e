import { describe, expect, it } from 'vitest';
import type { Block, Letter } from '../../schema-letter.ts';
import { contentIdsIn, takenOver, wordsFor } from './take-over.ts';
import { textOf } from './words.ts';

const text: Block = {
  id: 'text-1',
  kind: 'text',
  words: { de: { formal: textOf('Lesen Sie.'), informal: textOf('Lies.') }, en: { formal: textOf('Read.') } },
};
const aLetter = (...blocks: Block[]): Letter => ({ subject: {}, preheader: {}, blocks, onlyWithOwnBlock: true });
const germanOf = (block: Block | undefined) => (block?.kind === 'text' ? block.words.de : undefined);

describe('a draft of the machine', () => {
  it('begins with the words that the task is about', () => {
    expect(wordsFor(text, 'shorten', 'de')).toBe('Lesen Sie.');
    expect(wordsFor(text, 'to_sie', 'de')).toBe('Lies.');
    expect(wordsFor(text, 'translate', 'de')).toBe('Read.');
    expect(wordsFor({ id: 'line', kind: 'divider' }, 'shorten', 'de')).toBe('');
  });

  it('that says du stands beside Sie', () => {
    const taken = takenOver(aLetter(text), { blockId: 'text-1', task: 'to_du', language: 'de', text: 'Schau.' });

    expect(germanOf(taken.blocks[0])).toEqual({ formal: textOf('Lesen Sie.'), informal: textOf('Schau.') });
  });

  it('replaces the words it shortens and leaves the other language alone', () => {
    const taken = takenOver(aLetter(text), { blockId: 'text-1', task: 'shorten', language: 'de', text: 'Kurz.' });

    expect(germanOf(taken.blocks[0])?.formal).toEqual(textOf('Kurz.'));
    expect(taken.blocks[0]).toMatchObject({ words: { en: { formal: textOf('Read.') } } });
  });

  it('that is new is a block of its own, behind the one that has the focus', () => {
    const letter = aLetter(text, { id: 'line-1', kind: 'divider' });

    const behind = takenOver(letter, { blockId: 'text-1', task: 'draft', language: 'en', text: 'New.' });
    const atTheEnd = takenOver(letter, { blockId: undefined, task: 'draft', language: 'en', text: 'New.' });

    expect(behind.blocks.map(({ kind }) => kind)).toEqual(['text', 'text', 'divider']);
    expect(atTheEnd.blocks.map(({ kind }) => kind)).toEqual(['text', 'divider', 'text']);
  });

  it('may use the facts of the contents in the letter', () => {
    const content: Block = { id: 'cont', kind: 'content', contentId: { de: 'a-german-one' } };

    expect(contentIdsIn(aLetter(content, text), 'de')).toEqual(['a-german-one']);
    expect(contentIdsIn(aLetter(content, text), 'en')).toEqual([]);
  });
});
