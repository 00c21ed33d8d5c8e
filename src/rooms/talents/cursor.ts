import { cursorFrom, pageAfter } from '#ground/http/cursor.ts';

/** The last line of a page: its value in the order, and its id for people with the same value. */
export interface Cursor {
  key: string | null;
  id: string;
}

export const writeCursor = ({ key, id }: Cursor): string => cursorFrom([key, id]);

/** @throws AppError http.cursor_unreadable */
export function readCursor(text: string | undefined): Cursor | undefined {
  const [key, id] = pageAfter(text, ['text', 'id']) ?? [];
  return key === undefined || id === undefined ? undefined : { key, id };
}
