import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { invalid } from '#ground/errors/app-error.ts';
import type { RowPlace } from './builder.ts';

/** One row of a table, by the names of its columns. A column that the table lacks reads as empty. */
export interface Row extends RowPlace {
  get: (column: string) => string;
}

/**
 * Reads a tab-separated file with a header line, UTF-8, without quotes.
 * @throws AppError matching.directory_encoding, matching.directory_columns
 */
export function readTsv(file: string, columns: readonly string[]): Row[] {
  const records = readUtf8(file)
    .split(/\r\n|\n|\r/u)
    .map((line) => line.split('\t'));
  return toRows(file, records, columns);
}

/**
 * Reads a comma-separated file with a header line, UTF-8; quoted cells may hold line breaks.
 * @throws AppError matching.directory_encoding, matching.directory_columns, matching.directory_quote
 */
export function readCsv(file: string, columns: readonly string[]): Row[] {
  return toRows(file, parseCsv(readUtf8(file), path.basename(file)), columns);
}

function readUtf8(file: string): string {
  const bytes = readFileSync(file);
  if (!isUtf8(bytes)) throw invalid('matching.directory_encoding', { file: path.basename(file) });
  return bytes.toString('utf8').replace(/^\u{FEFF}/u, '');
}

function toRows(file: string, records: readonly string[][], columns: readonly string[]): Row[] {
  const name = path.basename(file);
  const header = new Map((records[0] ?? []).map((column, at) => [column.trim(), at]));
  const missing = columns.filter((column) => !header.has(column));
  if (missing.length > 0) throw invalid('matching.directory_columns', { file: name, columns: missing.join(', ') });
  return records.flatMap((cells, at) => {
    if (at === 0 || cells.every((cell) => cell.trim() === '')) return [];
    const get = (column: string) => (cells[header.get(column) ?? -1] ?? '').trim();
    return [{ file: name, line: at + 1, get }];
  });
}

const CELL = /("(?:[^"]|"")*"|[^,\n\r"]*)(,|\r\n|\n|\r|$)/uy;

function parseCsv(text: string, file: string): string[][] {
  const records: string[][] = [];
  let cells: string[] = [];
  CELL.lastIndex = 0;
  while (CELL.lastIndex < text.length) {
    const match = CELL.exec(text);
    if (!match) throw invalid('matching.directory_quote', { file, line: records.length + 1 });
    const [, cell = '', separator] = match;
    cells.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (separator === ',') continue;
    records.push(cells);
    cells = [];
  }
  return cells.length > 0 ? [...records, cells] : records;
}
