import type { CheckResult, ImportCounts } from '../schema.ts';
import type { CellProblem } from '../types.ts';
import type { ImportRowRecord } from './outcomes.ts';
import type { RowPlan } from './plan.ts';
import type { PreparedRow } from './rows.ts';

export const noCounts = (): ImportCounts => ({
  created: 0,
  updated: 0,
  unchanged: 0,
  held: 0,
  rejected: 0,
  suppressed: 0,
  refused: 0,
  doubtful: 0,
  blank: 0,
});

export function addCounts(a: ImportCounts, b: ImportCounts): ImportCounts {
  const sum = noCounts();
  for (const name of Object.keys(sum) as (keyof ImportCounts)[]) sum[name] = (a[name] ?? 0) + (b[name] ?? 0);
  return sum;
}

/** What became of a batch that was written. */
export function countsOf(batch: PreparedRow[], plans: RowPlan[], outcomes: ImportRowRecord[]): ImportCounts {
  const counts = noCounts();
  for (const { outcome } of outcomes) counts[outcome] += 1;
  counts.blank = batch.filter(({ reading }) => reading.kind === 'blank').length;
  counts.doubtful = plans.filter((plan) => plan.kind === 'create' && plan.isDoubtful).length;
  return counts;
}

export const OUTCOME_OF: Record<
  RowPlan['kind'],
  'created' | 'updated' | 'unchanged' | 'held' | 'suppressed' | 'refused'
> = {
  create: 'created',
  update: 'updated',
  unchanged: 'unchanged',
  hold: 'held',
  suppressed: 'suppressed',
  refused: 'refused',
};

type PlanOfPerson = Extract<RowPlan, { classifications: unknown }>;

/** Adds up what a dry run finds; kinds of problems are counted, not collected, so memory stays flat. */
export function tally() {
  const counts = noCounts();
  const segments: Record<string, number> = {};
  const bases = new Map<string, CheckResult['bases'][number]>();
  const problems = new Map<string, CheckResult['problems'][number]>();

  function addRows(rows: PreparedRow[]) {
    for (const { reading } of rows) {
      if (reading.kind === 'blank') counts.blank += 1;
      else for (const problem of reading.problems) addProblem(problem, reading.line);
      if (reading.kind === 'rejected') counts.rejected += 1;
    }
  }

  function addProblem({ code, severity, field }: CellProblem, line: number) {
    const key = `${code}:${severity}:${field}`;
    const known = problems.get(key) ?? { code, severity, field, count: 0, line };
    problems.set(key, { ...known, count: known.count + 1 });
  }

  /** @param unchangedLines rows about people who are here that say nothing new */
  function addPlans(plans: RowPlan[], unchangedLines: ReadonlySet<number>) {
    for (const plan of plans) {
      counts[unchangedLines.has(plan.line) ? 'unchanged' : OUTCOME_OF[plan.kind]] += 1;
      if (!('classifications' in plan)) continue;
      addSegments(plan);
      addBase(plan);
      if (plan.kind === 'create' && plan.isDoubtful) counts.doubtful += 1;
    }
  }

  function addSegments({ classifications }: PlanOfPerson) {
    const names = classifications.length === 0 ? ['other'] : classifications.map(({ segment }) => segment);
    for (const name of names) segments[name] = (segments[name] ?? 0) + 1;
  }

  function addBase({ kind, legalSegment }: PlanOfPerson) {
    const base = bases.get(legalSegment) ?? { legalSegment, people: 0, kept: 0, held: 0 };
    base.people += 1;
    base[kind === 'hold' ? 'held' : 'kept'] += 1;
    bases.set(legalSegment, base);
  }

  const result = (): CheckResult => ({
    counts,
    segments,
    bases: [...bases.values()].sort((a, b) => b.people - a.people),
    problems: [...problems.values()].sort((a, b) => b.count - a.count).slice(0, 100),
  });

  return { addRows, addPlans, result };
}
