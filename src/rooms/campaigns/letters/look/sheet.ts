import { randomBytes } from 'node:crypto';
import { escapeHtml, oneLine } from '../words/clean.ts';
import type { Piece } from '../words/pieces.ts';

/** Where words will stand in a page. */
export interface WordSheet {
  /** A place for words, in an element or an attribute. */
  place: (pieces: readonly Piece[]) => string;
  /** A class by which a part of the page is found again. */
  mark: (number: number) => string;
  /** Finished HTML with the words in it: what is the same for everybody is escaped, the rest still waits. */
  fill: (html: string) => Piece[];
  /** Finds the marks. */
  marks: RegExp;
}

/**
 * The framework that turns our structure into HTML never sees a word that somebody wrote: only names of places, which nobody can guess
 * beforehand. So no word can become structure, whatever it says.
 */
export function openSheet(): WordSheet {
  const secret = `w${randomBytes(8).toString('hex')}`;
  const places: (readonly Piece[])[] = [];
  const pattern = new RegExp(`${secret}p(\\d+)q`);
  return {
    place: (pieces) => `${secret}p${places.push(pieces) - 1}q`,
    mark: (number) => `${secret}m${number}n`,
    marks: new RegExp(`${secret}m(\\d+)n`, 'g'),
    // Splitting by a pattern with a group gives markup and numbers in turn.
    fill: (html) =>
      html.split(pattern).flatMap((part, i): Piece[] => {
        if (i % 2 === 0) return [{ kind: 'static', words: part }];
        return (places[Number(part)] ?? []).map((piece) =>
          piece.kind === 'static' ? { kind: 'static', words: escapeHtml(oneLine(piece.words)) } : piece,
        );
      }),
  };
}
