import type { ReaderFacts } from '../../sending/letters.ts';
import type { LetterLanguage } from '../../types.ts';
import { oneLine } from './clean.ts';
import { greetingOf } from '../greeting.ts';
import type { Form, Piece } from './pieces.ts';

const LONGEST_VALUE = 200;
/** A name that wants to be a link came through a form, from somebody who writes to others in our name. */
const WANTS_TO_BE_A_LINK = /:\/\/|www\.|@|\w\.\w+\//i;

/** What stands in one place for one reader: clean words, not yet escaped. */
export function valueOf(piece: Piece, reader: ReaderFacts, language: LetterLanguage): string {
  if (piece.kind === 'static') return piece.words;
  if (piece.kind === 'link') return reader.links[piece.link];
  if (piece.kind === 'agreed') return piece.say(reader.agreed);
  if (piece.field === 'greeting') return ownGreeting(reader, language, piece);
  return known(reader, piece.field) ?? piece.fallback;
}

function ownGreeting(
  reader: ReaderFacts,
  language: LetterLanguage,
  { form, fallback }: { form: Form; fallback: string },
): string {
  const name = (field: string) => known(reader, field) ?? null;
  const [firstName, lastName] = [name('first_name'), name('last_name')];
  if (firstName === null && lastName === null && fallback !== '') return fallback;
  return greetingOf({ language, form, title: name('title'), firstName, lastName });
}

function known({ fields }: ReaderFacts, name: string): string | undefined {
  const value = oneLine(fields[name] ?? '').trim();
  return value === '' || value.length > LONGEST_VALUE || WANTS_TO_BE_A_LINK.test(value) ? undefined : value;
}
