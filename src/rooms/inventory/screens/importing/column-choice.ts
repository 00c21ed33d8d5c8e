import type { ImportView } from '../../schema.ts';

export type MappedColumn = ImportView['mapping'][number];
export type ColumnChoice = Pick<MappedColumn, 'column' | 'field' | 'dateOrder' | 'decimal' | 'scale' | 'words'>;

/** What is sent back for a column when one thing of it changes. */
export function choiceOf({ column, field, dateOrder, decimal, scale, words }: MappedColumn): ColumnChoice {
  return { column, field, dateOrder, decimal, scale, words };
}

/** Questions with two or three answers stand open below the column; all consent columns share one. */
export function needsAnswerBelow(column: MappedColumn, columns: readonly MappedColumn[]): boolean {
  if (column.isSensitive) return false;
  if (column.confidence === 'guessed') return column.reason.code === 'recognition.date_order_open';
  if (column.confidence !== 'ask') return false;
  return column.field === 'application_rating' || column === askedConsents(columns)[0];
}

export const askedConsents = (columns: readonly MappedColumn[]) =>
  columns.filter(({ confidence, field }) => confidence === 'ask' && field.startsWith('consent'));

/** A guess, or a question without a form of its own: looking and saying yes is enough. */
export function mayConfirm(column: MappedColumn, columns: readonly MappedColumn[]): boolean {
  if (needsAnswerBelow(column, columns)) return false;
  return column.confidence === 'guessed' || (column.confidence === 'ask' && !column.field.startsWith('consent'));
}

/** So that a row whose word is unknown can lead to the place where all of them are answered. */
export const wordsButtonId = (column: number) => `words-of-${column}`;
