import { writeXlsxStream } from 'hucre/xlsx';
import { neutraliseCell } from './neutral-cell.ts';

interface CsvStyle {
  separator: ';' | ',' | '\t' | '|';
  /** Excel takes a file without byte order mark for Windows-1252 and breaks every umlaut. */
  bom: 'with_bom' | 'without_bom';
}

/** What Excel in German opens right by a double click. */
export const GERMAN_EXCEL: CsvStyle = { separator: ';', bom: 'with_bom' };

const PIECE_CHARACTERS = 64 * 1024;

/**
 * A CSV file in UTF-8, piece by piece; cells that a spreadsheet would run as formulas are neutralised and come back
 * unchanged through `readRows`.
 */
export async function* writeCsv(rows: AsyncIterable<string[]>, { separator, bom }: CsvStyle): AsyncGenerator<Buffer> {
  let piece = bom === 'with_bom' ? '\ufeff' : '';
  for await (const row of rows) {
    piece += `${row.map((cell) => quoteCell(neutraliseCell(cell), separator)).join(separator)}\r\n`;
    if (piece.length < PIECE_CHARACTERS) continue;
    yield Buffer.from(piece, 'utf8');
    piece = '';
  }
  if (piece !== '') yield Buffer.from(piece, 'utf8');
}

/** Outer blanks are quoted too: readers may trim them. An empty cell alone in its row would read as no row. */
function quoteCell(cell: string, separator: string): string {
  const needsQuotes =
    cell.includes(separator) || /["\r\n\u0085\u2028\u2029]|^\s|\s$|^\ufeff/u.test(cell) || cell.startsWith('sep=');
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const PHONE_NUMBER = /^\+\d[\d ()/.-]*$/u;
/** Excel's limit; it refuses a file with a longer cell. */
const LONGEST_CELL = 32_767;

/**
 * An XLSX file, piece by piece, all cells as text so that postcodes and phone numbers keep their zeros. Text cells are
 * never run, but they are when somebody saves the sheet as CSV: so formulas are neutralised here too, except phone numbers.
 */
export function writeXlsx(rows: AsyncIterable<string[]>, { sheet }: { sheet: string }): AsyncIterable<Uint8Array> {
  return writeXlsxStream(textCells(rows), { name: sheet.replaceAll(/[[\]:*?/\\]/gu, ' ').slice(0, 31) || 'Tabelle' });
}

async function* textCells(rows: AsyncIterable<string[]>): AsyncGenerator<string[]> {
  for await (const row of rows) yield row.map(textCell);
}

/** What looks like Office's own escape for control characters (`_x000D_`) would be decoded by every reader. */
function textCell(cell: string): string {
  const safe = PHONE_NUMBER.test(cell) ? cell : neutraliseCell(cell);
  return safe.slice(0, LONGEST_CELL).replaceAll(/_(?=x[\da-f]{4}_)/giu, '_x005F_');
}
