import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { takeBackGrounds } from './service.ts';

const originOf = (mergeId: string) => `merge:${mergeId}`;

/**
 * Two records turned out to be one human: what that human agreed to under the other record counts for the one that stays. Events and
 * grounds are copied, so that both records can be taken apart, or one of them erased, without the other.
 * @returns the erase-on date of the kept record
 */
export async function shareGrounds(
  { db, now }: Ctx,
  { keptId, goneId, mergeId }: { keptId: string; goneId: string; mergeId: string },
): Promise<string | undefined> {
  await sql`
    with shared as (
      select g.*, gen_random_uuid() as ground_copy, case when g.consent_event_id is not null then gen_random_uuid() end as event_copy
      from grounds g where g.talent_id = ${goneId} and g.ended_at is null
        and not exists (select 1 from grounds k where k.talent_id = ${keptId} and k.segment = g.segment and k.basis = g.basis and k.obtained_on = g.obtained_on)),
    events as (
      insert into consent_events (id, talent_id, kind, purpose, text_id, channel, form, evidence, recorded_by, occurred_at, expires_on)
      select s.event_copy, ${keptId}, e.kind, e.purpose, e.text_id, e.channel, e.form, e.evidence, e.recorded_by, e.occurred_at, e.expires_on
      from shared s join consent_events e on e.id = s.consent_event_id returning id)
    insert into grounds (id, talent_id, segment, purpose, basis, country_profile, source, obtained_on, erase_on, erase_reason, consent_event_id, assessment_id, origin, created_at)
    select s.ground_copy, ${keptId}, s.segment, s.purpose, s.basis, s.country_profile, s.source, s.obtained_on, s.erase_on, s.erase_reason, s.event_copy, s.assessment_id,
      ${originOf(mergeId)}, ${now}::timestamptz
    from shared s where (select count(*) from events) >= 0`.execute(db);
  const row = await db
    .selectFrom('grounds')
    .select((select) => select.fn.max('erase_on').as('erase_on'))
    .where('talent_id', '=', keptId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row?.erase_on ?? undefined;
}

/** @returns the erase-on date that the kept record's own grounds give, when anything was shared */
export async function unshareGrounds(
  ctx: Ctx,
  { keptId, mergeId }: { keptId: string; mergeId: string },
): Promise<string | undefined> {
  return (await takeBackGrounds(ctx, [keptId], originOf(mergeId))).get(keptId);
}
