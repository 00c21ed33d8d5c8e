import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { notFound } from '#ground/errors/app-error.ts';

/**
 * The person, locked until the transaction ends: two acts on one person follow each other.
 * @throws AppError care.person_missing
 */
export async function lockPerson({ db, actor }: Ctx, talentId: string): Promise<{ entityId: string }> {
  const { rows } = await sql<{ entity_id: string }>`
    select t.entity_id from talents_view t where t.id = ${talentId} and t.entity_id = any(${actor.entityIds}::uuid[])`.execute(
    db,
  );
  const [found] = rows;
  if (!found) throw notFound('care.person_missing');
  await sql`select pg_advisory_xact_lock(hashtextextended(${talentId}, 0))`.execute(db);
  return { entityId: found.entity_id };
}
