import type { Ctx } from '#ground/context.ts';
import { conflict, notFound } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/index.ts';

export interface RoleFamily {
  id: string;
  name: string;
}

export async function listFamilies({ db, actor }: Ctx): Promise<RoleFamily[]> {
  allow(actor, 'demand.read');
  return db
    .selectFrom('role_families')
    .select(['id', 'name'])
    .where('entity_id', 'in', actor.entityIds)
    .orderBy('name')
    .limit(500)
    .execute();
}

/** @throws AppError demand.family_name_taken */
export async function addFamily({ db, actor, now }: Ctx, name: string): Promise<RoleFamily> {
  allow(actor, 'demand.write');
  const made = await db
    .insertInto('role_families')
    .values({ id: newId(now.getTime()), entity_id: actor.entityIds[0] ?? '', name, created_at: now })
    .onConflict((on) => on.doNothing())
    .returning(['id', 'name'])
    .executeTakeFirst();
  if (!made) throw conflict('demand.family_name_taken', { name });
  return made;
}

/** @throws AppError demand.family_not_found, demand.family_name_taken */
export async function renameFamily({ db, actor }: Ctx, familyId: string, name: string): Promise<RoleFamily> {
  allow(actor, 'demand.write');
  const taken = await db
    .selectFrom('role_families')
    .select('id')
    .where('entity_id', 'in', actor.entityIds)
    .where('id', '<>', familyId)
    .where((where) => where(where.fn('lower', ['name']), '=', name.toLowerCase()))
    .executeTakeFirst();
  if (taken) throw conflict('demand.family_name_taken', { name });
  const renamed = await db
    .updateTable('role_families')
    .set({ name })
    .where('id', '=', familyId)
    .where('entity_id', 'in', actor.entityIds)
    .returning(['id', 'name'])
    .executeTakeFirst();
  if (!renamed) throw notFound('demand.family_not_found');
  return renamed;
}
