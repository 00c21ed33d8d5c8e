import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Actor, Ctx } from '#ground/context.ts';
import { forbidden, notFound } from '#ground/errors/app-error.ts';
import { may } from '#rooms/accounts/index.ts';

/** What of a person the reader may see (AZ-2). What is hidden is absent in answers, and no way to search, sort or filter by. */
export interface Sight {
  contact: boolean;
  notes: boolean;
}

export const sightOf = (actor: Actor): Sight => ({
  contact: may(actor, 'talents.read_contact_data'),
  notes: may(actor, 'talents.read_notes'),
});

/** @throws AppError talents.field_hidden */
export function refuseHidden(field: string): never {
  throw forbidden('talents.field_hidden', { field });
}

/** The condition of every query: own entities, and not in the bin. `t` is the table or its alias. */
export const visible = (actor: Actor, alias = 't'): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(`${alias}.entity_id`)} = any(${actor.entityIds}::uuid[]) and ${sql.ref(`${alias}.deleted_at`)} is null`;

/** Somebody else's person and nobody look the same. */
export const nobody = () => notFound('talents.not_found');

export interface TalentRecord {
  id: string;
  entity_id: string;
  version: number;
  stage: string;
  first_name: string;
  last_name: string;
  country: string | null;
  next_step: string | null;
  next_step_on: string | null;
}

/**
 * The person, locked against other writers until the transaction ends.
 * @throws AppError talents.not_found
 */
export async function lockTalent({ db, actor }: Ctx, talentId: string): Promise<TalentRecord> {
  const { rows } = await sql<TalentRecord>`
    select t.id, t.entity_id, t.version, t.stage, t.first_name, t.last_name, t.country, t.next_step, t.next_step_on
    from talents t where t.id = ${talentId} and ${visible(actor)} for update`.execute(db);
  const [found] = rows;
  if (!found) throw nobody();
  return found;
}

/** @throws AppError talents.not_found */
export async function mustSee({ db, actor }: Ctx, talentId: string): Promise<void> {
  const { rows } = await sql`select 1 from talents t where t.id = ${talentId} and ${visible(actor)}`.execute(db);
  if (rows.length === 0) throw nobody();
}

/** All conditions together. */
export const all = (conditions: RawBuilder<boolean>[]): RawBuilder<boolean> =>
  sql<boolean>`${sql.join(conditions, sql` and `)}`;
