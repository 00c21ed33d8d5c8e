import type { Letter } from '../../schema-letter.ts';

const WORDS = new Set(['text', 'de', 'en']);

/**
 * The letter without its words: rules, fields, and whether there are words at all. Who reads what depends on nothing else, so the audience
 * is not counted anew with every sentence.
 */
export const structureOf = ({ preheader: _read, ...letter }: Letter): string =>
  JSON.stringify(letter, (key, value: unknown) =>
    WORDS.has(key) && typeof value === 'string' ? value.trim() !== '' : value,
  );
