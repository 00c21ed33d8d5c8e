import { invalid } from '#ground/errors/app-error.ts';
import type { SourceRow } from '../types.ts';
import { RECORD_CHARACTERS } from './limits.ts';

export interface CsvDialect {
  separator: string;
  /** Empty: quotes are ordinary characters. */
  quote: string;
}

/** Text that has been read and where the next record begins in it. */
interface Cursor {
  text: string;
  at: number;
  /** 1-based line of the file at `at`. */
  line: number;
  newline: '\n' | '\r';
  /** No more text will follow. */
  isLast: boolean;
  /** Cached place of the next quote at or after `at`; most lines have none and are simply split. */
  nextQuote: number;
  /** Cached end of the line that the last field stood in: a line may have a million fields. */
  lineEnd: number;
}

/**
 * Cuts a stream of text into records, in batches. Lenient as people's files are: stray quotes inside a cell are
 * text, rows may be ragged, all three line endings are read. Memory holds one piece of text and one record.
 *
 * Why not a library: none says in which line a quote was opened, and all read on silently when a quote
 * that was never closed meets the next one.
 * @throws AppError inventory.reading.quote_not_closed, inventory.reading.line_too_long
 */
export async function* parseRecords(
  texts: AsyncIterable<string>,
  dialect: CsvDialect,
  firstLine: number,
): AsyncGenerator<SourceRow[]> {
  const cursor: Cursor = { text: '', at: 0, line: 1, newline: '\n', isLast: false, nextQuote: -1, lineEnd: -1 };
  let isPlaced = false;
  for await (const text of texts) {
    append(cursor, text);
    isPlaced ||= place(cursor, firstLine);
    if (isPlaced) yield readRecords(cursor, dialect);
    refuseEndless(cursor, dialect);
  }
  cursor.isLast = true;
  isPlaced ||= place(cursor, firstLine);
  if (isPlaced) yield readRecords(cursor, dialect);
}

/**
 * The same for text that is in memory.
 * @param extent `whole` when the text is the whole file, `head` when its last record may be cut off
 */
export function parseHead(
  text: string,
  dialect: CsvDialect,
  { extent, firstLine }: { extent: 'whole' | 'head'; firstLine: number },
): { rows: SourceRow[]; trouble?: unknown } {
  const cursor: Cursor = {
    text,
    at: 0,
    line: 1,
    newline: '\n',
    isLast: extent === 'whole',
    nextQuote: -1,
    lineEnd: -1,
  };
  const rows: SourceRow[] = [];
  try {
    if (place(cursor, firstLine)) readRecords(cursor, dialect, rows);
    if (!cursor.isLast) refuseEndless(cursor, dialect);
    return { rows };
  } catch (trouble) {
    return { rows, trouble };
  }
}

function append(cursor: Cursor, text: string) {
  cursor.text = cursor.text.slice(cursor.at) + text;
  cursor.at = 0;
  cursor.nextQuote = -1;
  cursor.lineEnd = -1;
}

/** Moves to the first line wanted; what stands above need not be a table. */
function place(cursor: Cursor, firstLine: number): boolean {
  const newline = findNewline(cursor);
  if (newline === undefined) return false;
  cursor.newline = newline;
  while (cursor.line < firstLine) {
    const end = cursor.text.indexOf(newline, cursor.at);
    if (end === -1) return false;
    cursor.at = end + 1;
    cursor.line += 1;
  }
  return true;
}

/** Old Macs end lines with a carriage return alone. One at the end of a piece may have its line feed in the next. */
function findNewline({ text, isLast }: Cursor): '\n' | '\r' | undefined {
  if (text.includes('\n')) return '\n';
  const at = text.indexOf('\r');
  if (at !== -1 && (isLast || at < text.length - 1)) return '\r';
  return isLast ? '\n' : undefined;
}

function readRecords(cursor: Cursor, dialect: CsvDialect, rows: SourceRow[] = []): SourceRow[] {
  while (cursor.at < cursor.text.length) {
    const { line } = cursor;
    const cells = readRecord(cursor, dialect);
    if (!cells) break;
    rows.push({ line, cells });
  }
  return rows;
}

function readRecord(cursor: Cursor, dialect: CsvDialect): string[] | undefined {
  const { text, at, isLast, newline } = cursor;
  const found = text.indexOf(newline, at);
  if (found === -1 && !isLast) return undefined;
  const end = found === -1 ? text.length : found;
  if (end - at > RECORD_CHARACTERS) throw tooLong(cursor);
  if (hasQuoteBefore(cursor, dialect, end)) return readQuotedRecord(cursor, dialect);
  cursor.at = end + 1;
  cursor.line += 1;
  return text.slice(at, withoutReturn(text, at, end)).split(dialect.separator);
}

