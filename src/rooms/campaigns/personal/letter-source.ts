import type { LetterSource } from '../sending/letter-source.ts';
import type { FootLine } from '../letters/plain-letter.ts';
import { plainLetter } from '../letters/plain-letter.ts';
import { carriedNotice } from './notice.ts';
import { findPersonal } from './stored.ts';

/** A letter to one person as it leaves: exactly what was typed, and below it what the person has to be told the first time. */
export const personalLetterFor: LetterSource = async (ctx, { id }) => {
  const letter = await findPersonal(ctx.db, id);
  if (!letter) return undefined;
  const { subject, text, talentId, language, isWriterHere } = letter;
  const notice = await carriedNotice(ctx, talentId, language);
  const foot: readonly FootLine[] = notice.kind === 'words' ? notice.words : [];
  const { conditions, make } = plainLetter({ subject, paragraphs: paragraphsOf(text), language, foot });
  const mayLeave = isWriterHere && notice.kind !== 'missing';
  return { conditions, make: (reader) => (mayLeave ? make(reader) : undefined) };
};

const paragraphsOf = (text: string): string[] =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
