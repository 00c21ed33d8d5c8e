const LONGEST_LINE = 75;
const [CR, LF, SPACE, EQUALS, DOT] = [13, 10, 32, 61, 46];
const HEX = new Uint8Array(Buffer.from('0123456789ABCDEF', 'latin1'));

/** Bytes that stand for themselves anywhere in a line. */
const PLAIN = new Uint8Array(256);
for (let byte = 33; byte <= 126; byte += 1) PLAIN[byte] = byte === EQUALS ? 0 : 1;

/** Where in the text, and where in the line that is being written. */
interface Pen {
  out: Buffer;
  at: number;
  column: number;
}

/**
 * UTF-8 text as RFC 2045 wants it: lines of at most 76, CRLF everywhere. Stricter than that in two ways: no line begins with a full stop
 * and no two blanks stand together, so that neither a mail server nor the canonical form of a signature changes one byte.
 */
export function quotedPrintable(text: Buffer): Buffer {
  // Every byte becomes three at worst, and every 25 of those a line break of three.
  const pen: Pen = { out: Buffer.allocUnsafe(text.length * 3 + Math.ceil(text.length / 20) * 3 + 8), at: 0, column: 0 };
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
  return pen.out.subarray(0, pen.at);
}

/** Most of every text is copied as it is. @returns where it stopped: at the end of a line, or at something else */
function copyPlain(text: Buffer, from: number, pen: Pen): number {
  const { out, at, column } = pen;
  const until = Math.min(text.length, from + LONGEST_LINE - column);
  if (column === 0 && text[from] === DOT) return from;
  // A blank may go along when something stood before it and something plain follows.
  let before = column === 0 || from === 0 || text[from - 1] === SPACE ? 0 : 1;
  let i = from;
  for (let to = at; i < until; i += 1, to += 1) {
    const byte = text[i] as number; // oxlint-disable-line typescript/no-unsafe-type-assertion -- i is within the text; asking again costs a third
    const isPlain = PLAIN[byte];
    if (isPlain === 0 && (byte !== SPACE || before === 0 || PLAIN[text[i + 1] ?? 0] === 0)) break;
    out[to] = byte;
    before = isPlain ?? 0;
  }
  pen.at = at + i - from;
  pen.column = column + i - from;
  return i;
}

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
