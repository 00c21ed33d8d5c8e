import type { SourceRow } from '../types.ts';
import { HEADER_SEARCH_ROWS } from './limits.ts';

interface HeaderFinding {
  /** Index in the rows given; -1 when the file has no column names. */
  index: number;
  certainty: 'sure' | 'guessed';
}

/** Words in column names of German and English exports. They only tell a heading from a value; meaning is recognised later. */
const HEADING_WORDS =
  /(?:^|[^\p{L}])(?:(?:vor|nach|familien|geburts|zu|ruf)?namen?|(?:first|last|given|family|middle|full|sur|maiden)[ _-]?name|anrede|titel|title|salutation|e-?mail(?:s|[ _-]?adresse)?|mail|telefon(?:nummer)?|tel|handy|mobil(?:e|nummer)?|phone|natel|fax|stra(?:ß|ss)e|street|plz|postleitzahl|postcode|zip|ort|wohnort|stadt|city|land|country|kanton|region|adresse|address|firma|arbeitgeber|company|employer|organi[sz]ation|unternehmen|position|funktion|rolle|role|beruf|job|stelle|vakanz|vacancy|requisition|bewerbung(?:s\p{L}+)?|bewerber\p{L}*|candidate|applicant|application|status|stufe|stage|phase|ergebnis|outcome|grund|reason|absage\p{L}*|datum|date|eintritt\p{L}*|austritt\p{L}*|entry|exit|geburtsdatum|birth\p{L}*|id|nr|nummer|number|personalnummer|quelle|source|kanal|kommentar|comment|notiz(?:en)?|notes?|bemerkung\p{L}*|tags?|skills?|f[äa]higkeiten|kenntnisse|sprachen?|language|linkedin|xing|url|website|einwilligung|consent|abteilung|department|team|bewertung|rating|note|rang|rank|platz|geschlecht|gender|alter|age|kontakt\p{L}*|contact|connected|connection|verbunden|erstellt|created|ge[äa]ndert|updated|last|letzte\p{L}*)(?=$|[^\p{L}])/iu;

/** What column names never look like: addresses, links, dates, long numbers. */
const VALUE_SHAPE =
  /@[\w-]+\.|https?:\/\/|^\s*[+(]?\d[\d\s()/.'’,-]{2,}$|\b\d{1,2}\.\d{1,2}\.\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b|^(?:ja|nein|yes|no|true|false|wahr|falsch|herr|frau|mr|mrs|ms)\.?$/iu;

const LONGEST_NAME = 80;

/** Finds the row of the column names below title lines, export dates and blank lines. */
export function findHeader(rows: SourceRow[]): HeaderFinding {
  const searched = rows.slice(0, HEADER_SEARCH_ROWS);
  const width = usualWidth(rows);
  const index = searched.findIndex((row) => filled(row.cells).length >= Math.max(1, Math.ceil(width * 0.6)));
  if (index === -1) return { index: -1, certainty: 'guessed' };

  const named = bestNamed(searched, index, width);
  if (named !== -1) return { index: named, certainty: 'sure' };
  return judgeUnnamed(rows, index);
}

/** Cells filled in most rows: title lines are narrower, rows with gaps do not narrow it. */
function usualWidth(rows: SourceRow[]): number {
  const widths = rows
    .map((row) => filled(row.cells).length)
    .filter((width) => width > 0)
    .sort((a, b) => a - b);
  return widths[Math.floor(widths.length * 0.5)] ?? 0;
}

/** The row with most known words among the first wide ones, if it looks like headings. */
function bestNamed(rows: SourceRow[], from: number, width: number): number {
  const near = rows.map((row, index) => ({ row, index })).slice(Math.max(0, from - 2), from + 5);
  const candidates = near
    .filter(({ row }) => filled(row.cells).length >= Math.max(1, width * 0.5) && looksLikeNames(row.cells))
    .map(({ row, index }) => ({ index, words: countWords(row.cells) }))
    .sort((a, b) => b.words - a.words || a.index - b.index);
  const [best] = candidates;
  const needed = width > 3 ? 2 : 1;
  return best && best.words >= needed ? best.index : -1;
}

/** No known word: names are text that differs in kind from what stands below. */
function judgeUnnamed(rows: SourceRow[], index: number): HeaderFinding {
  const cells = rows[index]?.cells ?? [];
  const below = rows.slice(index + 1, index + 51);
  if (!looksLikeNames(cells)) return { index: -1, certainty: 'sure' };
  const columnsOfValues = cells.filter((_, column) => isColumnOfValues(below, column)).length;
  return columnsOfValues > 0 ? { index, certainty: 'sure' } : { index, certainty: 'guessed' };
}

function isColumnOfValues(rows: SourceRow[], column: number): boolean {
  const values = rows.map((row) => row.cells[column] ?? '').filter((value) => value.trim() !== '');
  return values.length > 0 && values.filter((value) => VALUE_SHAPE.test(value)).length >= values.length * 0.6;
}

export const countWords = (cells: string[]) =>
  cells.filter((cell) => cell.length <= LONGEST_NAME && HEADING_WORDS.test(cell.replaceAll('_', ' '))).length;

/** One name in four may look like a value ("Gespräch 12.03.2024") where known words stand beside it. */
function looksLikeNames(cells: string[]): boolean {
  const names = filled(cells);
  const odd = names.filter((name) => name.length > LONGEST_NAME || VALUE_SHAPE.test(name));
  if (names.length === 0 || odd.some((name) => name.includes('@'))) return false;
  return odd.length === 0 || (odd.length * 4 <= names.length && countWords(cells) >= 3);
}

const filled = (cells: string[]) => cells.filter((cell) => cell.trim() !== '');

/** Column names as the screen shows them: trimmed, one line, never empty; a file without names gets "Spalte 1". */
export function cleanHeaders(cells: string[], width: number): string[] {
  return Array.from({ length: Math.max(width, cells.length) }, (_, column) => {
    const name = (cells[column] ?? '').replaceAll(/\s+/gu, ' ').trim();
    return name === '' ? `Spalte ${column + 1}` : name;
  });
}
