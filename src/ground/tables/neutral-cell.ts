/**
 * Spreadsheet programs run a cell that begins with one of these as a formula (also in their full-width forms). The
 * leading apostrophe makes it text. Apostrophes before such a sign get one more, so that nothing is lost on the way back.
 */
const DANGEROUS = /^'*[=+\-@\t\r\n\0＝＋－＠]/u;
const NEUTRALISED = /^'+[=+\-@\t\r\n\0＝＋－＠]/u;

/** @source OWASP, "CSV Injection" */
export const neutraliseCell = (cell: string) => (DANGEROUS.test(cell) ? `'${cell}` : cell);

/** The way back; `restoreCell(neutraliseCell(x)) === x` for every text. */
export const restoreCell = (cell: string) => (cell.startsWith("'") && NEUTRALISED.test(cell) ? cell.slice(1) : cell);
