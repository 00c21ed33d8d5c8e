import { invalid } from '#ground/errors/app-error.ts';
import { cleanGif } from './clean-gif.ts';
import { cleanJpeg } from './clean-jpeg.ts';
import { cleanPng, PNG_MARK } from './clean-png.ts';

/** A picture and nothing besides: no place, no time, no camera, no words, no second picture behind the first. */
export interface CleanPicture {
  mediaType: 'image/png' | 'image/jpeg' | 'image/gif';
  bytes: Buffer;
  width: number;
  height: number;
}

const WIDEST = 10_000;

/**
 * Decides by the bytes, never by a name.
 * @throws AppError campaigns.picture_kind_unknown, campaigns.picture_damaged, campaigns.picture_too_wide
 */
export function cleanPicture(bytes: Buffer): CleanPicture {
  const picture = cleanerFor(bytes)(bytes);
  const { width, height } = picture;
  if (width < 1 || height < 1) throw invalid('campaigns.picture_damaged');
  if (width > WIDEST || height > WIDEST) throw invalid('campaigns.picture_too_wide', { most: WIDEST });
  return picture;
}

function cleanerFor(bytes: Buffer): (bytes: Buffer) => CleanPicture {
  if (bytes.subarray(0, 8).equals(PNG_MARK)) return cleanPng;
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return cleanJpeg;
  if (/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))) return cleanGif;
  throw invalid('campaigns.picture_kind_unknown');
}
