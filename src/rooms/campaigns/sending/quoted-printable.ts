const LONGEST_LINE = 75;
const [CR, LF, SPACE, EQUALS, DOT] = [13, 10, 32, 61, 46];
const HEX = new Uint8Array(Buffer.from('0123456789ABCDEF', 'latin1'));

/** Bytes that stand for themselves anywhere in a line. */
const PLAIN = new Uint8Array(256);
for (let byte = 33; byte <= 126; byte += 1) PLAIN[byte] = byte === EQUALS ? 0 : 1;

/** Where in the sheet, and where in the line that is being written. */
export interface Pen {
  out: Buffer;
  at: number;
  column: number;
}

export const openPen = (bytes: number): Pen => ({ out: Buffer.allocUnsafe(bytes), at: 0, column: 0 });

/** Takes a larger sheet when so many bytes more would not fit on this one. */
export function makeRoom(pen: Pen, bytes: number): void {
  if (pen.at + bytes <= pen.out.length) return;
  const larger = Buffer.allocUnsafe(Math.max(pen.at + bytes, pen.out.length * 2));
  pen.out.copy(larger, 0, 0, pen.at);
  pen.out = larger;
}

/**
 * UTF-8 text as RFC 2045 wants it: lines of at most 76, CRLF everywhere. Stricter than that in two ways: no line begins with a full stop
 * and no two blanks stand together, so that neither a mail server nor the canonical form of a signature changes one byte.
 */
export function quotedPrintable(text: Buffer): Buffer {
  const pen = openPen(mostFor(text));
  writeQuotedPrintable(pen, text);
  return Buffer.from(pen.out.subarray(0, pen.at));
}

/** Every byte becomes three at worst, and every 25 of those a line break of three. */
const mostFor = (text: Buffer): number => text.length * 3 + Math.ceil(text.length / 20) * 3 + 8;

export function writeQuotedPrintable(pen: Pen, text: Buffer): void {
  makeRoom(pen, mostFor(text));
  let i = 0;
  while (i < text.length) {
    i = copyPlain(text, i, pen);
    if (i === text.length) break;
    const byte = text[i] ?? 0;
    const isCrLf = byte === CR && text[i + 1] === LF;
    if (isCrLf || byte === LF) {
      endLine(pen);
      i += isCrLf ? 2 : 1;
    } else i += writeOne(text, i, pen);
  }
}

/** A line that goes on below: what follows begins at the left, whatever stood before. */
export function breakLine(pen: Pen): void {
  if (pen.column === 0) return;
  makeRoom(pen, 3);
  pen.out[pen.at++] = EQUALS;
  endLine(pen);
}

/** Copies what was written before from the left of a line. */
export function copyWritten(pen: Pen, written: Buffer): void {
  makeRoom(pen, written.length);
  written.copy(pen.out, pen.at);
  pen.at += written.length;
  pen.column = written.at(-1) === LF ? 0 : 1;
}

/** Most of every text is copied as it is. @returns where it stopped: at the end of a line, or at something else */
function copyPlain(text: Buffer, from: number, pen: Pen): number {
  if (pen.column === 0 && text[from] === DOT) return from;
  const until = Math.min(text.length, from + LONGEST_LINE - pen.column);
  let { at } = pen;
  let i = from;
  for (let before = standsBefore(text, from, pen.column); i < until && mayBeCopied(text, i, before); i += 1) {
    const byte = text[i] as number; // i is within the text; asking again costs a third
    pen.out[at++] = byte;
    before = PLAIN[byte] as number;
  }
  pen.at = at;
  pen.column += i - from;
  return i;
}

/** 1: something that is no blank. */
const standsBefore = (text: Buffer, i: number, column: number): number =>
  column === 0 || i === 0 || text[i - 1] === SPACE ? 0 : 1;

/** A blank may go along when something stood before it and something plain follows. */
const mayBeCopied = (text: Buffer, i: number, before: number): boolean =>
  PLAIN[text[i] as number] === 1 || (text[i] === SPACE && before === 1 && PLAIN[text[i + 1] ?? 0] === 1);

/** One byte that needs care, or a line that is full. @returns how many bytes of the text are done: none or one */
function writeOne(text: Buffer, i: number, pen: Pen): number {
  const byte = text[i] ?? 0;
  const isBlank = byte === SPACE && staysBlank(text, i, pen.column);
  if (pen.column + (isBlank ? 1 : 3) > LONGEST_LINE) {
    pen.out[pen.at++] = EQUALS;
    endLine(pen);
    return 0;
  }
  if (isBlank) {
    pen.out[pen.at++] = SPACE;
    pen.column += 1;
  } else {
    pen.out[pen.at++] = EQUALS;
    pen.out[pen.at++] = HEX[byte >> 4] ?? 0;
    pen.out[pen.at++] = HEX[byte & 15] ?? 0;
    pen.column += 3;
  }
  return 1;
}

function endLine(pen: Pen) {
  pen.out[pen.at++] = CR;
  pen.out[pen.at++] = LF;
  pen.column = 0;
}

/** A blank stays one between two other characters; at the end of a line it would be lost on the way, and doubled it would be folded. */
function staysBlank(text: Buffer, i: number, column: number): boolean {
  const next = text[i + 1];
  const isAtEnd = next === undefined || next === CR || next === LF;
  return column > 0 && !isAtEnd && text[i - 1] !== SPACE && column + 1 < LONGEST_LINE;
}
