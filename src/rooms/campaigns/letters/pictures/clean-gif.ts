import type { CleanPicture } from './clean.ts';
import { damaged } from './damaged.ts';

const [EXTENSION, IMAGE, TRAILER] = [0x21, 0x2c, 0x3b];
const [GRAPHIC_CONTROL, APPLICATION] = [0xf9, 0xff];
/** How often it repeats; every other program's notes are taken out. */
const LOOPS = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0']);
const HEAD_BYTES = 13;

/** @source GIF89a specification */
export function cleanGif(bytes: Buffer): CleanPicture {
  if (bytes.length < HEAD_BYTES) throw damaged();
  let at = HEAD_BYTES + tableBytes(byteAt(bytes, 10));
  const parts = [bytes.subarray(0, at)];
  let images = 0;
  for (let kind = byteAt(bytes, at); kind !== TRAILER; kind = byteAt(bytes, at)) {
    const end = kind === IMAGE ? imageEnd(bytes, at) : extensionEnd(bytes, at, kind);
    if (kind === IMAGE) images += 1;
    if (kind === IMAGE || isKept(bytes, at)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  if (images === 0) throw damaged();
  return {
    mediaType: 'image/gif',
    bytes: Buffer.concat([...parts, Buffer.from([TRAILER])]),
    width: bytes.readUInt16LE(6),
    height: bytes.readUInt16LE(8),
  };
}

function byteAt(bytes: Buffer, at: number): number {
  const byte = bytes[at];
  if (byte === undefined) throw damaged();
  return byte;
}

const tableBytes = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));

/** Descriptor, table of colours, size of codes, blocks of data. */
const imageEnd = (bytes: Buffer, at: number): number =>
  blocksEnd(bytes, at + 10 + tableBytes(byteAt(bytes, at + 9)) + 1);

function extensionEnd(bytes: Buffer, at: number, kind: number): number {
  if (kind !== EXTENSION) throw damaged();
  return blocksEnd(bytes, at + 2);
}

function blocksEnd(bytes: Buffer, from: number): number {
  let at = from;
  for (let length = byteAt(bytes, at); length > 0; length = byteAt(bytes, at)) at += length + 1;
  return at + 1;
}

function isKept(bytes: Buffer, at: number): boolean {
  const label = byteAt(bytes, at + 1);
  return label === GRAPHIC_CONTROL || (label === APPLICATION && LOOPS.has(bytes.toString('latin1', at + 3, at + 14)));
}
