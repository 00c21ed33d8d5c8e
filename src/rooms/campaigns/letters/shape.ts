import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { LetterLanguage } from '../types.ts';
import { LETTER_LANGUAGES } from '../types.ts';
import type { CompiledLetter } from './compile.ts';
import type { MakerBlock } from './maker.ts';

/** The decision of `seenBlocks` about many people at once: `v` is the array of their answers to the rules. */
export interface Shape {
  /** Languages of people who read this variant. */
  languages: LetterLanguage[];
  /** Whether somebody gets a letter at all. */
  getsOne: RawBuilder<boolean>;
  /** How many blocks somebody sees. */
  seen: RawBuilder<number>;
  blocks: readonly MakerBlock[];
}

export const shapeOf = (letter: CompiledLetter, read: LetterLanguage): Shape => {
  const { blocks, onlyWithOwnBlock } = letter.variant(read);
  const ruled = blocks.flatMap(({ bit }) => (bit === undefined ? [] : [bit]));
  const speaks = blocks.some(({ speaks, bit }) => speaks && bit === undefined)
    ? sql<boolean>`true`
    : anyOf(blocks.flatMap(({ speaks, bit }) => (speaks && bit !== undefined ? [bit] : [])));
  const isOwn = onlyWithOwnBlock && ruled.length > 0 ? anyOf(ruled) : sql<boolean>`true`;
  const counted = ruled.map((bit) => sql`p.v[${sql.lit(bit + 1)}]::int`);
  return {
    languages: LETTER_LANGUAGES.filter((language) => letter.languageFor(language) === read),
    getsOne: sql<boolean>`(${speaks} and ${isOwn})`,
    // A bare number behind "order by" would name a column.
    seen: counted.length === 0 ? sql<number>`(0 + 0)` : sql<number>`(${sql.join(counted, sql` + `)})`,
    blocks,
  };
};

const anyOf = (bits: readonly number[]): RawBuilder<boolean> =>
  bits.length === 0
    ? sql<boolean>`false`
    : sql<boolean>`(${sql.join(
        bits.map((bit) => sql`p.v[${sql.lit(bit + 1)}]`),
        sql` or `,
      )})`;

/** Answers of `talents t` to all rules of a letter. */
export const answersSql = ({ conditions }: Pick<CompiledLetter, 'conditions'>): RawBuilder<unknown> =>
  conditions.length === 0 ? sql`'{}'::boolean[]` : sql`array[${sql.join([...conditions])}]::boolean[]`;
