import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import type { FileFormat, FileInspection } from '../types.ts';

export type Encoding = NonNullable<FileFormat['encoding']>;
type Warning = FileInspection['warnings'][number];

interface EncodingFinding {
  encoding: Encoding;
  warnings: Warning[];
}

/** After this many bytes the answer does not change any more; the rest is left to the import. */
const SCANNED_BYTES = 256 * 1024 * 1024;
const CHUNK_BYTES = 1024 * 1024;

/**
 * Text of a file, piece by piece. A byte order mark is left out, unreadable bytes become U+FFFD.
 */
export async function* readText(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const bytes of createReadStream(path, { highWaterMark: CHUNK_BYTES / 4 })) {
    yield decoder.decode(bytes, { stream: true });
  }
  yield decoder.decode();
}

/** Recognises the encoding from all bytes (up to 256 MiB), because the first umlaut may come late. */
export async function detectEncoding(path: string, head: Uint8Array): Promise<EncodingFinding> {
  const marked = markedEncoding(head) ?? unmarkedUtf16(head);
  if (marked) return { encoding: marked, warnings: [] };

  let carried: Buffer = Buffer.alloc(0);
  let foreignLetters = 0;
  for await (const bytes of createReadStream(path, { highWaterMark: CHUNK_BYTES, end: SCANNED_BYTES })) {
    const chunk: Buffer = Buffer.concat([carried, bytes]);
    const end = completeUntil(chunk);
    const complete = chunk.subarray(0, end);
    carried = chunk.subarray(end);
    if (!isUtf8(complete)) return notQuiteUtf8(complete, foreignLetters);
    foreignLetters += complete.length - complete.toString('utf8').length;
  }
  return carried.length > 0 ? notQuiteUtf8(carried, foreignLetters) : { encoding: 'utf-8', warnings: [] };
}

function markedEncoding([first, second, third]: Uint8Array): Encoding | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/** In UTF-16 every second byte of western text is zero; in no other text encoding is any. */
function unmarkedUtf16(head: Uint8Array): Encoding | undefined {
  const start = head.subarray(0, 8192);
  const halves = start.length / 2;
  if (halves < 2) return undefined;
  const zerosAt = (place: 0 | 1) => start.filter((byte, at) => at % 2 === place && byte === 0).length;
  if (zerosAt(1) > halves * 0.7) return 'utf-16le';
  return zerosAt(0) > halves * 0.7 ? 'utf-16be' : undefined;
}

/** Where the last character that is whole ends: a chunk may cut a UTF-8 sequence after 1 to 3 bytes. */
function completeUntil(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back += 1) {
    const byte = chunk[chunk.length - back] ?? 0;
    if (byte < 0x80) return chunk.length;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? chunk.length - back : chunk.length;
  }
  return chunk.length;
}

function sequenceLength(leadByte: number): number {
  if (leadByte >= 0xf0) return 4;
  return leadByte >= 0xe0 ? 3 : 2;
}

/**
 * A file with many good sequences and a few broken ones is UTF-8 that somebody damaged (two exports pasted
 * together); a file in a single-byte encoding breaks at nearly every umlaut.
 */
function notQuiteUtf8(chunk: Buffer, foreignLettersBefore: number): EncodingFinding {
  const text = chunk.toString('utf8');
  const broken = text.split('\ufffd').length - 1;
  const whole = text.length - text.replace(/[\u0080-\ufffc]/gu, '').length + foreignLettersBefore;
  if (whole > broken * 9) {
    return {
      encoding: 'utf-8',
      warnings: [{ code: 'inventory.reading.broken_characters', params: { count: broken } }],
    };
  }
  return singleByteEncoding(chunk);
}

/**
 * Windows-1252 and ISO-8859-15 differ in two places.
 * - Bytes 80 to 9F: quotes, dashes and € (80) in Windows-1252, invisible control characters in ISO-8859-15. No table
 *   of people holds control characters, so one such byte decides for Windows-1252.
 * - Bytes A4, A6, A8, B4, B8, BC, BD, BE: € Š š Ž ž Œ œ Ÿ in ISO-8859-15; ¤ ¦ ¨ ´ ¸ ¼ ½ ¾ in Windows-1252, of which
 *   nobody types ¤, and the others do not stand inside words. They decide only where no byte 80 to 9F is found.
 * Where neither occurs both read the same, and the more frequent Windows-1252 is named. The five bytes that
 * Windows-1252 leaves undefined (81, 8D, 8F, 90, 9D) are ü, ì, Å, É, Ø in the old DOS tables: worth a warning.
 */
function singleByteEncoding(chunk: Buffer): EncodingFinding {
  const text = chunk.toString('latin1');
  const isDos = /[\u0081\u008d\u008f\u0090\u009d]/u.test(text) && !/[\u00e4\u00f6\u00fc\u00df]/u.test(text);
  if (isDos)
    return { encoding: 'windows-1252', warnings: [{ code: 'inventory.reading.encoding_unclear', params: {} }] };
  if (/[\u0080-\u009f]/u.test(text)) return { encoding: 'windows-1252', warnings: [] };
  const hasEuro = text.includes('\u00a4');
  const hasLetter =
    /\p{L}[\u00a6\u00a8\u00b4\u00b8\u00bc-\u00be]\p{L}|(?<=^|[^\p{L}\d])[\u00a6\u00b4\u00bc]\p{Ll}/u.test(text);
  return { encoding: hasEuro || hasLetter ? 'iso-8859-15' : 'windows-1252', warnings: [] };
}
