import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict, notFound } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/permissions.ts';
import { findPerson } from '../answers/queries.ts';
import type { CountryProfile } from '../periods.ts';
import { preferenceLink } from '../preferences/link.ts';
import { writingFor } from '../requests/wording.ts';
import { NOTICE_VERSION, noticeFor } from './notice.ts';

/** The notice as it would stand in the first message to this person, with the address of their own page. @throws AppError consent.person_not_found */
export async function getNotice(
  ctx: Ctx,
  talentId: string,
  language: 'de' | 'en' | undefined,
): Promise<{ text: string; version: string; link: string }> {
  allow(ctx.actor, 'consent.read');
  const person = await findPerson(ctx, talentId);
  if (!person) throw notFound('consent.person_not_found');
  const facts = await readNoticeFacts(ctx, talentId);
  const text = noticeFor({
    language: writingFor(language ?? person.language, person.country_profile),
    addressForm: person.address_form,
    company: person.company,
    countryProfile: person.country_profile as CountryProfile,
    eraseOn: person.erase_on,
    ...facts,
  });
  return { text, version: NOTICE_VERSION, link: await preferenceLink(ctx, talentId) };
}

interface NoticeRow {
  grounds: { purpose: string; basis: string; source: string; eraseOn: string; interest: string | null }[];
  data_types: string[];
  contact: { name: string; address: string } | null;
}

async function readNoticeFacts({ db, actor }: Ctx, talentId: string) {
  const { rows } = await sql<NoticeRow>`
    select coalesce((select jsonb_agg(jsonb_build_object('purpose', g.purpose, 'basis', g.basis, 'source', g.source, 'eraseOn', g.erase_on, 'interest', a.purpose) order by g.created_at)
        from grounds g left join interest_assessments a on a.id = g.assessment_id where g.talent_id = t.id and g.ended_at is null), '[]') as grounds,
      array_remove(array['name',
        case when exists (select 1 from talent_addresses a where a.talent_id = t.id) then 'addresses' end,
        case when t.role is not null or t.employer is not null then 'work' end,
        case when exists (select 1 from career_stations s where s.talent_id = t.id) then 'stations' end,
        case when exists (select 1 from applications p where p.talent_id = t.id) then 'applications' end,
        case when exists (select 1 from talent_skills k where k.talent_id = t.id) then 'skills' end,
        case when exists (select 1 from notes n where n.talent_id = t.id) then 'notes' end,
        case when exists (select 1 from touchpoints c where c.talent_id = t.id) then 'contacts' end,
        case when exists (select 1 from talent_files f where f.talent_id = t.id) then 'files' end], null) as data_types,
      (select jsonb_build_object('name', m.name, 'address', m.email) from members m join member_entities e on e.member_id = m.id and e.entity_id = t.entity_id
        where m.role in ('privacy_officer', 'administrator') and m.disabled_at is null order by m.role desc, m.created_at limit 1) as contact
    from talents t where t.id = ${talentId}::uuid and t.entity_id = any(${actor.entityIds}::uuid[])`.execute(db);
  const [row] = rows;
  if (!row?.contact) throw conflict('consent.privacy_contact_missing');
  return { grounds: row.grounds, dataTypes: row.data_types, privacyContact: row.contact };
}

/** Somebody of the team gave or sent the notice. @throws AppError consent.person_not_found, consent.nothing_to_tell */
export async function markInformedOf(
  ctx: Ctx,
  talentId: string,
  how: 'first_message' | 'in_person' | 'letter',
): Promise<void> {
  allow(ctx.actor, 'consent.write');
  await inTransaction(ctx, async (ctx) => {
    if (!(await findPerson(ctx, talentId))) throw notFound('consent.person_not_found');
    const told = await ctx.db
      .updateTable('information_duties')
      .set({ informed_at: ctx.now, informed_by: ctx.actor.memberId, how, notice_version: NOTICE_VERSION })
      .where('talent_id', '=', talentId)
      .where('informed_at', 'is', null)
      .returning('talent_id')
      .executeTakeFirst();
    if (!told) throw conflict('consent.nothing_to_tell');
    await record(ctx, {
      action: 'consent.informed',
      subjectKind: 'talent',
      subjectIds: [talentId],
      details: { how, version: NOTICE_VERSION },
    });
  });
}
