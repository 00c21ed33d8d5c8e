import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Cursor } from './cursor.ts';
import type { Sort } from './types.ts';

interface SortColumn {
  column: string;
  type: string;
  /** The order that the index has; the other direction is the same index read backwards. */
  natural: 'asc' | 'desc';
  mayBeNull: boolean;
}

const COLUMN: Record<Sort, SortColumn> = {
  name: { column: 'sort_name', type: 'text', natural: 'asc', mayBeNull: false },
  last_touch: { column: 'last_touch_at', type: 'timestamptz', natural: 'desc', mayBeNull: true },
  created: { column: 'created_at', type: 'timestamptz', natural: 'desc', mayBeNull: false },
  next_step: { column: 'next_step_on', type: 'date', natural: 'asc', mayBeNull: true },
  erase_on: { column: 'erase_on', type: 'date', natural: 'asc', mayBeNull: false },
};

export interface Order {
  column: RawBuilder<unknown>;
  type: RawBuilder<unknown>;
  direction: 'asc' | 'desc';
  reading: 'forward' | 'backward';
  mayBeNull: boolean;
}

export function orderOf({ sort = 'name', direction }: { sort?: Sort; direction?: 'asc' | 'desc' }): Order {
  const { column, type, natural, mayBeNull } = COLUMN[sort];
  const wanted = direction ?? natural;
  return {
    column: sql.ref(`t.${column}`),
    type: sql.raw(type),
    direction: wanted,
    reading: wanted === natural ? 'forward' : 'backward',
    mayBeNull,
  };
}

interface Place {
  key: RawBuilder<unknown>;
  id: RawBuilder<unknown>;
}

/** Exactly the index forwards or backwards: people without a value are last, or read backwards first. */
export function by({ direction, reading, mayBeNull }: Order, { key, id }: Place): RawBuilder<unknown> {
  const nulls = mayBeNull ? sql.raw(reading === 'forward' ? ' nulls last' : ' nulls first') : sql``;
  return sql`${key} ${sql.raw(direction)}${nulls}, ${id} ${sql.raw(reading === 'forward' ? 'asc' : 'desc')}`;
}

/** What comes after a line of the list. The outer bound lets the index begin there. */
export function afterCursor(
  cursor: Cursor,
  { direction, reading, type, mayBeNull }: Order,
  { key, id }: Place,
): RawBuilder<boolean> {
  const nextId = sql`${id} ${sql.raw(reading === 'forward' ? '>' : '<')} ${cursor.id}::uuid`;
  if (cursor.key === null)
    return reading === 'forward' ? sql`(${key} is null and ${nextId})` : sql`(${key} is not null or ${nextId})`;
  const sign = sql.raw(direction === 'asc' ? '>' : '<');
  const at = sql`${cursor.key}::${type}`;
  const beyond = sql`(${key} ${sign}= ${at} and (${key} ${sign} ${at} or ${nextId}))`;
  return mayBeNull && reading === 'forward' ? sql`(${beyond} or ${key} is null)` : sql`${beyond}`;
}
