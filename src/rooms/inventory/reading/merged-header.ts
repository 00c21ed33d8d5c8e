import type { SourceRow } from '../types.ts';
import type { Merge } from './xlsx-rows.ts';

interface MergedHeaderInput {
  rows: SourceRow[];
  merges: Merge[];
  /** The row recognised as names: the upper or the lower of two. */
  headerLine: number;
}

/**
 * Names in two rows: groups above ("Kontakt" over three columns), names below. The lower row counts; where it is empty
 * the name stands above, merged downwards; where the same name stands twice, its group comes first: "Privat Telefon".
 * @returns undefined when the names stand in one row
 */
export function mergedHeader({ rows, merges, headerLine }: MergedHeaderInput): SourceRow | undefined {
  const lines = [headerLine, headerLine - 1];
  const topLine = lines.find((line) => line > 0 && isGroupLine(line, rows, merges));
  if (topLine === undefined) return undefined;
  const top = rows.find((row) => row.line === topLine)?.cells ?? [];
  const bottom = rows.find((row) => row.line === topLine + 1)?.cells ?? [];
  const width = Math.max(top.length, bottom.length);
  const cells = Array.from({ length: width }, (_, column) => {
    const name = bottom[column]?.trim() ?? '';
    if (name === '') return top[column] ?? '';
    const isTwice = bottom.filter((other) => other.trim() === name).length > 1;
    return isTwice ? `${groupOf(column, topLine, top, merges)} ${name}`.trim() : name;
  });
  return { line: topLine + 1, cells };
}

/** A title over the whole table is merged too, but alone in its row: groups are at least two. */
function isGroupLine(line: number, rows: SourceRow[], merges: Merge[]): boolean {
  const top = rows.find((row) => row.line === line)?.cells ?? [];
  const bottom = rows.find((row) => row.line === line + 1)?.cells ?? [];
  const groups = merges.filter((merge) => merge.top === line && merge.bottom === line && merge.right > merge.left);
  const isNamed = groups.some(({ left, right }) => bottom.slice(left, right + 1).every((cell) => isName(cell)));
  return isNamed && top.filter((cell) => cell.trim() !== '').length > 1;
}

const isName = (cell: string) => cell.trim() !== '' && cell.length <= 80 && !/@|\d{3}/u.test(cell);

function groupOf(column: number, line: number, top: string[], merges: Merge[]): string {
  const group = merges.find((merge) => merge.top === line && merge.left <= column && column <= merge.right);
  return top[group?.left ?? column]?.trim() ?? '';
}
