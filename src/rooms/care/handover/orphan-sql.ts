import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { isWithoutOwner } from '#rooms/talents/index.ts';

/** Relationships without anybody, as `talent_id, owner_id`; the owner, if there is one, works here no more. */
export const orphanedPeople = (entityIds: string[]): RawBuilder<unknown> => sql`
  select t.id as talent_id, t.owner_id from talents_view t where t.entity_id = any(${entityIds}::uuid[]) and ${isWithoutOwner}`;
