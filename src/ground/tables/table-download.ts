import { Readable } from 'node:stream';
import { GERMAN_EXCEL, writeCsv, writeXlsx } from './write-table.ts';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Rows as a file to keep, written while they are read: memory stays flat, whatever their number. */
export function tableDownload(rows: AsyncIterable<string[]>, fileName: string, format: 'csv' | 'xlsx'): Response {
  const bytes = format === 'csv' ? writeCsv(rows, GERMAN_EXCEL) : writeXlsx(rows, { sheet: fileName });
  return new Response(Readable.toWeb(Readable.from(bytes)) as ReadableStream, {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${fileName}.${format}`)}`,
      'cache-control': 'no-store',
    },
  });
}
