import type { Piece } from './pieces.ts';
import { fixed } from './pieces.ts';
import type { ReadyBlock, ReadyParagraph, ReadyRuns } from './ready.ts';

/** Where a link to an address leads. */
export type WayTo = (address: string) => string;

/** The block with links that lead another way; the same for all readers, since only addresses that all share are changed. */
export const withWays = (block: ReadyBlock, wayTo: WayTo | undefined): ReadyBlock =>
  wayTo
    ? withLinks(block, (link, words) => {
        const address = countable(link, words);
        return address === undefined ? link : fixed(wayTo(address));
      })
    : block;

/** Addresses of a block whose openings may be counted, as often as they stand there. */
export function addressesOf(block: ReadyBlock): string[] {
  const found: string[] = [];
  withLinks(block, (link, words) => {
    const address = countable(link, words);
    if (address !== undefined) found.push(address);
    return link;
  });
  return found;
}

const LONGEST_ADDRESS = 2000;
const WEB = /^https?:\/\//i;
const READS_AS_ADDRESS = /:\/\/|\bwww\.|^[^\s@]+\.[a-z]{2,}(\/\S*)?$/i;

/** Not where the words are an address themselves: a mail program warns of a link that leads elsewhere than it says. */
function countable(link: Piece, words: readonly Piece[]): string | undefined {
  if (link.kind !== 'static' || !WEB.test(link.words) || link.words.length > LONGEST_ADDRESS) return undefined;
  const said = words.map((piece) => (piece.kind === 'static' ? piece.words : '')).join('');
  return READS_AS_ADDRESS.test(said.trim()) ? undefined : link.words;
}

type Change = (link: Piece, words: readonly Piece[]) => Piece;

function withLinks(block: ReadyBlock, change: Change): ReadyBlock {
  switch (block.kind) {
    case 'text':
    case 'person':
      return { ...block, words: paragraphs(block.words, change) };
    case 'picture':
      return block.link ? { ...block, link: change(block.link, []) } : block;
    case 'button':
      return { ...block, action: action(block.action, change) };
    case 'item':
      return {
        ...block,
        words: paragraphs(block.words, change),
        action: block.action && action(block.action, change),
      };
    default:
      return block;
  }
}

const action = <A extends { words: Piece[]; link: Piece }>(one: A, change: Change): A => ({
  ...one,
  link: change(one.link, one.words),
});

const paragraphs = (parts: readonly ReadyParagraph[], change: Change): ReadyParagraph[] =>
  parts.map((part) =>
    part.kind === 'paragraph'
      ? { ...part, runs: runs(part.runs, change) }
      : { ...part, items: part.items.map((item) => runs(item, change)) },
  );

const runs = (all: ReadyRuns, change: Change): ReadyRuns =>
  all.map((run) => (run === 'break' || !run.link ? run : { ...run, link: change(run.link, run.pieces) }));
