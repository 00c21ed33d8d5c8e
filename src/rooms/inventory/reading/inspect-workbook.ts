import { invalid } from '#ground/errors/app-error.ts';
import type { FileInspection, SourceRow } from '../types.ts';
import { countWords } from './header-line.ts';
import type { Inspected } from './inspected.ts';
import { HEADER_SEARCH_ROWS, SAMPLE_ROWS } from './limits.ts';
import { mergedHeader } from './merged-header.ts';
import { restoreRow } from './read-rows.ts';
import { inspectTable } from './table-inspection.ts';
import { readMerges, readSheetRows } from './xlsx-rows.ts';
import { openWorkbook, type Workbook, type Worksheet } from './xlsx-workbook.ts';

/** @throws AppError inventory.reading.archive_damaged, archive_too_large, no_worksheet, file_empty, only_header */
export async function inspectWorkbook({ path, corrections }: Inspected): Promise<FileInspection> {
  const workbook = await openWorkbook(path);
  const sheet = workbook.sheets.find(({ name }) => name === corrections.sheet) ?? (await sheetOfPeople(workbook));
  const wanted = Math.max(corrections.headerLine ?? 0, HEADER_SEARCH_ROWS) + SAMPLE_ROWS;
  const rows = await firstRows(workbook, sheet, wanted);

  const recognised = inspectTable(rows, corrections.headerLine);
  const merged = mergedHeader({ rows, merges: await readMerges(workbook, sheet), headerLine: recognised.headerLine });
  const table = merged ? inspectTable(withHeader(rows, merged), merged.line) : recognised;
  const kept = corrections.headerLine === undefined ? table : recognised;
  return {
    format: { kind: 'xlsx', sheet: sheet.name, headerLine: kept.headerLine },
    headers: kept.headers,
    samples: kept.samples,
    sheets: workbook.sheets.map(({ name }) => name),
    warnings: kept.warnings,
  };
}

function withHeader(rows: SourceRow[], header: SourceRow): SourceRow[] {
  return rows.map((row) => (row.line === header.line ? header : row));
}

async function firstRows(workbook: Workbook, sheet: Worksheet, count: number): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const row of readSheetRows(workbook, sheet)) {
    rows.push(restoreRow(row));
    if (rows.length === count) break;
  }
  return rows;
}

/** The visible sheet with most known names and people below them; legends and pivot tables have few. */
async function sheetOfPeople(workbook: Workbook): Promise<Worksheet> {
  let best: { sheet: Worksheet; points: number } | undefined;
  for (const sheet of workbook.sheets) {
    const points = judge(sheet, await firstRows(workbook, sheet, HEADER_SEARCH_ROWS));
    if (!best || points > best.points) best = { sheet, points };
  }
  if (!best) throw invalid('inventory.reading.no_worksheet');
  return best.sheet;
}

function judge(sheet: Worksheet, rows: SourceRow[]): number {
  const names = Math.max(0, ...rows.map((row) => Math.min(countWords(row.cells), 12)));
  const people = rows.filter((row) => row.cells.some((cell) => cell.includes('@'))).length;
  const size = rows.length === 0 ? 0 : Math.log2(rows.length);
  return (names * 3 + Math.min(people, 20) + size) * (sheet.isHidden ? 0.1 : 1);
}
