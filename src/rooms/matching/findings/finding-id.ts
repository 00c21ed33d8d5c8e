import { createHash } from 'node:crypto';

/** Findings are read anew each time, so their id follows from what they say: the same finding has the same id (RFC 9562, version 8). */
export function findingId(talentId: string, conceptId: string, stance: string): string {
  const hex = createHash('sha256').update(`${talentId} ${conceptId} ${stance}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
