import { invalid } from '#ground/errors/app-error.ts';
import type { FileFormat, SourceRow } from '../types.ts';
import { parseRecords } from './csv-records.ts';
import { cvRow } from './cv-row.ts';
import { restoreCell } from '#ground/tables/neutral-cell.ts';
import { readCv } from './read-cv.ts';
import { readText } from './text-encoding.ts';
import { readCards } from './vcard.ts';
import { readSheetRows } from './xlsx-rows.ts';
import { openWorkbook } from './xlsx-workbook.ts';

/**
 * Rows below the column names, one by one; the file is never in memory as a whole. Blank lines come as rows without
 * filled cells; rows may be shorter or longer than the names. `headerLine` 0 means that the file has no names.
 * Cells that `writeCsv` or `writeXlsx` neutralised are as they were.
 * @throws AppError inventory.reading.* in the middle of reading where the file is broken there, with the line
 */
export async function* readRows(path: string, format: FileFormat): AsyncGenerator<SourceRow> {
  switch (format.kind) {
    case 'csv':
    case 'linkedin':
      yield* readCsvRows(path, format);
      break;
    case 'xlsx':
      yield* readXlsxRows(path, format);
      break;
    case 'vcard':
      yield* readCards(readText(path, format.encoding ?? 'utf-8'));
      break;
    case 'cv':
      yield cvRow(await readCv(path, ''));
      break;
  }
}

async function* readCsvRows(path: string, format: FileFormat): AsyncGenerator<SourceRow> {
  const { separator = ';', quote = '"', encoding = 'utf-8', headerLine } = format;
  const batches = parseRecords(readText(path, encoding), { separator, quote }, Math.max(1, headerLine));
  let isHeaderNext = headerLine > 0;
  for await (const batch of batches) {
    for (const row of batch) {
      if (isHeaderNext || isSeparatorLine(row)) isHeaderNext = false;
      else yield restoreRow(row);
    }
  }
}

/** Excel's own first line `sep=;` is no row of people. */
const isSeparatorLine = ({ line, cells }: SourceRow) => line === 1 && /^sep=.?$/iu.test(cells.join(''));

async function* readXlsxRows(path: string, format: FileFormat): AsyncGenerator<SourceRow> {
  const workbook = await openWorkbook(path);
  const sheet = workbook.sheets.find(({ name }) => name === format.sheet) ?? workbook.sheets[0];
  if (!sheet) throw invalid('inventory.reading.no_worksheet');
  for await (const row of readSheetRows(workbook, sheet)) {
    if (row.line > format.headerLine) yield restoreRow(row);
  }
}

/** The same object: rows are many, and most have nothing to restore. */
export function restoreRow(row: SourceRow): SourceRow {
  for (const [column, cell] of row.cells.entries()) {
    if (cell.startsWith("'")) row.cells[column] = restoreCell(cell);
  }
  return row;
}
