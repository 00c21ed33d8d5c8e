import type { FileFormat, FileInspection } from '../types.ts';
import { parseHead } from './csv-records.ts';
import { recogniseShape } from './csv-shape.ts';
import type { Inspected } from './inspected.ts';
import { restoreRow } from './read-rows.ts';
import { inspectTable } from './table-inspection.ts';
import { detectEncoding } from './text-encoding.ts';

/** @throws AppError inventory.reading.quote_not_closed, line_too_long, file_empty, only_header */
export async function inspectCsv({ path, fileHead, corrections }: Inspected): Promise<FileInspection> {
  const finding = await detectEncoding(path, fileHead.head);
  const encoding = corrections.encoding ?? finding.encoding;
  const text = new TextDecoder(encoding).decode(fileHead.head, { stream: true });
  const shape = recogniseShape(text, corrections);

  const firstLine = corrections.headerLine || (shape.hasSeparatorLine ? 2 : 1);
  const extent = fileHead.sizeBytes > fileHead.head.length ? 'head' : 'whole';
  const { rows, trouble } = parseHead(text, shape, { extent, firstLine });
  if (trouble) throw trouble;

  const { headerLine, headers, samples, warnings } = inspectTable(rows.map(restoreRow), corrections.headerLine);
  const kind = isLinkedin(headers) ? 'linkedin' : 'csv';
  const { separator, quote } = shape;
  const format: FileFormat = { kind, encoding, separator, quote, headerLine };
  return { format, headers, samples, sheets: [], warnings: [...finding.warnings, ...warnings] };
}

const LINKEDIN_NAMES = [
  ['First Name', 'Last Name', 'Connected On'],
  ['Vorname', 'Nachname', 'Verbunden am'],
  ['Vorname', 'Nachname', 'Connected On'],
];

/** LinkedIn's own Connections.csv, with or without its notes above the names. */
function isLinkedin(headers: string[]): boolean {
  return LINKEDIN_NAMES.some((names) => names.every((name) => headers.includes(name)));
}
