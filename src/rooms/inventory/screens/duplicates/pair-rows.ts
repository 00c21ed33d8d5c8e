import type { DuplicatePair, DuplicateSide } from '../../schema.ts';

export type Side = 'a' | 'b';
export type MergeField = (typeof ROWS)[number]['merges'][number];
export type Verdict = 'strongly_for' | 'for' | 'open' | 'against';

/** Rows of the comparison: what they show, what the engine compared there, and what is chosen with them. */
const ROWS = [
  { row: 'name', weighs: ['first_name', 'last_name'], merges: ['title', 'first_name', 'last_name'] },
  { row: 'birthName', weighs: [], merges: ['birth_name'] },
  { row: 'emails', weighs: ['email'], merges: [] },
  { row: 'phones', weighs: ['phone'], merges: [] },
  { row: 'birthDate', weighs: ['birth_date'], merges: [] },
  { row: 'place', weighs: ['address'], merges: ['street', 'postcode', 'city', 'country'] },
  { row: 'role', weighs: [], merges: ['role'] },
  { row: 'employer', weighs: ['employer'], merges: ['employer'] },
  { row: 'links', weighs: ['link'], merges: [] },
  { row: 'otherId', weighs: ['other_id'], merges: [] },
  { row: 'lastApplication', weighs: [], merges: [] },
  { row: 'source', weighs: [], merges: [] },
] as const;

export type PairRowName = (typeof ROWS)[number]['row'];

export interface PairRow {
  row: PairRowName;
  a: readonly string[];
  b: readonly string[];
  /** Fields that are taken from one side; empty when both stay. */
  merges: readonly MergeField[];
  /** Undefined where the engine compared nothing. */
  verdict?: Verdict;
  weightBits: number;
  /** How the values agree, strongest first, as words of the engine. */
  levels: { field: string; level: string }[];
}

/** One row per field that at least one side knows or the engine weighed. */
export function pairRows(pair: Pick<DuplicatePair, 'a' | 'b' | 'fields'>): PairRow[] {
  return ROWS.map(({ row, weighs, merges }): PairRow => {
    const weights = pair.fields.filter(
      ({ field, level }) => (weighs as readonly string[]).includes(field) && level !== 'missing',
    );
    const weightBits = weights.reduce((sum, one) => sum + one.weightBits, 0);
    const levels = weights.map(({ field, level }) => ({ field, level }));
    const verdict = weights.length > 0 ? verdictOf(weightBits) : undefined;
    return { row, a: valuesOf(pair.a, row), b: valuesOf(pair.b, row), merges, verdict, weightBits, levels };
  }).filter(({ a, b, verdict }) => a.length > 0 || b.length > 0 || verdict !== undefined);
}

const STRONG_BITS = 6;
const CLEAR_BITS = 1;

/** The weight in words: six bits are odds of 64 to 1. */
export function verdictOf(weightBits: number): Verdict {
  if (weightBits >= STRONG_BITS) return 'strongly_for';
  if (weightBits >= CLEAR_BITS) return 'for';
  return weightBits > -CLEAR_BITS ? 'open' : 'against';
}

function valuesOf(side: DuplicateSide, row: PairRowName): string[] {
  if (row === 'birthDate' || row === 'otherId') return [];
  const value = side[row];
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one !== '');
}

export type Choices = Partial<Record<PairRowName, Side>>;

/** What is kept before anybody chose: the side that knows something, then the fuller name, then the newer record. */
export function firstChoices(pair: Pick<DuplicatePair, 'a' | 'b' | 'fields'>): Choices {
  const newer: Side = pair.b.createdAt > pair.a.createdAt ? 'b' : 'a';
  const rows = pairRows(pair).filter(({ merges }) => merges.length > 0);
  return Object.fromEntries(rows.map((row) => [row.row, preferred(row, newer)]));
}

function preferred({ row, a, b }: PairRow, newer: Side): Side {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? 'b' : 'a';
  const fuller = fullness(a[0]) - fullness(b[0]);
  return row === 'name' && fuller !== 0 ? (fuller > 0 ? 'a' : 'b') : newer;
}

const WRITTEN_OUT: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** Longer names say more; of "Stöckli" and "Stoeckli" the one with its own letters does. */
function fullness(name = ''): number {
  const lower = name.toLowerCase();
  const own = lower.replaceAll(/[ -~]/g, '').length;
  return lower.replaceAll(/[äöüß]/g, (letter) => WRITTEN_OUT[letter] ?? letter).length + own / 100;
}

/** The choices as the server wants them: each field from one side, the older record stays. */
export function mergeBody(pair: Pick<DuplicatePair, 'a' | 'b' | 'fields'>, choices: Choices) {
  const chosen = { ...firstChoices(pair), ...choices };
  const fields: Partial<Record<MergeField, Side>> = {};
  for (const { row, merges } of pairRows(pair)) {
    for (const field of merges) fields[field] = chosen[row] ?? 'a';
  }
  const keep: Side = pair.a.createdAt <= pair.b.createdAt ? 'a' : 'b';
  return { keep, fields };
}
