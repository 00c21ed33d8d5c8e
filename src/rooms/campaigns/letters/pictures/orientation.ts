const EXIF = Buffer.from('Exif\0\0', 'latin1');
const ORIENTATION_TAG = 0x0112;
const HEAD_BYTES = 10;
/** Width and height change places. */
export const TURNED = new Set([5, 6, 7, 8]);

/** Which way up a camera was held, the one thing of its notes that a picture needs. @param segment APP1 with marker and length */
export function orientationIn(segment: Buffer): number | undefined {
  if (!segment.subarray(4, HEAD_BYTES).equals(EXIF)) return undefined;
  const tiff = segment.subarray(HEAD_BYTES);
  const order = tiff.toString('latin1', 0, 2);
  if (tiff.length < 14 || (order !== 'II' && order !== 'MM')) return undefined;
  const read = {
    short: (at: number) => (at + 2 > tiff.length ? 0 : order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)),
    long: (at: number) => (at + 4 > tiff.length ? 0 : order === 'II' ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at)),
  };
  const table = read.long(4);
  const entries = Math.min(read.short(table), 200);
  for (let i = 0; i < entries; i += 1) {
    const entry = table + 2 + 12 * i;
    if (read.short(entry) === ORIENTATION_TAG) return valid(read.short(entry + 8));
  }
  return undefined;
}

const valid = (orientation: number) => (orientation >= 1 && orientation <= 8 ? orientation : undefined);

/** The same said again, and nothing else. */
export function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM', 0, 'latin1');
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION_TAG, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(2 + EXIF.length + tiff.length, 2);
  return Buffer.concat([head, EXIF, tiff]);
}
