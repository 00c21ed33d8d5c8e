import { crc32 } from 'node:zlib';
import type { CleanPicture } from './clean.ts';
import { damaged } from './damaged.ts';

export const PNG_MARK = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** What makes the picture and its colours; words, times and places are in the others. */
const KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT']);

/** @source PNG specification, third edition, sections 5 and 11 */
export function cleanPng(bytes: Buffer): CleanPicture {
  const parts: Buffer[] = [PNG_MARK];
  const seen = new Set<string>();
  let at = PNG_MARK.length;
  while (!seen.has('IEND')) {
    const { type, chunk } = chunkAt(bytes, at);
    if (seen.size === 0 && type !== 'IHDR') throw damaged();
    seen.add(type);
    if (KEPT.has(type)) parts.push(chunk);
    at += chunk.length;
  }
  if (!seen.has('IDAT')) throw damaged();
  const head = PNG_MARK.length + 8;
  return {
    mediaType: 'image/png',
    bytes: Buffer.concat(parts),
    width: bytes.readUInt32BE(head),
    height: bytes.readUInt32BE(head + 4),
  };
}

function chunkAt(bytes: Buffer, at: number): { type: string; chunk: Buffer } {
  if (at + 12 > bytes.length) throw damaged();
  const end = at + 12 + bytes.readUInt32BE(at);
  if (end > bytes.length) throw damaged();
  const named = bytes.subarray(at + 4, end - 4);
  if (crc32(named) !== bytes.readUInt32BE(end - 4)) throw damaged();
  return { type: named.toString('latin1', 0, 4), chunk: bytes.subarray(at, end) };
}
