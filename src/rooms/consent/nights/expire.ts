import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';

/**
 * What ended by itself gets its event, once: topics, and grounds of people whom another ground still carries. Who has no ground left is
 * erased and needs none.
 */
export async function expireAnswers({ db, now }: Ctx): Promise<void> {
  const today = now.toISOString().slice(0, 10);
  await sql`
    insert into consent_events (id, talent_id, kind, purpose, topic_id, channel, form, occurred_at)
    select gen_random_uuid(), v.talent_id, 'expired', v.purpose, v.topic_id, v.channel, 'program', ${now}
    from consent_view v where v.purpose = 'newsletter' and v.kind in ('given', 'confirmed') and v.expires_on <= ${today}::date`.execute(
    db,
  );
  await sql`
    with over as (
      update grounds g set ended_at = ${now} where g.ended_at is null and g.erase_on <= ${today}::date
        and exists (select 1 from grounds o where o.talent_id = g.talent_id and o.ended_at is null and o.erase_on > ${today}::date)
      returning g.talent_id, g.purpose, g.basis)
    insert into consent_events (id, talent_id, kind, purpose, channel, form, occurred_at)
    select gen_random_uuid(), o.talent_id, 'expired', o.purpose, 'all', 'program', ${now} from over o
    where o.basis = 'consent' and not exists (select 1 from grounds k where k.talent_id = o.talent_id and k.purpose = o.purpose and k.ended_at is null and k.erase_on > ${today}::date)
    group by o.talent_id, o.purpose`.execute(db);
}

/** Nobody who did not answer is kept as a question, and no proof longer than its claim (NL-6, CO-10). */
export async function forgetWhatIsOver({ db, now }: Ctx): Promise<void> {
  const today = now.toISOString().slice(0, 10);
  await db.deleteFrom('consent_requests').where('answered_at', 'is', null).where('expires_at', '<=', now).execute();
  await db.deleteFrom('sign_ups').where('expires_at', '<=', now).execute();
  await db.deleteFrom('consent_proofs').where('keep_until', '<', today).execute();
}
