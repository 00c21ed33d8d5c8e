import { invalid } from '#ground/errors/app-error.ts';
import type { FileInspection, SourceRow } from '../types.ts';
import { cleanHeaders, countWords, findHeader } from './header-line.ts';
import { SAMPLE_ROWS } from './limits.ts';

interface TableFinding {
  headerLine: number;
  headers: string[];
  samples: SourceRow[];
  warnings: FileInspection['warnings'];
}

/**
 * Divides the first rows of a table into preamble, names and samples.
 * @param headerLine correction by hand; 0 when the file has no names
 * @throws AppError inventory.reading.file_empty, inventory.reading.only_header
 */
export function inspectTable(rows: SourceRow[], headerLine?: number): TableFinding {
  if (!rows.some(isFilled)) throw invalid('inventory.reading.file_empty');
  const header = headerLine === undefined ? recognised(rows) : corrected(rows, headerLine);
  const all = rows.filter((row) => row.line > header.line && isFilled(row));
  if (all.length === 0) throw invalid('inventory.reading.only_header', { line: header.line });

  const samples = all.slice(0, SAMPLE_ROWS);
  const width = Math.max(trimmedWidth(header.cells), frequentWidth(samples));
  const headers = cleanHeaders(header.cells.slice(0, width), width);
  const warnings = [...header.warnings, ...raggedWarnings(samples, width), ...columnWarnings(headers, samples)];
  return { headerLine: header.line, headers, samples, warnings };
}

interface Header {
  line: number;
  cells: string[];
  warnings: FileInspection['warnings'];
}

function recognised(rows: SourceRow[]): Header {
  const { index, certainty } = findHeader(rows);
  const row = rows[index];
  if (!row) return { line: 0, cells: [], warnings: [{ code: 'inventory.reading.no_header', params: {} }] };
  const warnings =
    certainty === 'guessed' ? [{ code: 'inventory.reading.header_guessed', params: { line: row.line } }] : [];
  return { line: row.line, cells: row.cells, warnings };
}

function corrected(rows: SourceRow[], line: number): Header {
  const row = rows.find((one) => one.line === line);
  return { line, cells: row?.cells ?? [], warnings: [] };
}

const isFilled = (row: SourceRow) => row.cells.some((cell) => cell.trim() !== '');

function trimmedWidth(cells: string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}

/** Columns filled in at least one of twenty rows: a stray remark far to the right is no column. */
function frequentWidth(samples: SourceRow[]): number {
  const widths = samples.map((row) => trimmedWidth(row.cells)).sort((a, b) => b - a);
  return widths[Math.floor(samples.length / 20)] ?? 0;
}

function raggedWarnings(samples: SourceRow[], width: number): FileInspection['warnings'] {
  const ragged = samples.filter((row) => trimmedWidth(row.cells) > width);
  const usual = samples.map((row) => row.cells.length).sort((a, b) => a - b)[Math.floor(samples.length / 2)] ?? width;
  const short = samples.filter((row) => row.cells.length < usual && row.cells.length < width);
  const count = ragged.length + short.length;
  const first = [...ragged, ...short].sort((a, b) => a.line - b.line)[0];
  return first && count * 20 > samples.length
    ? [{ code: 'inventory.reading.many_ragged_rows', params: { count, line: first.line } }]
    : [];
}

function columnWarnings(headers: string[], samples: SourceRow[]): FileInspection['warnings'] {
  const isOne =
    headers.length === 1 && countWords(headers) === 0 && !samples.some((row) => row.cells[0]?.includes('@'));
  return isOne ? [{ code: 'inventory.reading.one_column', params: {} }] : [];
}
