import { invalid } from '#ground/errors/app-error.ts';
import type { SourceRow } from '../types.ts';
import { RECORD_CHARACTERS, UNPACKED_BYTES } from './limits.ts';
import { formatNumber } from './xlsx-formats.ts';
import { readRuns } from './xlsx-strings.ts';
import type { Workbook, Worksheet } from './xlsx-workbook.ts';
import { decodeOfficeEscapes, decodeXml, listTags } from './xml-text.ts';
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
  const state = { row: 0, tags: undefined as RowTags | undefined };
  let xml = '';
  for await (const chunk of unpackEntry(workbook.archive, sheet.entry, UNPACKED_BYTES.sheet)) {
    xml += decoder.decode(chunk, { stream: true });
    state.tags ??= rowTags(xml);
    if (!state.tags) {
      refuseEndlessRow(xml, sheet);
      continue;
    }
    const { blocks, rest } = cutRows(xml, state.tags);
    xml = rest;
    for (const block of blocks) {
      const line = Number(/\br="(\d+)"/u.exec(block.tag)?.[1] ?? state.row + 1);
      state.row = line;
      yield { line, cells: readCells(workbook, block.body) };
    }
    refuseEndlessRow(xml, sheet);
    if (xml.startsWith(state.tags.end)) return;
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

interface RowTags {
  open: string;
  close: string;
  end: string;
}

/** Some writers put a namespace prefix before every name; the first row shows it. */
function rowTags(xml: string): RowTags | undefined {
  const prefix = /<([\w.-]+:)?sheetData[\s/>]/u.exec(xml);
  if (!prefix) return undefined;
  const name = prefix[1] ?? '';
  return { open: `<${name}row`, close: `</${name}row>`, end: `</${name}sheetData>` };
}

function cutRows(xml: string, tags: RowTags) {
  const blocks: RowBlock[] = [];
  let at = 0;
  for (let block = findRow(xml, tags, at); block; block = findRow(xml, tags, at)) {
    if (block.body !== '') blocks.push(block);
    at = block.end;
  }
  const rest = xml.slice(at);
  return { blocks, rest: rest.trimStart().startsWith(tags.end) ? rest.trimStart() : rest };
}

interface RowBlock {
  tag: string;
  body: string;
  end: number;
}

/** The next row that is whole; a row without cells may be one tag. */
function findRow(xml: string, { open, close }: RowTags, from: number): RowBlock | undefined {
  const start = xml.indexOf(open, from);
  const tagEnd = start === -1 ? -1 : xml.indexOf('>', start);
  if (tagEnd === -1) return undefined;
  const tag = xml.slice(start, tagEnd);
  if (tag.endsWith('/')) return { tag, body: '', end: tagEnd + 1 };
  const bodyEnd = xml.indexOf(close, tagEnd);
  return bodyEnd === -1 ? undefined : { tag, body: xml.slice(tagEnd + 1, bodyEnd), end: bodyEnd + close.length };
}

function refuseEndlessRow(xml: string, sheet: Worksheet) {
  if (xml.length > ROW_XML_CHARACTERS) throw invalid('inventory.reading.archive_too_large', { part: sheet.name });
}

const CELL = /<(?:[\w.-]+:)?c(?=[\s/>])([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:[\w.-]+:)?c>)/gu;

function readCells(workbook: Workbook, xml: string): string[] {
  const cells: string[] = [];
  for (const match of xml.matchAll(CELL)) {
    const tag = match[1] ?? '';
    const reference = /\br="([A-Z]{1,3})\d/u.exec(tag)?.[1];
    const column = reference ? columnIndex(reference) : cells.length;
    if (column >= MOST_COLUMNS) throw invalid('inventory.reading.archive_damaged');
    while (cells.length < column) cells.push('');
    cells[column] = match[2] ? readCell(workbook, tag, match[2]) : '';
  }
  return cells;
}

function columnIndex(letters: string): number {
  let index = 0;
  for (let at = 0; at < letters.length; at += 1) index = index * 26 + letters.charCodeAt(at) - 64;
  return index - 1;
}

const VALUE = /<(?:[\w.-]+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:[\w.-]+:)?v>/u;

/** Formulas come with their last result; an error such as #N/A holds nothing. */
function readCell(workbook: Workbook, tag: string, body: string): string {
  const type = cellType(tag);
  if (type === 'inlineStr') return readRuns(body);
  const value = VALUE.exec(body)?.[1];
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
