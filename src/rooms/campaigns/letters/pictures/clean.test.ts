import fc from 'fast-check';
import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { AppError } from '#ground/errors/app-error.ts';
import { cleanPicture } from './clean.ts';
import { orientationIn, orientationSegment } from './orientation.ts';

const SECRET = 'GEHEIM 47.3769 N, 8.5417 O';
const bytes = (...parts: (number[] | string | Buffer)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const short = (value: number) => [value >> 8, value & 255];

function chunk(type: string, data: Buffer): Buffer {
  const named = bytes(type, data);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return bytes(length, named, sum);
}

const PNG = bytes(
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  chunk('IHDR', bytes([0, 0, 0, 3, 0, 0, 0, 2, 8, 2, 0, 0, 0])),
  chunk('tEXt', bytes(`Comment\0${SECRET}`)),
  chunk('eXIf', bytes(SECRET)),
  chunk('tIME', bytes([7, 234, 11, 29, 8, 0, 0])),
  chunk('IDAT', deflateSync(Buffer.alloc(2 * (1 + 3 * 3)))),
  chunk('IEND', bytes([])),
  SECRET,
);

const segment = (marker: number, data: Buffer) => bytes([0xff, marker], short(data.length + 2), data);
/** As a telephone writes it, lying on its side. */
const exif = (orientation: number) =>
  segment(
    0xe1,
    bytes(
      'Exif\0\0',
      'II',
      [42, 0, 8, 0, 0, 0, 2, 0],
      [0x0f, 1, 2, 0, 26, 0, 0, 0, 38, 0, 0, 0],
      [0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0],
      [0, 0, 0, 0],
      SECRET,
    ),
  );
const jpegWith = (...extra: Buffer[]) =>
  bytes(
    [0xff, 0xd8],
    segment(0xe0, bytes('JFIF\0', [1, 1, 0, 0, 1, 0, 1, 1, 1], SECRET.slice(0, 3))),
    ...extra,
    segment(0xe2, bytes('MPF\0', SECRET)),
    segment(0xe2, bytes('ICC_PROFILE\0', [1, 1], 'colours')),
    segment(0xfe, bytes(SECRET)),
    segment(0xc0, bytes([8], short(40), short(60), [1, 1, 17, 0])),
    segment(0xda, bytes([1, 1, 0, 0, 63, 0])),
    bytes([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4]),
    segment(0xc4, bytes([0, 0])),
    segment(0xda, bytes([1, 1, 0, 0, 63, 0])),
    bytes([5, 6]),
    [0xff, 0xd9],
    SECRET,
  );

const GIF = bytes(
  'GIF89a',
  [4, 0, 3, 0, 0x80, 0, 0],
  [0, 0, 0, 255, 255, 255],
  [0x21, 0xff, 11],
  'NETSCAPE2.0',
  [3, 1, 0, 0, 0],
  [0x21, 0xfe, SECRET.length],
  SECRET,
  [0],
  [0x21, 0xff, 11],
  'XMP DataXMP',
  [SECRET.length],
  SECRET,
  [0],
  [0x21, 0xf9, 4, 0, 0, 0, 0, 0],
  [0x2c, 0, 0, 0, 0, 4, 0, 3, 0, 0, 2, 2, 0x44, 1, 0],
  [0x3b],
  SECRET,
);

describe('a picture for letters', () => {
  it.each([
    ['PNG', PNG, { mediaType: 'image/png', width: 3, height: 2 }],
    ['JPEG', jpegWith(exif(1)), { mediaType: 'image/jpeg', width: 60, height: 40 }],
    ['GIF', GIF, { mediaType: 'image/gif', width: 4, height: 3 }],
  ])('loses places, times, words and what hides behind its end: %s', (_, given, expected) => {
    const clean = cleanPicture(given);

    expect(clean).toMatchObject(expected);
    expect(clean.bytes.toString('latin1')).not.toMatch(/GEHEIM|47\.37|Comment|Exif/);
    expect(cleanPicture(clean.bytes).bytes.equals(clean.bytes)).toBe(true);
  });

  it('keeps its data, its colours and how often it repeats', () => {
    const jpeg = cleanPicture(jpegWith()).bytes.toString('latin1');

    expect(cleanPicture(PNG).bytes.includes('IDAT')).toBe(true);
    expect(jpeg).toContain('ICC_PROFILE\0');
    expect(jpeg).toContain('\u0001\u0002\u00ff\u0000\u0003\u00ff\u00d0\u0004');
    expect(jpeg).toContain('\u0005\u0006\u00ff\u00d9');
    expect(cleanPicture(GIF).bytes.includes('NETSCAPE2.0')).toBe(true);
  });

  it('stays the right way up, and says its size as it is seen', () => {
    const clean = cleanPicture(jpegWith(exif(6)));

    expect(clean).toMatchObject({ width: 40, height: 60 });
    expect(clean.bytes.includes(orientationSegment(6))).toBe(true);
    expect(orientationIn(orientationSegment(6))).toBe(6);
    expect(clean.bytes.includes('GEHEIM')).toBe(false);
  });

  it.each([
    ['a script with the name of a picture', bytes('<svg onload="alert(1)">')],
    ['a page', bytes('<html>')],
    ['WebP', bytes('RIFF....WEBPVP8 ')],
    ['nothing', bytes('')],
  ])('is refused when it is %s', (_, given) => {
    expect(() => cleanPicture(given)).toThrow(expect.objectContaining({ code: 'campaigns.picture_kind_unknown' }));
  });

  it('is refused with our own word when it is cut off or damaged anywhere', () => {
    const whole = fc.constantFrom(PNG, jpegWith(exif(6)), GIF);

    fc.assert(
      fc.property(whole, fc.nat(), fc.nat(255), fc.boolean(), (given, place, byte, isCut) => {
        const at = place % given.length;
        const broken = isCut ? given.subarray(0, at) : Buffer.from(given);
        if (!isCut) broken[at] = byte;
        try {
          const clean = cleanPicture(broken);
          expect(clean.width * clean.height).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is refused when it is wider than any mail', () => {
    const wide = bytes(
      PNG.subarray(0, 8),
      chunk('IHDR', bytes([0, 0, 0x40, 0, 0, 0, 0, 2, 8, 2, 0, 0, 0])),
      PNG.subarray(33),
    );

    expect(() => cleanPicture(wide)).toThrow(expect.objectContaining({ code: 'campaigns.picture_too_wide' }));
  });
});
