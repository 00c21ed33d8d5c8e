import type { Block, Letter } from '../../schema-letter.ts';
import type { BlockKind } from '../../types.ts';
import { MOST_BLOCKS } from '../../types.ts';

/** Ids of blocks stand in warnings and figures, and nobody reads them. */
export const newBlockId = (): string => crypto.randomUUID();

const EMPTY: { [K in BlockKind]: (id: string) => Extract<Block, { kind: K }> } = {
  heading: (id) => ({ id, kind: 'heading', words: {} }),
  text: (id) => ({ id, kind: 'text', words: {} }),
  picture: (id) => ({ id, kind: 'picture', pictureId: null, alt: {}, isDecoration: false }),
  button: (id) => ({ id, kind: 'button', words: {}, link: {} }),
  content: (id) => ({ id, kind: 'content', contentId: {} }),
  person: (id) => ({ id, kind: 'person', name: '', role: {}, pictureId: null, words: {} }),
  role: (id) => ({ id, kind: 'role', title: {}, place: {}, workload: '', words: {}, link: {} }),
  divider: (id) => ({ id, kind: 'divider' }),
};

export const emptyBlock = (kind: BlockKind): Block => EMPTY[kind](newBlockId());
export const copyOf = (block: Block): Block => ({ ...structuredClone(block), id: newBlockId() });

export const isFull = ({ blocks }: Letter): boolean => blocks.length >= MOST_BLOCKS;
export const placeOf = ({ blocks }: Letter, blockId: string): number => blocks.findIndex(({ id }) => id === blockId);

/** @param at place among the blocks, 0 to their number */
export function withBlock(letter: Letter, block: Block, at: number): Letter {
  if (isFull(letter)) return letter;
  return { ...letter, blocks: letter.blocks.toSpliced(at, 0, block) };
}

export const withoutBlock = (letter: Letter, blockId: string): Letter => ({
  ...letter,
  blocks: letter.blocks.filter(({ id }) => id !== blockId),
});

/** @param to the place where it stands afterwards; beyond the ends it stays at the end */
export function movedBlock(letter: Letter, blockId: string, to: number): Letter {
  const from = placeOf(letter, blockId);
  const block = letter.blocks[from];
  const end = Math.max(0, Math.min(letter.blocks.length - 1, to));
  if (!block || from === end) return letter;
  return { ...letter, blocks: letter.blocks.toSpliced(from, 1).toSpliced(end, 0, block) };
}

export const steppedBlock = (letter: Letter, blockId: string, by: -1 | 1): Letter =>
  movedBlock(letter, blockId, placeOf(letter, blockId) + by);

/** Dropped before or after another block, as the pointer was in its upper or lower half. */
export function droppedBlock(letter: Letter, blockId: string, onto: { blockId: string; edge: 'above' | 'below' }) {
  const from = placeOf(letter, blockId);
  const target = placeOf(letter, onto.blockId);
  if (from < 0 || target < 0) return letter;
  const gap = target + (onto.edge === 'below' ? 1 : 0);
  return movedBlock(letter, blockId, gap > from ? gap - 1 : gap);
}

export const changedBlock = (letter: Letter, blockId: string, change: (block: Block) => Block): Letter => ({
  ...letter,
  blocks: letter.blocks.map((block) => (block.id === blockId ? change(block) : block)),
});

/** Who gets the focus when a block goes: the one that takes its place, else the one before. */
export function neighbourAfterRemoval({ blocks }: Letter, blockId: string): string | undefined {
  const at = blocks.findIndex(({ id }) => id === blockId);
  return (blocks[at + 1] ?? blocks[at - 1])?.id;
}
