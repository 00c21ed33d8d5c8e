import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';

/**
 * SQL about a talent `t`: nobody looks after this person, because there never was an owner or the owner works here no more.
 * The list and the closing page of an import mean the same by "without an owner", so that their numbers agree.
 */
export const isWithoutOwner: RawBuilder<boolean> = sql<boolean>`(t.owner_id is null or t.owner_id in (select gone.id from members gone where gone.disabled_at is not null))`;
