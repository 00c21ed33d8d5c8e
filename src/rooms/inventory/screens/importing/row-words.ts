import type { ImportRowView, ImportView } from '../../schema.ts';
import type { TargetField } from '../../types.ts';

type Mapping = Pick<ImportView['mapping'][number], 'column' | 'field'>[];

/** The person's name as the row has it, for rows that nobody was made of. */
export function nameInRow({ name, cells }: Pick<ImportRowView, 'name' | 'cells'>, mapping: Mapping): string {
  if (name) return name;
  const cell = (field: TargetField) =>
    mapping.filter((one) => one.field === field).map(({ column }) => cells?.[column]?.trim() ?? '');
  return [...cell('title'), ...cell('first_name'), ...cell('last_name'), ...cell('full_name')]
    .filter(Boolean)
    .join(' ');
}

/** Problems that can be mended by writing into one cell; each column once. */
export function mendable({ problems, cells }: Pick<ImportRowView, 'problems' | 'cells'>) {
  const columns = new Set(problems.map(({ column }) => column));
  return [...columns]
    .filter((column) => column >= 0 && cells?.[column] !== undefined)
    .map((column) => ({ column, value: cells?.[column] ?? '' }));
}
