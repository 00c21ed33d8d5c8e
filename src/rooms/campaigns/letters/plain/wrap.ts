/** Fits every window and leaves room for marks of quoting (RFC 3676). */
export const LINE_LENGTH = 78;

export interface Indent {
  first: string;
  rest: string;
}

/** Lines of at most 78 characters; a word that is longer, such as an address, stays whole. A line break in the text stays one. */
export function wrap(words: string, { first, rest }: Indent = { first: '', rest: '' }): string {
  return words
    .split('\n')
    .map((line, i) => wrapLine(line, i === 0 ? first : rest, rest))
    .join('\n');
}

function wrapLine(words: string, first: string, rest: string): string {
  const lines: string[] = [];
  let line = first;
  let isFresh = true;
  for (const word of words.split(/ +/)) {
    if (word === '') continue;
    if (!isFresh && line.length + 1 + word.length > LINE_LENGTH) {
      lines.push(line);
      line = rest;
      isFresh = true;
    }
    line += isFresh ? word : ` ${word}`;
    isFresh = false;
  }
  lines.push(line);
  return lines.map((one) => one.trimEnd()).join('\n');
}
