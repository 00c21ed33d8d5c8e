export interface LeftOut {
  code: string;
  count: number;
}

/** Why people get nothing, the largest group first; of the same size in the order of the codes, so that it does not jump. */
export const leftOutOf = (counts: Readonly<Record<string, number>>): LeftOut[] =>
  Object.entries(counts)
    .map(([code, count]) => ({ code, count }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));

export const sumOf = (groups: readonly LeftOut[]): number => groups.reduce((sum, { count }) => sum + count, 0);
