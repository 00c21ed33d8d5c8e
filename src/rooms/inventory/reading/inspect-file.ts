import type { FileFormat, FileInspection } from '../types.ts';
import { CV_HEADERS, cvRow } from './cv-row.ts';
import { readFileHead, recogniseKind, type ContentKind } from './file-kind.ts';
import { inspectCsv } from './inspect-csv.ts';
import { inspectWorkbook } from './inspect-workbook.ts';
import type { Inspected } from './inspected.ts';
import { SAMPLE_ROWS } from './limits.ts';
import { readCv } from './read-cv.ts';
import { detectEncoding, readText } from './text-encoding.ts';
import { readCards, VCARD_HEADERS } from './vcard.ts';

/**
 * Looks at a file and says how to read it; every answer can be corrected by hand. Reads the beginning only, and all
 * bytes once for the encoding.
 * @param fileName as the person dropped it; only its ending is used, for a warning
 * @throws AppError inventory.reading.* with a sentence when the file is none we read, is empty or broken
 */
export async function inspectFile(
  path: string,
  fileName: string,
  corrections: Partial<FileFormat> = {},
): Promise<FileInspection> {
  const fileHead = await readFileHead(path);
  const kind = await recogniseKind(path, fileHead);
  const inspection = await INSPECTORS[kind]({ path, fileHead, kind, corrections, fileName });
  return { ...inspection, warnings: [...endingWarnings(fileName, kind), ...inspection.warnings] };
}

const INSPECTORS: Record<ContentKind, (inspected: Inspected) => Promise<FileInspection>> = {
  text: inspectCsv,
  vcard: inspectCards,
  xlsx: inspectWorkbook,
  docx: inspectCv,
  pdf: inspectCv,
};

async function inspectCards({ path, fileHead, corrections }: Inspected): Promise<FileInspection> {
  const finding = await detectEncoding(path, fileHead.head);
  const encoding = corrections.encoding ?? finding.encoding;
  const samples = [];
  for await (const row of readCards(readText(path, encoding))) {
    samples.push(row);
    if (samples.length === SAMPLE_ROWS) break;
  }
  return {
    format: { kind: 'vcard', encoding, headerLine: 0 },
    headers: [...VCARD_HEADERS],
    samples,
    sheets: [],
    warnings: finding.warnings,
  };
}

async function inspectCv({ path, fileName }: Inspected): Promise<FileInspection> {
  const reading = await readCv(path, fileName);
  return {
    format: { kind: 'cv', headerLine: 0 },
    headers: [...CV_HEADERS],
    samples: [cvRow(reading)],
    sheets: [],
    warnings: reading.warnings,
  };
}

const ENDINGS: Record<ContentKind, RegExp> = {
  text: /\.(?:csv|tsv|txt|tab)$/iu,
  vcard: /\.(?:vcf|vcard)$/iu,
  xlsx: /\.(?:xlsx|xlsm|xltx)$/iu,
  docx: /\.(?:docx|docm|dotx)$/iu,
  pdf: /\.pdf$/iu,
};

function endingWarnings(fileName: string, kind: ContentKind): FileInspection['warnings'] {
  const ending = /\.[^.]{1,8}$/u.exec(fileName)?.[0];
  if (ending === undefined || ENDINGS[kind].test(fileName)) return [];
  return [
    {
      code: 'inventory.reading.ending_differs',
      params: { ending, kind: kind === 'text' ? 'CSV' : kind.toUpperCase() },
    },
  ];
}
