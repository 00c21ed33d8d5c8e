import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';

/**
 * Relationships without anybody, as `talent_id, owner_id`: the people of whom `isWithoutOwner` is true. In two halves, because each has an
 * index of its own and Today asks at every look; with an `or` all people would be read.
 */
export const orphanedPeople = (entityIds: string[]): RawBuilder<unknown> => sql`
  select t.id as talent_id, t.owner_id from talents_view t where t.owner_id is null and t.entity_id = any(${entityIds}::uuid[])
  union all
  select t.id, t.owner_id from members gone join talents_view t on t.owner_id = gone.id
  where gone.disabled_at is not null and t.entity_id = any(${entityIds}::uuid[])`;
