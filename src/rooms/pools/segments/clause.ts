import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';

export type Sql = RawBuilder<boolean>;

/**
 * A condition about `talents t` as SQL. `rows` are rows of another table that belong to the person, of which there must be some or none:
 * the planner joins them where the condition stands alone.
 */
export type Clause = { plain: Sql } | { rows: RawBuilder<unknown>; must: 'be' | 'not_be' };

export const plain = (condition: RawBuilder<unknown>): Clause => ({ plain: condition as Sql });
export const rows = (select: RawBuilder<unknown>): Clause => ({ rows: select, must: 'be' });
export const noRows = (select: RawBuilder<unknown>): Clause => ({ rows: select, must: 'not_be' });

export function holds(clause: Clause): Sql {
  if ('plain' in clause) return sql<boolean>`(${clause.plain})`;
  return clause.must === 'be' ? isThere(clause.rows) : isNotThere(clause.rows);
}

/** Also where the condition has no answer, because a fact is missing. */
export function holdsNot(clause: Clause): Sql {
  if ('plain' in clause) return sql<boolean>`(${clause.plain}) is not true`;
  return clause.must === 'be' ? isNotThere(clause.rows) : isThere(clause.rows);
}

const isThere = (select: RawBuilder<unknown>): Sql => sql<boolean>`exists (${select})`;
const isNotThere = (select: RawBuilder<unknown>): Sql => sql<boolean>`not exists (${select})`;
