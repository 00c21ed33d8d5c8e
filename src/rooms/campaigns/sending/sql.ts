import type { RawBuilder } from 'kysely';

/** A condition, ready to stand in a statement. */
export type SQL = RawBuilder<boolean>;
