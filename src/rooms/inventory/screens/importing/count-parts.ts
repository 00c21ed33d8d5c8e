import type { ImportCounts } from '../../schema.ts';

export const COUNT_KINDS = [
  'created',
  'updated',
  'doubtful',
  'held',
  'rejected',
  'unchanged',
  'suppressed',
  'refused',
  'blank',
] as const;
export type CountKind = (typeof COUNT_KINDS)[number];

const ALWAYS: readonly CountKind[] = ['created', 'updated', 'rejected'];

/** Each row counted once: who may be here twice is taken out of the new ones. Zeros only where one looks for them. */
export function countParts(counts: ImportCounts): { kind: CountKind; count: number }[] {
  const once = { ...counts, created: Math.max(0, counts.created - counts.doubtful) };
  return COUNT_KINDS.map((kind) => ({ kind, count: once[kind] })).filter(
    ({ kind, count }) => count > 0 || ALWAYS.includes(kind),
  );
}
