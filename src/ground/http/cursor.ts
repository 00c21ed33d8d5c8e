import { invalid } from '../errors/app-error.ts';

type CursorPart = string | number | null;

interface Kinds {
  text: string | null;
  number: number | null;
  /** A UUID. */
  id: string;
}
type PartsOf<K extends readonly (keyof Kinds)[]> = { [I in keyof K]: Kinds[K[I]] };

/** A place in a list that the caller hands back to go on; opaque, not secret. */
export const cursorFrom = (parts: CursorPart[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

/**
 * The parts of a cursor, checked against their kinds; undefined at the start of the list.
 * @throws AppError http.cursor_unreadable
 */
export function pageAfter<const K extends readonly (keyof Kinds)[]>(
  cursor: string | undefined,
  kinds: K,
): PartsOf<K> | undefined {
  if (cursor === undefined || cursor === '') return undefined;
  const parts = decode(cursor);
  if (!Array.isArray(parts) || parts.length !== kinds.length || !kinds.every((kind, i) => FITS[kind](parts[i])))
    throw invalid('http.cursor_unreadable');
  return parts as unknown as PartsOf<K>;
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

const FITS: Record<keyof Kinds, (part: unknown) => boolean> = {
  text: (part) => part === null || typeof part === 'string',
  number: (part) => part === null || typeof part === 'number',
  id: (part) => typeof part === 'string' && UUID.test(part),
};

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
