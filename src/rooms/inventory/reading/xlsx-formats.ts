import { findElement, listTags, namePrefix } from './xml-text.ts';

/** What a cell's number format makes of a number. */
export type CellFormat =
  | { kind: 'general' }
  | { kind: 'date' }
  | { kind: 'time' }
  | { kind: 'percent' }
  /** Leading zeros, as in postcodes and staff numbers: "00000". */
  | { kind: 'padded'; digits: number };

const GENERAL: CellFormat = { kind: 'general' };
const BUILT_IN = new Map<number, CellFormat>([
  [9, { kind: 'percent' }],
  [10, { kind: 'percent' }],
  ...[14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58].map(
    (id): [number, CellFormat] => [id, { kind: 'date' }],
  ),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47].map((id): [number, CellFormat] => [id, { kind: 'time' }]),
]);

/** @returns one format for each style index of the workbook */
export function readCellFormats(stylesXml: string): CellFormat[] {
  const custom = new Map(
    listTags(stylesXml, 'numFmt').map(({ numFmtId, formatCode = '' }) => [
      Number(numFmtId),
      recogniseFormat(formatCode),
    ]),
  );
  const prefix = namePrefix(stylesXml);
  const cellStyles = findElement(stylesXml, `${prefix}cellXfs`, 0)?.body ?? '';
  return listTags(cellStyles, 'xf').map(({ numFmtId }) => {
    const id = Number(numFmtId ?? 0);
    return custom.get(id) ?? BUILT_IN.get(id) ?? GENERAL;
  });
}

/** Only the part for positive numbers counts; quoted text, colours and currencies say nothing about the kind. */
function recogniseFormat(code: string): CellFormat {
  const [positive = ''] = code.replaceAll(/"[^"]*"|\\.|_.|\*./gu, '').split(';');
  const isDuration = /\[(?:h+|m+|s+)\]/iu.test(positive);
  const bare = positive.replaceAll(/\[[^\]]*\]/gu, '').trim();
  if (isDuration) return { kind: 'time' };
  if (/[dy]/iu.test(bare) || /m{3,}/iu.test(bare)) return { kind: 'date' };
  if (/[hs]/iu.test(bare.replace(/general|standard/iu, ''))) return { kind: 'time' };
  if (bare.includes('%')) return { kind: 'percent' };
  return /^0{2,}$/u.test(bare) ? { kind: 'padded', digits: bare.length } : GENERAL;
}

/** A number as text: a decimal point, all digits, never an exponent. */
export function formatNumber(value: number, format: CellFormat, dateOffset: number): string {
  if (format.kind === 'date') return formatDate(value + dateOffset);
  if (format.kind === 'time') return formatTime(value);
  if (format.kind === 'percent') return `${plain(value * 100)}%`;
  return format.kind === 'padded' ? plain(value).padStart(format.digits, '0') : plain(value);
}

/** Excel computes with 15 digits; more are noise such as 0.30000000000000004. */
function plain(value: number): string {
  const rounded = Number(value.toPrecision(15));
  if (Number.isInteger(rounded)) return BigInt(rounded).toString();
  return Math.abs(rounded) < 1e-6 ? rounded.toFixed(15).replace(/0+$/u, '') : String(rounded);
}

const MS_PER_DAY = 86_400_000;
const LAST_SERIAL = 2_958_465; // 9999-12-31

/** Serial day 60 is 29 February 1900, which never was: days before it count one less. */
function formatDate(serial: number): string {
  if (!(serial >= 0 && serial < LAST_SERIAL + 1)) return plain(serial);
  if (serial < 1) return formatTime(serial);
  const days = Math.floor(serial) + (serial < 60 ? 1 : 0);
  return new Date(Date.UTC(1899, 11, 30) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** A time of day; the day of a full date and time is what counts for people. */
function formatTime(serial: number): string {
  if (serial >= 1) return formatDate(serial);
  const minutes = Math.round(serial * 1440);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
