/** One file that somebody got out of a system, as it lies on their desk. */
export interface ExportFile {
  name: string;
  bytes: Uint8Array;
}

export type Row = readonly string[];

/** As German Excel saves a table: semicolons, Windows line ends. */
export const semicolonText = (rows: readonly Row[]): string =>
  rows.map((row) => `${row.map((cell) => quoted(cell, ';')).join(';')}\r\n`).join('');

export const commaText = (rows: readonly Row[]): string =>
  rows.map((row) => `${row.map((cell) => quoted(cell, ',')).join(',')}\r\n`).join('');

const quoted = (cell: string, separator: string): string =>
  cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** What Windows-1252 has where ISO-8859-1 has control characters. @source WHATWG Encoding, index windows-1252 */
const SPECIAL: Record<string, number> = {
  '€': 0x80, '‚': 0x82, 'ƒ': 0x83, '„': 0x84, '…': 0x85, '†': 0x86, '‡': 0x87, 'ˆ': 0x88, '‰': 0x89, 'Š': 0x8a, '‹': 0x8b, 'Œ': 0x8c,
  'Ž': 0x8e, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '•': 0x95, '–': 0x96, '—': 0x97, '˜': 0x98, '™': 0x99, 'š': 0x9a, '›': 0x9b,
  'œ': 0x9c, 'ž': 0x9e, 'Ÿ': 0x9f,
}; // prettier-ignore

/** @throws Error when a letter does not exist there: the words of the sample are wrong then */
export function inWindows1252(text: string): Uint8Array {
  return Uint8Array.from(Array.from(text), (letter) => {
    const code = SPECIAL[letter] ?? letter.codePointAt(0) ?? 0;
    if (code > 0xff) throw new Error(`Windows-1252 has no "${letter}".`);
    return code;
  });
}

/** UTF-8 with the mark by which Excel knows it. */
export const inUtf8WithMark = (text: string): Uint8Array => new TextEncoder().encode(`\ufeff${text}`);

export const inUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
