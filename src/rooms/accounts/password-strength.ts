import words from './obvious-words.json' with { type: 'json' };

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 128;

export type PasswordWeakness = 'too_short' | 'too_long' | 'too_obvious';

/** What a stranger can guess about this member: own name, address, company. */
export type KnownAbout = readonly string[];

/**
 * Pieces a guesser must find: an obvious word counts 2, a walk over the keyboard, a run or a year 1, every other letter 1.
 * Eight pieces are beyond the lists and rules that guessing programs try first.
 */
const FEWEST_PIECES = 8;
const WORD_PIECES = 2;

/** Offline and without rules of composition: long is good, obvious is not. Undefined when the password may be used. */
export function weaknessOf(password: string, known: KnownAbout = []): PasswordWeakness | undefined {
  if (password.length > LONGEST_PASSWORD) return 'too_long';
  if (password.length < SHORTEST_PASSWORD) return 'too_short';
  return countPieces(password, known) < FEWEST_PIECES ? 'too_obvious' : undefined;
}

/** How many pieces the password is made of after everything obvious has been taken together. */
export function countPieces(password: string, known: KnownAbout = []): number {
  const { rest, found } = takeOutWords(withoutRepetition(plainForm(password)), wordsFor(known));
  const parts = rest.split('\n').flatMap((part) => withoutWalks(part));
  return found * WORD_PIECES + parts.length;
}

/** @returns `rest` with a line break for every obvious word, and how many different ones there were */
function takeOutWords(text: string, obvious: readonly string[]): { rest: string; found: number } {
  let [rest, found] = [text, 0];
  for (const word of obvious) {
    if (!rest.includes(word)) continue;
    rest = rest.replaceAll(word, '\n');
    found += 1;
  }
  return { rest, found };
}

const byLength = (all: Iterable<string>) => [...new Set(all)].sort((a, b) => b.length - a.length);
const OBVIOUS = byLength(words);

function wordsFor(known: KnownAbout): readonly string[] {
  const own = known.flatMap((text) => foldedForm(text).split(/[^a-z0-9]+/)).filter((word) => word.length > 2);
  return own.length === 0 ? OBVIOUS : byLength([...own, ...OBVIOUS]);
}

const foldedForm = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '');

const LOOKALIKES: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
  '€': 'e',
};

/** Digits and signs that stand for letters become letters, but only beside letters: "p4ssw0rt" yes, "2026" no. */
const plainForm = (password: string) =>
  foldedForm(password).replaceAll(
    /(?<=[a-z])[013457@$!€](?=[a-z])|(?<=[a-z][013457@$!€])[013457@$!€](?=[a-z])/g,
    (sign) => LOOKALIKES[sign] ?? sign,
  );

/** "abcabcabc" holds no more than "abc". */
function withoutRepetition(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1) {
    if (text.slice(length) === text.slice(0, -length)) return text.slice(0, length);
  }
  return text;
}

const ROWS = [
  '1234567890',
  'qwertzuiopü',
  'qwertyuiop',
  'asdfghjklöä',
  'yxcvbnm',
  'zxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  '1qay2wsx3edc4rfv5tgb6zhn7ujm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
];
const WALKS = [...ROWS, ...ROWS.map((row) => row.split('').reverse().join(''))];

/** Cuts the text into pieces: a walk along keys or the alphabet, a run of one letter, a year or any other single letter. */
function withoutWalks(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += pieces.at(-1)?.length ?? 1) pieces.push(pieceAt(text, at));
  return pieces;
}

function pieceAt(text: string, at: number): string {
  const rest = text.slice(at);
  const simple = /^(?:(?:19|20)\d\d|(.)\1+|[\s._\-/+!?*#]+)/u.exec(rest)?.[0] ?? '';
  const walk = longestWalk(rest);
  const piece = walk.length > simple.length ? walk : simple;
  return piece === '' ? rest.slice(0, 1) : piece;
}

function longestWalk(text: string): string {
  for (let length = Math.min(text.length, 28); length >= 3; length -= 1) {
    const start = text.slice(0, length);
    if (WALKS.some((walk) => walk.includes(start))) return start;
  }
  return '';
}
