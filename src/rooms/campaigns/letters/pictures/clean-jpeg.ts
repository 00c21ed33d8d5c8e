import type { CleanPicture } from './clean.ts';
import { damaged } from './damaged.ts';
import { orientationIn, orientationSegment, TURNED } from './orientation.ts';

const [SOI, EOI, SOS, APP0, APP1, APP2, APP14] = [0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee];
/** Frames: all SOF markers; the three between them are tables. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const isApplication = (marker: number) => marker >= APP0 && marker <= 0xef;
const COMMENT = 0xfe;
/** Without the small picture that some programs put inside. */
const JFIF_BYTES = 18;

interface Found {
  parts: Buffer[];
  orientation: number;
  size: { width: number; height: number } | undefined;
  hasScan: boolean;
}

/** @source ITU-T T.81, annex B; Exif 2.32 for the orientation */
export function cleanJpeg(bytes: Buffer): CleanPicture {
  const { size, hasScan, orientation, parts } = readSegments(bytes);
  if (!size || !hasScan) throw damaged();
  const isTurned = TURNED.has(orientation);
  const turn = orientation === 1 ? [] : [orientationSegment(orientation)];
  return {
    mediaType: 'image/jpeg',
    bytes: Buffer.concat([Buffer.from([0xff, SOI]), ...turn, ...parts, Buffer.from([0xff, EOI])]),
    width: isTurned ? size.height : size.width,
    height: isTurned ? size.width : size.height,
  };
}

function readSegments(bytes: Buffer): Found {
  const found: Found = { parts: [], orientation: 1, size: undefined, hasScan: false };
  let at = 2;
  for (let marker = markerAt(bytes, at); marker !== EOI; marker = markerAt(bytes, at)) {
    const end = segmentEnd(bytes, at);
    keep(found, marker, bytes.subarray(at, end));
    at = marker === SOS ? scanEnd(bytes, end) : end;
    if (marker === SOS) {
      found.parts.push(bytes.subarray(end, at));
      found.hasScan = true;
    }
  }
  return found;
}

function markerAt(bytes: Buffer, at: number): number {
  const marker = bytes[at + 1];
  if (bytes[at] !== 0xff || marker === undefined || marker < 0xc0) throw damaged();
  return marker;
}

function segmentEnd(bytes: Buffer, at: number): number {
  if (at + 4 > bytes.length) throw damaged();
  const end = at + 2 + bytes.readUInt16BE(at + 2);
  if (end > bytes.length || end < at + 4) throw damaged();
  return end;
}

/** The data of a scan goes on until a marker that neither stands for itself nor for a restart. */
function scanEnd(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw damaged();
}

function keep(found: Found, marker: number, segment: Buffer): void {
  if (marker === APP1) found.orientation = orientationIn(segment) ?? found.orientation;
  if (isFrame(marker)) found.size = sizeIn(segment);
  const kept = marker === APP0 ? withoutThumbnail(segment) : isNeeded(marker, segment) ? segment : undefined;
  if (kept) found.parts.push(kept);
}

/** Colours depend on a profile and on Adobe's note; all other notes of programs and cameras are taken out. */
function isNeeded(marker: number, segment: Buffer): boolean {
  if (marker === APP2) return segment.subarray(4, 16).equals(Buffer.from('ICC_PROFILE\0'));
  if (marker === APP14) return segment.subarray(4, 9).equals(Buffer.from('Adobe'));
  return !isApplication(marker) && marker !== COMMENT;
}

function withoutThumbnail(segment: Buffer): Buffer | undefined {
  if (segment.length < JFIF_BYTES || !segment.subarray(4, 9).equals(Buffer.from('JFIF\0'))) return undefined;
  const short = Buffer.from(segment.subarray(0, JFIF_BYTES));
  short.writeUInt16BE(JFIF_BYTES - 2, 2);
  short.fill(0, 16, 18);
  return short;
}

function sizeIn(segment: Buffer): Found['size'] {
  if (segment.length < 9) throw damaged();
  return { height: segment.readUInt16BE(5), width: segment.readUInt16BE(7) };
}
