import type { Block } from '../../schema-letter.ts';
import type { LetterLanguage } from '../../types.ts';
import { LETTER_LANGUAGES } from '../../types.ts';
import { saysIn } from './words.ts';

/** Asks whether a block says nothing in a language although it says something in another. */
export const missingOf =
  (block: Block): ((language: LetterLanguage) => boolean) =>
  (language) =>
    saysIn(block, language) === false && LETTER_LANGUAGES.some((other) => saysIn(block, other) === true);
