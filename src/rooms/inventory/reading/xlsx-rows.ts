import { invalid } from '#ground/errors/app-error.ts';
import type { SourceRow } from '../types.ts';
import { RECORD_CHARACTERS, UNPACKED_BYTES } from './limits.ts';
import { formatNumber } from './xlsx-formats.ts';
import { readRuns } from './xlsx-strings.ts';
import type { Workbook, Worksheet } from './xlsx-workbook.ts';
import { decodeOfficeEscapes, decodeXml, findElement, listTags, namePrefix, type XmlElement } from './xml-text.ts';
import { unpackEntry } from './zip-archive.ts';

/** A block of cells shown as one; rows 1-based, columns 0-based. */
export interface Merge {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Excel's own limit. A cell reference beyond it would make a row of any length. */
const MOST_COLUMNS = 16_384;
/** XML of one row: markup around the text makes it longer than the record it holds. */
const ROW_XML_CHARACTERS = RECORD_CHARACTERS * 4;

/**
 * Rows of one worksheet as they are unpacked; memory holds one row. Rows without any cell are left out, as the
 * file leaves them out.
 * @throws AppError inventory.reading.archive_too_large, inventory.reading.archive_damaged
 */
export async function* readSheetRows(workbook: Workbook, sheet: Worksheet): AsyncGenerator<SourceRow> {
  const decoder = new TextDecoder();
  let xml = '';
  let prefix: string | undefined;
  let line = 0;
  for await (const chunk of unpackEntry(workbook.archive, sheet.entry, UNPACKED_BYTES.sheet)) {
    xml += decoder.decode(chunk, { stream: true });
    prefix ??= namePrefix(xml);
    const { rows, rest } = cutRows(xml, prefix);
    for (const row of rows) {
      line = rowNumber(row) ?? line + 1;
      if (row.body !== '') yield { line, cells: readCells(workbook, prefix, row.body) };
    }
    if (rest.length > ROW_XML_CHARACTERS) throw invalid('inventory.reading.archive_too_large', { part: sheet.name });
    if (rest.slice(0, 200).trimStart().startsWith(`</${prefix}sheetData>`)) return;
    xml = rest;
  }
}

/** Merged blocks; they stand behind the rows, so large sheets are not searched for them. */
export async function readMerges(workbook: Workbook, sheet: Worksheet): Promise<Merge[]> {
  if (sheet.entry.unpackedBytes > UNPACKED_BYTES.small) return [];
  const decoder = new TextDecoder();
  let tail = '';
  for await (const chunk of unpackEntry(workbook.archive, sheet.entry, UNPACKED_BYTES.small)) {
    tail += decoder.decode(chunk, { stream: true });
    const end = tail.indexOf('mergeCells');
    tail = end === -1 ? tail.slice(-32) : tail.slice(end);
  }
  return listTags(tail, 'mergeCell').flatMap(({ ref = '' }) => toMerge(ref));
}

function rowNumber({ tag }: XmlElement): number | undefined {
  const number = /\br="(\d{1,7})"/u.exec(tag)?.[1];
  return number === undefined ? undefined : Number(number);
}

function cutRows(xml: string, prefix: string): { rows: XmlElement[]; rest: string } {
  const rows: XmlElement[] = [];
  let end = 0;
  for (let row = findElement(xml, `${prefix}row`, 0); row; row = findElement(xml, `${prefix}row`, end)) {
    rows.push(row);
    end = row.end;
  }
  return { rows, rest: xml.slice(end) };
}

function readCells(workbook: Workbook, prefix: string, xml: string): string[] {
  const cells: string[] = [];
  const name = `${prefix}c`;
  for (let cell = findElement(xml, name, 0); cell; cell = findElement(xml, name, cell.end)) {
    const reference = /\br="([A-Z]{1,3})\d/u.exec(cell.tag)?.[1];
    const column = reference ? columnIndex(reference) : cells.length;
    if (column >= MOST_COLUMNS) throw invalid('inventory.reading.archive_damaged');
    while (cells.length < column) cells.push('');
    cells[column] = cell.body === '' ? '' : readCell(workbook, prefix, cell);
  }
  return cells;
}

function columnIndex(letters: string): number {
  let index = 0;
  for (let at = 0; at < letters.length; at += 1) index = index * 26 + letters.charCodeAt(at) - 64;
  return index - 1;
}

/** Formulas come with their last result; an error such as #N/A holds nothing. */
function readCell(workbook: Workbook, prefix: string, { tag, body }: XmlElement): string {
  const type = cellType(tag);
  if (type === 'inlineStr') return readRuns(body, prefix);
  const value = findElement(body, `${prefix}v`, 0)?.body;
  if (value === undefined) return '';
  if (type === 's') return workbook.sharedStrings[Number(value)] ?? '';
  return type === 'n' ? readNumber(workbook, tag, value) : readRareValue(type, value);
}

const cellType = (tag: string) => /\bt="(\w+)"/u.exec(tag)?.[1] ?? 'n';

function readRareValue(type: string, value: string): string {
  if (type === 'e') return '';
  if (type === 'b') return /^(?:1|true)$/iu.test(value) ? 'TRUE' : 'FALSE';
  return type === 'd' ? value.slice(0, 10) : decodeOfficeEscapes(decodeXml(value));
}

function readNumber(workbook: Workbook, tag: string, value: string): string {
  const number = Number(value);
  if (value === '' || !Number.isFinite(number)) return decodeXml(value);
  const style = Number(/\bs="(\d+)"/u.exec(tag)?.[1] ?? 0);
  return formatNumber(number, workbook.formats[style] ?? { kind: 'general' }, workbook.dateOffset);
}

function toMerge(reference: string): Merge[] {
  const found = /^\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)$/u.exec(reference);
  if (!found) return [];
  const [, left = '', top = '', right = '', bottom = ''] = found;
  return [{ top: Number(top), bottom: Number(bottom), left: columnIndex(left), right: columnIndex(right) }];
}
