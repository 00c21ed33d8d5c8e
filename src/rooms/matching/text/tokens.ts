import { foldedLetter, isMark, isPlain } from './letters.ts';

/** One word of a text, folded, with its place in the text as it was written. */
export interface Token {
  word: string;
  start: number;
  end: number;
}

/** Names that consist of more than letters. Read as one word, or "C", "C++" and "C#" would be the same skill. */
const SIGNS = [
  { written: 'c++', word: 'cplusplus' },
  { written: 'c#', word: 'csharp' },
  { written: 'f#', word: 'fsharp' },
  { written: '.net', word: 'dotnet' },
] as const;
const FIRST_OF_SIGNS = Array.from('cfCF.', (letter) => letter.charCodeAt(0));
const isFirstOfSign = (code: number) => FIRST_OF_SIGNS.includes(code);
const SECOND_OF_SIGNS = /[+#nN]/u;

/** The words of a text in their order. Nothing is left out; hyphens, slashes and brackets separate. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const token = signAt(text, at) ?? wordAt(text, at);
    if (token) tokens.push(token);
    at = token ? token.end : at + 1;
  }
  return tokens;
}

export function words(text: string): string[] {
  return tokenise(text).map(({ word }) => word);
}

function signAt(text: string, at: number): Token | undefined {
  if (!isFirstOfSign(text.charCodeAt(at)) || !SECOND_OF_SIGNS.test(text.charAt(at + 1))) return undefined;
  const isInsideWord = text.charAt(at) !== '.' && at > 0 && foldedLetter(text, at - 1) !== '';
  return isInsideWord ? undefined : SIGNS.map((sign) => readSign(text, at, sign)).find((token) => token !== undefined);
}

function readSign(text: string, start: number, { written, word }: (typeof SIGNS)[number]): Token | undefined {
  const end = start + written.length;
  if (text.slice(start, end).toLowerCase() !== written) return undefined;
  return end < text.length && foldedLetter(text, end) !== '' ? undefined : { word, start, end };
}

function wordAt(text: string, start: number): Token | undefined {
  let end = start;
  let isAsWritten = true;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (isPlain(code)) continue;
    if (!isMark(code) && foldedLetter(text, end) === '') break;
    isAsWritten = false;
  }
  const word = isAsWritten ? text.slice(start, end) : folded(text, start, end);
  return word === '' ? undefined : { word, start, end };
}

function folded(text: string, start: number, end: number): string {
  let word = '';
  for (let at = start; at < end; at += 1) if (!isMark(text.charCodeAt(at))) word += foldedLetter(text, at);
  return word;
}

/** A label or title as it is compared: folded words with single spaces between. */
export function normalise(text: string): string {
  return words(text).join(' ');
}
