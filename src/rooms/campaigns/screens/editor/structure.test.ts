import { describe, expect, it } from 'vitest';
import { aWholeLetter } from '../../testing-letter.ts';
import { structureOf } from './structure.ts';

const letter = aWholeLetter();
const [first, ...others] = letter.blocks;

describe('the structure of a letter', () => {
  it('stays the same while words are typed, and the preview line is not part of it', () => {
    const said = JSON.parse(JSON.stringify(letter).replaceAll('"text":"', '"text":"Neu: ')) as typeof letter;

    expect(said).not.toEqual(letter);
    expect(structureOf({ ...said, preheader: { de: 'Anders' } })).toBe(structureOf(letter));
  });

  it('changes with a rule, with a block, and when a language falls silent', () => {
    const all = [
      letter,
      { ...letter, blocks: others },
      { ...letter, onlyWithOwnBlock: !letter.onlyWithOwnBlock },
      { ...letter, subject: { de: letter.subject.de } },
      { ...letter, blocks: letter.blocks.map((block) => ({ ...block, rule: { tags: ['neu'] } })) },
    ].map(structureOf);

    expect(first).toBeDefined();
    expect(new Set(all).size).toBe(all.length);
  });
});
