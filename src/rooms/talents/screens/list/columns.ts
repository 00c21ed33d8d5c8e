import { COLUMNS } from '../../schema-many.ts';
import type { Sort } from '../../types.ts';

export type ColumnName = (typeof COLUMNS)[number];
export interface ShownColumn {
  name: ColumnName;
  /** Px; the column's own width when it is left out. */
  width?: number;
}

interface ColumnFacts {
  /** Px */
  width: number;
  narrowest: number;
  sort?: Sort;
  /** The line has one width, so that all rows share its axis. */
  isFixed?: true;
}

/** Columns of the list. The name always stands first and stays in view; `created` is an order, not a column. */
export const COLUMN_FACTS: Record<Exclude<ColumnName, 'created'>, ColumnFacts> = {
  role: { width: 200, narrowest: 80 },
  employer: { width: 170, narrowest: 80 },
  city: { width: 120, narrowest: 70 },
  permissions: { width: 140, narrowest: 108 },
  line: { width: 250, narrowest: 250, isFixed: true },
  warmth: { width: 70, narrowest: 62 },
  last_touch: { width: 150, narrowest: 116, sort: 'last_touch' },
  next_step: { width: 124, narrowest: 118, sort: 'next_step' },
  stage: { width: 108, narrowest: 90 },
  owner: { width: 56, narrowest: 52 },
  segments: { width: 150, narrowest: 80 },
  tags: { width: 150, narrowest: 80 },
  erase_on: { width: 120, narrowest: 80, sort: 'erase_on' },
};

type Offered = keyof typeof COLUMN_FACTS;
export const OFFERED = Object.keys(COLUMN_FACTS) as Offered[];
export const WIDEST = 800;

export const USUAL_COLUMNS: readonly ShownColumn[] = (
  ['permissions', 'line', 'warmth', 'last_touch', 'next_step', 'stage', 'owner'] as const
).map((name) => ({ name }));

export const isOffered = (name: ColumnName): name is Offered => name !== 'created';

/** From the address: `line,owner,city*180`. Undefined when nothing usable is there: then the usual ones are shown. */
export function shownColumnsOf(given: unknown): ShownColumn[] | undefined {
  const entries = typeof given === 'string' ? given.split(',') : Array.isArray(given) ? given : [];
  const columns = entries.map(readColumn).filter((column) => column !== undefined);
  const seen = new Set<string>();
  const unique = columns.filter(({ name }) => !seen.has(name) && seen.add(name));
  return unique.length > 0 ? unique : undefined;
}

function readColumn(entry: unknown): ShownColumn | undefined {
  const [name, width] =
    typeof entry === 'string'
      ? entry.split('*')
      : typeof entry === 'object' && entry !== null
        ? [(entry as ShownColumn).name, (entry as ShownColumn).width]
        : [];
  const known = OFFERED.find((column) => column === name);
  if (!known) return undefined;
  const wanted = Number(width);
  return Number.isFinite(wanted) && wanted > 0 ? { name: known, width: bounded(known, wanted) } : { name: known };
}

const bounded = (name: Offered, width: number) =>
  Math.round(Math.min(WIDEST, Math.max(COLUMN_FACTS[name].narrowest, width)));

export const writtenColumns = (columns: readonly ShownColumn[]) =>
  columns.map(({ name, width }) => (width === undefined ? { name } : { name, width }));

/** Px */
export const widthOf = ({ name, width }: ShownColumn): number =>
  isOffered(name) ? (COLUMN_FACTS[name].isFixed ? COLUMN_FACTS[name].width : (width ?? COLUMN_FACTS[name].width)) : 0;

/** A column that nobody has sized gives way on a narrow screen, down to its narrowest. */
export const trackOf = (column: ShownColumn): string => {
  const width = widthOf(column);
  const narrowest = isOffered(column.name) && column.width === undefined ? COLUMN_FACTS[column.name].narrowest : width;
  return narrowest < width ? `minmax(${narrowest}px, ${width}px)` : `${width}px`;
};

export const moved = (columns: readonly ShownColumn[], from: number, to: number): ShownColumn[] => {
  const target = Math.min(columns.length - 1, Math.max(0, to));
  const column = columns[from];
  if (!column) return [...columns];
  const others = columns.filter((_, i) => i !== from);
  return [...others.slice(0, target), column, ...others.slice(target)];
};

export const resized = (columns: readonly ShownColumn[], name: ColumnName, width: number): ShownColumn[] =>
  columns.map((column) => (column.name === name && isOffered(name) ? { name, width: bounded(name, width) } : column));

export const turned = (columns: readonly ShownColumn[], name: ColumnName): ShownColumn[] =>
  columns.some((column) => column.name === name)
    ? columns.filter((column) => column.name !== name)
    : [...columns, { name }];
