import { writeXlsx } from '#ground/tables/write-table.ts';
import type { ExportFile, Row } from './table.ts';

/** The rows as one sheet, every cell as text. */
export async function workbook(name: string, sheet: string, rows: readonly Row[]): Promise<ExportFile> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeXlsx(oneByOne(rows), { sheet })) pieces.push(piece);
  return { name, bytes: Buffer.concat(pieces) };
}

async function* oneByOne(rows: readonly Row[]): AsyncGenerator<string[]> {
  for (const row of rows) yield [...row];
}
