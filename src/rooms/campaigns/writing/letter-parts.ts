import type { Letter } from '../schema-letter.ts';
import { letter } from '../schema-letter.ts';
import type { LetterLanguage } from '../types.ts';
import { LETTER_LANGUAGES } from '../types.ts';

export const EMPTY_LETTER: Letter = { subject: {}, preheader: {}, blocks: [], onlyWithOwnBlock: true };

/** A letter as it was stored. @throws ZodError when it is none, which no way of saving allows */
export const readLetter = (stored: unknown): Letter => letter.parse(stored);

/** The languages that have a subject: without one nobody is written to in it. */
export const languagesOf = ({ subject }: Letter): LetterLanguage[] =>
  LETTER_LANGUAGES.filter((language) => (subject[language]?.formal ?? []).length > 0);
