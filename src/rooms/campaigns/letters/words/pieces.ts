import type { Run } from '../../schema-letter.ts';
import type { Agreed } from '../../sending/agreed.ts';
import type { MergeField } from '../../types.ts';

export type Form = 'formal' | 'informal';
/** Addresses that are a reader's own. */
export type ReaderLink = 'unsubscribe' | 'preferences' | 'view';

/** What stands in a letter: the same for everybody, or each reader's own. */
export type Piece =
  | { kind: 'static'; words: string }
  | { kind: 'field'; field: MergeField; fallback: string; form: Form }
  | { kind: 'link'; link: ReaderLink }
  | { kind: 'agreed'; say: (agreed: Agreed | undefined) => string };

type Words = Extract<Run, { kind: 'words' | 'field' }>;

export const fixed = (words: string): Piece => ({ kind: 'static', words });

export const pieceOf = (run: Words, form: Form): Piece =>
  run.kind === 'words' ? fixed(run.text) : { kind: 'field', field: run.field, fallback: run.fallback, form };

export const hasWords = (pieces: readonly Piece[]): boolean =>
  pieces.some((piece) => piece.kind !== 'static' || piece.words.trim() !== '');

/** A letter names pages of the reader by a word of its own, everything else by its address. */
export const linkPiece = (link: string): Piece =>
  link === 'preferences' || link === 'view' ? { kind: 'link', link } : fixed(safeAddress(link));

/** The shape of a letter is checked when it is saved; what is in the database all the same never becomes a script. */
function safeAddress(link: string): string {
  return /^(https?:\/\/|mailto:)/i.test(link) ? link : '';
}
