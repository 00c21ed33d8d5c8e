import { invalid } from '../errors/app-error.ts';

export type CursorPart = string | number | null;

/** A place in a list that the caller hands back to go on; opaque, not secret. */
export const cursorFrom = (parts: CursorPart[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

/**
 * The parts of a cursor, checked against their kinds.
 * @throws AppError http.cursor_unreadable
 */
export function pageAfter(cursor: string | undefined, kinds: ('text' | 'number')[]): CursorPart[] | undefined {
  if (cursor === undefined || cursor === '') return undefined;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parts) && parts.length === kinds.length && parts.every((part, index) => fits(part, kinds[index])))
      return parts as CursorPart[];
  } catch {
    // falls through to the refusal
  }
  throw invalid('http.cursor_unreadable');
}

const fits = (part: unknown, kind: 'text' | 'number' | undefined) =>
  part === null || typeof part === (kind === 'text' ? 'string' : 'number');

/** Cuts one row that was read too many, and says where the next page begins. */
export function cutPage<R>(
  rows: R[],
  limit: number,
  partsOf: (row: R) => CursorPart[],
): { page: R[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, nextCursor: rows.length > limit && last !== undefined ? cursorFrom(partsOf(last)) : null };
}
