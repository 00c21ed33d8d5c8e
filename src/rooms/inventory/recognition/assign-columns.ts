import type { ColumnMapping, TargetField } from '../types.ts';
import { GUESSED_FROM, SURE_FROM, type Candidate } from './column-candidates.ts';

/** Fields that several columns may fill. */
const MULTI_VALUED: ReadonlySet<TargetField> = new Set<TargetField>([
  'skip',
  'email',
  'phone',
  'skills',
  'interests',
  'tags',
  'note',
]);

interface OpenColumn {
  column: { column: number; header: string; values: string[] };
  candidates: Candidate[];
}

/**
 * Gives each column its best field, each single-valued field to its best column, highest score first.
 * @param taken fields that are already given away, with the column that has them
 */
export function assignColumns(columns: OpenColumn[], taken: readonly [TargetField, string][]): ColumnMapping[] {
  const holders = new Map(taken.filter(([field]) => !MULTI_VALUED.has(field)));
  const assigned = giveAway(columns, holders);
  for (const { column, candidates } of columns) {
    const [best] = candidates;
    if (best && !assigned.has(column.column))
      assigned.set(column.column, losing(column, holders.get(best.field) ?? ''));
  }
  addLastName(columns, assigned, holders);
  return [...assigned.values()];
}

function giveAway(columns: OpenColumn[], holders: Map<TargetField, string>): Map<number, ColumnMapping> {
  const assigned = new Map<number, ColumnMapping>();
  const offers = columns.flatMap(({ column, candidates }) => candidates.map((candidate) => ({ column, candidate })));
  for (const { column, candidate } of offers.toSorted((a, b) => b.candidate.score - a.candidate.score)) {
    if (assigned.has(column.column) || holders.has(candidate.field)) continue;
    if (!MULTI_VALUED.has(candidate.field)) holders.set(candidate.field, column.header);
    assigned.set(column.column, mappingOf(column, candidate));
  }
  return assigned;
}

function mappingOf({ column, header }: OpenColumn['column'], { field, score, reason }: Candidate): ColumnMapping {
  const confidence = field === 'skip' ? 'dropped' : score >= SURE_FROM ? 'sure' : 'guessed';
  return { column, header, field, confidence, reason, isSensitive: false };
}

function losing({ column, header }: OpenColumn['column'], other: string): ColumnMapping {
  return {
    column,
    header,
    field: 'skip',
    confidence: 'guessed',
    reason: { code: 'recognition.taken', params: { other } },
    isSensitive: false,
  };
}

/** A column of plain words right beside the first names is the family name, whatever it is called. */
function addLastName(
  columns: OpenColumn[],
  assigned: Map<number, ColumnMapping>,
  holders: Map<TargetField, string>,
): void {
  const first = [...assigned.values()].find(({ field }) => field === 'first_name')?.column;
  if (first === undefined || holders.has('last_name') || holders.has('full_name')) return;
  const isFree = ({ column }: OpenColumn['column']) => !assigned.has(column);
  const neighbour = columns.find(
    ({ column }) => Math.abs(column.column - first) === 1 && isFree(column) && holdsNames(column.values),
  );
  if (!neighbour) return;
  const reason = { code: 'recognition.beside_first_name', params: {} };
  assigned.set(
    neighbour.column.column,
    mappingOf(neighbour.column, { field: 'last_name', score: GUESSED_FROM, reason }),
  );
}

function holdsNames(values: string[]): boolean {
  const filled = values.filter((value) => value.trim() !== '');
  return (
    filled.length > 0 &&
    filled.filter((value) => /^\p{L}[\p{L}\s.'’-]{1,40}$/u.test(value.trim())).length >= filled.length * 0.8
  );
}