function hasQuoteBefore(cursor: Cursor, { quote }: CsvDialect, end: number): boolean {
  if (quote === '') return false;
  if (cursor.nextQuote < cursor.at) {
    const found = cursor.text.indexOf(quote, cursor.at);
    cursor.nextQuote = found === -1 ? Number.POSITIVE_INFINITY : found;
  }
  return cursor.nextQuote < end;
}

/** A record with at least one quote: field by field, because quoted fields may hold separators and line ends. */
function readQuotedRecord(cursor: Cursor, dialect: CsvDialect): string[] | undefined {
  const { text, at: start } = cursor;
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const field = readField(cursor, dialect, at);
    if (!field) return undefined;
    cells.push(field.value);
    at = field.end;
    if (text[at] !== dialect.separator) break;
    at += 1;
  }
  const end = text.indexOf(cursor.newline, at);
  const next = end === -1 ? text.length : end + 1;
  cursor.line += Math.max(1, countBreaks(cursor, start, next));
  cursor.at = next;
  return cells;
}

function readField(cursor: Cursor, dialect: CsvDialect, at: number): { value: string; end: number } | undefined {
  const { text } = cursor;
  const open = skipSpaces(text, at);
  if (text[open] !== dialect.quote) {
    const lineEnd = findLineEnd(cursor, at);
    if (lineEnd === text.length && !cursor.isLast) return undefined;
    const end = Math.min(orEnd(text.indexOf(dialect.separator, at), text), lineEnd);
    return { value: text.slice(at, end === lineEnd ? withoutReturn(text, at, end) : end), end };
  }
  const close = findClosingQuote(cursor, dialect, open);
  if (close === -1) return undefined;
  const value = text.slice(open + 1, close).replaceAll(dialect.quote + dialect.quote, dialect.quote);
  return { value, end: skipSpaces(text, close + 1) };
}

/**
 * @returns -1 when more text is needed
 * @throws AppError inventory.reading.quote_not_closed at the end of the file, and where a quote appears that cannot
 *   be the closing one on a later line: reading on would swallow the rows between
 */
function findClosingQuote(cursor: Cursor, dialect: CsvDialect, open: number): number {
  const { text, isLast } = cursor;
  const lineEnd = findLineEnd(cursor, open);
  for (let at = nextQuote(text, open, dialect); at !== -1; at = nextQuote(text, at, dialect)) {
    const after = skipSpaces(text, at + 1);
    if (isCutOff(cursor, after)) return isLast ? at : -1;
    if (isFieldEnd(cursor, after, dialect)) return at;
    if (at > lineEnd) throw notClosed(cursor, open);
  }
  if (isLast) throw notClosed(cursor, open);
  return -1;
}

/** The next quote that stands alone; two in a row are one that belongs to the text. */
function nextQuote(text: string, from: number, { quote }: CsvDialect): number {
  let at = text.indexOf(quote, from + 1);
  while (at !== -1 && text[at + 1] === quote) at = text.indexOf(quote, at + 2);
  return at;
}

function findLineEnd(cursor: Cursor, at: number): number {
  if (cursor.lineEnd < at) cursor.lineEnd = orEnd(cursor.text.indexOf(cursor.newline, at), cursor.text);
  return cursor.lineEnd;
}

const isCutOff = ({ text }: Cursor, at: number) => at === text.length || (text[at] === '\r' && at + 1 === text.length);

const isFieldEnd = ({ text, newline }: Cursor, at: number, { separator }: CsvDialect) =>
  text[at] === separator || text[at] === newline || (text[at] === '\r' && text[at + 1] === newline);

/** Blanks around a quoted cell belong to no cell. */
function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at += 1;
  return at;
}

function withoutReturn(text: string, from: number, end: number): number {
  return end > from && text[end - 1] === '\r' ? end - 1 : end;
}

const orEnd = (at: number, text: string) => (at === -1 ? text.length : at);

function countBreaks({ text, newline }: Cursor, from: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf(newline, from); at !== -1 && at < end; at = text.indexOf(newline, at + 1)) count += 1;
  return count;
}

/** The text left over is the beginning of one record: if it is too long already, no more is read. */
function refuseEndless(cursor: Cursor, dialect: CsvDialect) {
  if (cursor.text.length - cursor.at <= RECORD_CHARACTERS) return;
  // Reading it as if the file ended here tells an open quote from a long line.
  readRecord({ ...cursor, isLast: true }, dialect);
  throw tooLong(cursor);
}

const notClosed = (cursor: Cursor, open: number) =>
  invalid('inventory.reading.quote_not_closed', { line: cursor.line + countBreaks(cursor, cursor.at, open) });

const tooLong = (cursor: Cursor) =>
  invalid('inventory.reading.line_too_long', { line: cursor.line, limitKb: RECORD_CHARACTERS / 1024 });
