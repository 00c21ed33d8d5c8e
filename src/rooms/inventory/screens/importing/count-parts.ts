import type { ImportCounts } from '../../schema.ts';

export const COUNT_KINDS = [
  'created',
  'doubtful',
  'updated',
  'held',
  'rejected',
  'unchanged',
  'suppressed',
  'refused',
  'blank',
] as const;
export type CountKind = (typeof COUNT_KINDS)[number];

const ALWAYS: readonly CountKind[] = ['created', 'updated', 'rejected'];

interface CountPart {
  kind: CountKind;
  /** As the list of rows counts it: who may be here twice is one of the new ones, and named below them. */
  count: number;
  /** Width in the bar, where each row stands once. */
  share: number;
}

/** Zeros only where one looks for them. */
export function countParts(counts: ImportCounts): CountPart[] {
  return COUNT_KINDS.map((kind) => ({ kind, count: counts[kind], share: shareOf(kind, counts) })).filter(
    ({ kind, count }) => count > 0 || ALWAYS.includes(kind),
  );
}

function shareOf(kind: CountKind, counts: ImportCounts): number {
  return kind === 'created' ? Math.max(0, counts.created - counts.doubtful) : counts[kind];
}
