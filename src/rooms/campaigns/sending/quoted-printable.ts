const LONGEST_LINE = 76;
const [CR, LF, SPACE, EQUALS, DOT] = [13, 10, 32, 61, 46];
const HEX = Buffer.from('0123456789ABCDEF', 'latin1');

/** Bytes that stand for themselves anywhere in a line. */
const PLAIN = new Uint8Array(256);
for (let byte = 33; byte <= 126; byte += 1) PLAIN[byte] = byte === EQUALS ? 0 : 1;

/**
 * UTF-8 text as RFC 2045 wants it: lines of at most 76, CRLF everywhere. Stricter than that in two ways: no line begins with a full stop
 * and no two blanks stand together, so that neither a mail server nor the canonical form of a signature changes one byte.
 */
export function quotedPrintable(text: Buffer): Buffer {
  // Every byte becomes three at worst, and every 25 of those a line break of three.
  const out = Buffer.allocUnsafe(text.length * 3 + Math.ceil(text.length / 20) * 3 + 8);
  let at = 0;
  let column = 0;
  for (let i = 0; i < text.length; i += 1) {
    const byte = text[i] ?? 0;
    if (byte === LF || (byte === CR && text[i + 1] === LF)) {
      if (byte === CR) i += 1;
      out[at++] = CR;
      out[at++] = LF;
      column = 0;
      continue;
    }
    const isPlain = PLAIN[byte] === 1 ? !(byte === DOT && column === 0) : byte === SPACE && staysBlank(text, i, column);
    if (column + (isPlain ? 1 : 3) > LONGEST_LINE - 1) {
      out[at++] = EQUALS;
      out[at++] = CR;
      out[at++] = LF;
      column = 0;
      // What stood in the middle of a line now begins one.
      i -= 1;
      continue;
    }
    if (isPlain) {
      out[at++] = byte;
      column += 1;
    } else {
      out[at++] = EQUALS;
      out[at++] = HEX[byte >> 4] ?? 0;
      out[at++] = HEX[byte & 15] ?? 0;
      column += 3;
    }
  }
  return out.subarray(0, at);
}

/** A blank stays one between two other characters; at the end of a line it would be lost on the way, and doubled it would be folded. */
function staysBlank(text: Buffer, i: number, column: number): boolean {
  const next = text[i + 1];
  const isAtEnd = next === undefined || next === CR || next === LF;
  return column > 0 && !isAtEnd && text[i - 1] !== SPACE && column + 1 < LONGEST_LINE - 1;
}
