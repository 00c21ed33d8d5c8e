import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { notFound } from '#ground/errors/app-error.ts';

export interface Addressed {
  id: string;
  entity_id: string;
  title: string | null;
  first_name: string;
  last_name: string;
  language: 'de' | 'en';
  form: 'formal' | 'informal';
  country_profile: string;
  /** As it is written, and as it is compared; null where no address works. */
  address: string | null;
  normal_form: string | null;
}

/** Somebody whom the actor may see. Who speaks neither language is written to in German. @throws AppError talents.not_found */
export async function findAddressed({ db, actor }: Ctx, talentId: string): Promise<Addressed> {
  const { rows } = await sql<Addressed>`
    select t.id, t.entity_id, t.title, t.first_name, t.last_name, case when t.language = 'en' then 'en' else 'de' end as language,
      case when t.address_form = 'du' then 'informal' else 'formal' end as form, e.country_profile, a.value as address, a.normal_form
    from talents t join entities e on e.id = t.entity_id
    left join lateral (select d.value, d.normal_form from talent_addresses d where d.talent_id = t.id and d.kind = 'email' and d.bounced_at is null
      order by d.is_primary desc, d.created_at, d.id limit 1) a on true
    where t.id = ${talentId}::uuid and t.entity_id = any(${actor.entityIds}::uuid[]) and t.deleted_at is null`.execute(
    db,
  );
  const [person] = rows;
  if (!person) throw notFound('talents.not_found');
  return person;
}
