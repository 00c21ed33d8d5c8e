import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';

/**
 * Relationships without anybody, as `talent_id, owner_id`: the owner works here no more, or somebody is in a Boutique pool and has no owner.
 * Found from the few who left and the few pools, never from all people.
 */
export const orphanedPeople = (entityIds: string[]): RawBuilder<unknown> => sql`
  select t.id as talent_id, t.owner_id from members gone join talents_view t on t.owner_id = gone.id
  where gone.disabled_at is not null and t.entity_id = any(${entityIds}::uuid[])
  union
  select v.talent_id, t.owner_id from pools_view v join talents_view t on t.id = v.talent_id and t.owner_id is null
  where v.mode = 'boutique' and v.entity_id = any(${entityIds}::uuid[])`;
