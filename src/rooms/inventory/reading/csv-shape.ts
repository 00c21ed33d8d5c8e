import type { FileFormat, SourceRow } from '../types.ts';
import { parseHead, type CsvDialect } from './csv-records.ts';
import { countWords } from './header-line.ts';

export type Separator = NonNullable<FileFormat['separator']>;
export type Quote = NonNullable<FileFormat['quote']>;

interface CsvShape {
  separator: Separator;
  quote: Quote;
  /** Excel's own `sep=;` in line 1. */
  hasSeparatorLine: boolean;
}

const SEPARATORS = [';', ',', '\t', '|'] as const;
const JUDGED_CHARACTERS = 128 * 1024;
const JUDGED_ROWS = 300;

/** Recognises separator and quotes from the first rows; corrections by hand win. */
export function recogniseShape(text: string, corrections: { separator?: Separator; quote?: Quote }): CsvShape {
  const judged = wholeLines(text);
  const announced = /^sep=([;,|\t])\r?(?:\n|$)/iu.exec(judged)?.[1];
  const quote = corrections.quote ?? recogniseQuote(judged);
  const separator =
    corrections.separator ?? SEPARATORS.find((one) => one === announced) ?? bestSeparator(judged, quote);
  return { separator, quote, hasSeparatorLine: announced !== undefined };
}

function wholeLines(text: string): string {
  if (text.length <= JUDGED_CHARACTERS) return text;
  const end = Math.max(text.lastIndexOf('\n', JUDGED_CHARACTERS), text.lastIndexOf('\r', JUDGED_CHARACTERS));
  return text.slice(0, end === -1 ? JUDGED_CHARACTERS : end + 1);
}

/** Single quotes around cells are rare and look like apostrophes: they count only where double ones never stand. */
function recogniseQuote(text: string): Quote {
  const around = (quote: string) =>
    text.match(new RegExp(`(?:^|[;,|\\t\\n])${quote}[^${quote}\\n]*${quote}(?=[;,|\\t\\r\\n]|$)`, 'gu'))?.length ?? 0;
  return around("'") >= 4 && around('"') === 0 ? "'" : '"';
}

/**
 * The right separator cuts most rows into the same number of cells, and the row of names with them. A tie between
 * "Nachname, Vorname" and ";" is decided by the names.
 */
function bestSeparator(text: string, quote: Quote): Separator {
  const judged = SEPARATORS.map((separator) => ({ separator, points: judge(text, { separator, quote }) }));
  return judged.sort((a, b) => b.points - a.points)[0]?.separator ?? ';';
}

function judge(text: string, dialect: CsvDialect): number {
  const rows = parseHead(text, dialect, { extent: 'whole', firstLine: 1 }).rows.filter(isFilled).slice(0, JUDGED_ROWS);
  const counts = rows.map((row) => row.cells.length);
  const usual = mostFrequent(counts.filter((count) => count > 1));
  if (usual === undefined) return 0;
  const agreeShare = counts.filter((count) => count === usual).length / rows.length;
  const names = Math.max(...rows.slice(0, 40).map((row) => (row.cells.length === usual ? countWords(row.cells) : 0)));
  return agreeShare * agreeShare * (Math.log2(1 + usual) + Math.min(names, 4));
}

function mostFrequent(counts: number[]): number | undefined {
  const frequencies = new Map<number, number>();
  for (const count of counts) frequencies.set(count, (frequencies.get(count) ?? 0) + 1);
  return [...frequencies].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0];
}

const isFilled = (row: SourceRow) => row.cells.some((cell) => cell.trim() !== '');
