import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { block as blockSchema, type Letter } from '../../schema-letter.ts';
import { BLOCK_KINDS, MOST_BLOCKS } from '../../types.ts';
import {
  copyOf,
  droppedBlock,
  emptyBlock,
  movedBlock,
  neighbourAfterRemoval,
  steppedBlock,
  withBlock,
  withoutBlock,
} from './letter-blocks.ts';

const aLetter = (count: number): Letter => ({
  subject: {},
  preheader: {},
  onlyWithOwnBlock: true,
  blocks: Array.from({ length: count }, (_, i) => ({ id: `block-${i}`, kind: 'divider' as const })),
});
const idsOf = ({ blocks }: Letter) => blocks.map(({ id }) => id);
const places = fc.record({ count: fc.integer({ min: 1, max: 20 }), from: fc.nat(19), to: fc.nat(19) });

describe('blocks of a letter', () => {
  it.each(BLOCK_KINDS)('begin empty and can be saved: %s', (kind) => {
    expect(blockSchema.safeParse(emptyBlock(kind)).success).toBe(true);
  });

  it('are all still there after one was moved, the others in their order', () => {
    fc.assert(
      fc.property(places, ({ count, from, to }) => {
        const letter = aLetter(count);
        const id = `block-${from % count}`;

        const ids = idsOf(movedBlock(letter, id, to % count));

        expect(ids[to % count]).toBe(id);
        expect(ids.filter((one) => one !== id)).toEqual(idsOf(letter).filter((one) => one !== id));
      }),
    );
  });

  it('go back to where they were', () => {
    fc.assert(
      fc.property(places, ({ count, from, to }) => {
        const letter = aLetter(count);
        const id = `block-${from % count}`;

        expect(idsOf(movedBlock(movedBlock(letter, id, to), id, from % count))).toEqual(idsOf(letter));
      }),
    );
  });

  it('stop at the ends', () => {
    const letter = aLetter(3);

    expect(steppedBlock(letter, 'block-0', -1)).toBe(letter);
    expect(steppedBlock(letter, 'block-2', 1)).toBe(letter);
    expect(idsOf(steppedBlock(letter, 'block-0', 1))).toEqual(['block-1', 'block-0', 'block-2']);
  });

  it('lie on the side of the other block on which they were dropped', () => {
    const letter = aLetter(4);

    expect(idsOf(droppedBlock(letter, 'block-0', { blockId: 'block-2', edge: 'above' }))).toEqual([
      'block-1',
      'block-0',
      'block-2',
      'block-3',
    ]);
    expect(idsOf(droppedBlock(letter, 'block-3', { blockId: 'block-0', edge: 'below' }))).toEqual([
      'block-0',
      'block-3',
      'block-1',
      'block-2',
    ]);
  });

  it('come back in the same place when a removal is taken back', () => {
    const letter = aLetter(4);
    const [, second] = letter.blocks;

    const back = second && withBlock(withoutBlock(letter, second.id), second, 1);

    expect(back).toEqual(letter);
  });

  it('hand the focus to the next one when they go, the last one to the one before', () => {
    expect(neighbourAfterRemoval(aLetter(3), 'block-1')).toBe('block-2');
    expect(neighbourAfterRemoval(aLetter(3), 'block-2')).toBe('block-1');
    expect(neighbourAfterRemoval(aLetter(1), 'block-0')).toBeUndefined();
  });

  it('are no more than a letter holds, and a copy is a block of its own', () => {
    const full = aLetter(MOST_BLOCKS);
    const [first] = full.blocks;

    expect(withBlock(full, emptyBlock('text'), 0)).toBe(full);
    expect(first && copyOf(first)).toEqual({ ...first, id: expect.not.stringMatching('^block-0$') });
  });
});
