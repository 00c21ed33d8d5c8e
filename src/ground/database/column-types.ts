import type { ColumnType } from 'kysely';

/** An instant in UTC. */
export type Timestamp = ColumnType<Date, Date | string, Date | string>;

/** jsonb: read as what was stored, written as text by `JSON.stringify`. */
export type Json = ColumnType<unknown, string, string>;

export type GeneratedTimestamp = ColumnType<Date, Date | string | undefined, Date | string>;
export type GeneratedJson = ColumnType<unknown, string | undefined, string>;
