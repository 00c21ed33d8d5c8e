import { z } from 'zod';
import { invalid } from '#ground/errors/app-error.ts';

/** The last line of a page: its value in the order, and its id for people with the same value. */
export interface Cursor {
  key: string | null;
  id: string;
}

const shape = z.tuple([z.string().max(400).nullable(), z.union([z.uuid(), z.literal('')])]);

export const writeCursor = ({ key, id }: Cursor): string =>
  Buffer.from(JSON.stringify([key, id])).toString('base64url');

/** @throws AppError talents.cursor_invalid */
export function readCursor(text: string): Cursor {
  const parsed = shape.safeParse(decode(text));
  if (!parsed.success) throw invalid('talents.cursor_invalid');
  return { key: parsed.data[0], id: parsed.data[1] };
}

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
