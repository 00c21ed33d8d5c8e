import type { KeyObject } from 'node:crypto';
import { createHmac } from 'node:crypto';

/** Content hash of a row; keyed, because a row of three short cells could be guessed. */
export const rowHashOf = (key: KeyObject, cells: string[]) =>
  createHmac('sha256', key)
    .update(JSON.stringify(cells.map((cell) => cell.trim())))
    .digest('base64url')
    .slice(0, 27);
