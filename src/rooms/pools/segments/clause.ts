import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';

export type Sql = RawBuilder<boolean>;

/**
 * A condition about `talents t` as SQL. `rows` are rows of another table that belong to the person: joined by the planner when the condition
 * stands alone, and its opposite too.
 */
export type Clause = { plain: Sql } | { rows: RawBuilder<unknown> };

export const plain = (condition: RawBuilder<unknown>): Clause => ({ plain: condition as Sql });
export const rows = (select: RawBuilder<unknown>): Clause => ({ rows: select });

export const holds = (clause: Clause): Sql =>
  'plain' in clause ? sql<boolean>`(${clause.plain})` : sql<boolean>`exists (${clause.rows})`;

/** Also where the condition has no answer, because a fact is missing. */
export const holdsNot = (clause: Clause): Sql =>
  'plain' in clause ? sql<boolean>`(${clause.plain}) is not true` : sql<boolean>`not exists (${clause.rows})`;
