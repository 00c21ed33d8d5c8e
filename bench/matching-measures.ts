/** How well one ranking did. Places count from 1. */
export interface Judged {
  reciprocalRank: number;
  averagePrecision: number;
  /** Share of the relevant ones among the first k, of as many as can stand there. */
  rPrecisionAt: Record<1 | 5 | 10, number>;
  /** 1 where a relevant one stands among the first k. */
  successAt: Record<1 | 5 | 10, number>;
}

const DEPTHS = [1, 5, 10] as const;

export function judge(ranking: readonly string[], relevant: ReadonlySet<string>): Judged {
  let reciprocalRank = 0;
  let sum = 0;
  let hits = 0;
  const hitsAt = { 1: 0, 5: 0, 10: 0 };
  for (const [at, id] of ranking.entries()) {
    if (!relevant.has(id)) continue;
    hits += 1;
    reciprocalRank ||= 1 / (at + 1);
    sum += hits / (at + 1);
    for (const depth of DEPTHS) if (at < depth) hitsAt[depth] += 1;
  }
  const of = (measure: (depth: 1 | 5 | 10) => number) => ({ 1: measure(1), 5: measure(5), 10: measure(10) });
  return {
    reciprocalRank,
    averagePrecision: relevant.size === 0 ? 0 : sum / relevant.size,
    rPrecisionAt: of((depth) => hitsAt[depth] / Math.min(depth, relevant.size)),
    successAt: of((depth) => Math.min(1, hitsAt[depth])),
  };
}

export const mean = (values: readonly number[]) =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

export const rounded = (value: number, digits = 4) => Number(value.toFixed(digits));
