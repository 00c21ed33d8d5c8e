import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import type { CleanUpFacts } from './proposal.ts';

interface Page {
  poolId: string;
  afterId: string;
  limit: number;
}

/** What decides about the people of a pool, in the order of their ids; one statement for a whole page of them. */
export async function loadCleanUpFacts(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  { poolId, afterId, limit }: Page,
): Promise<(CleanUpFacts & { talentId: string })[]> {
  const { rows } = await sql<CleanUpFacts & { talentId: string }>`
    select t.id as "talentId", t.stage, h.touched::date::text as "lastTouchOn", h.answered::date::text as "lastAnswerOn", m.added_at::date::text as "addedOn",
      t.erase_on as "eraseOn", t.next_step_on as "nextStepOn", y.due_on as "promiseDueOn", c.refused_on as "refusedOn",
      coalesce(r.has_mail, false) as "hasMail", coalesce(r.has_working_mail, false) as "hasWorkingMail", coalesce(r.has_phone, false) as "hasPhone",
      coalesce(r.has_profile_link, false) as "hasProfileLink"
    from pool_members m join talents_view t on t.id = m.talent_id
    left join lateral (select max(v.occurred_at) as touched, max(v.occurred_at) filter (where v.direction = 'theirs') as answered
      from touchpoints_view v where v.talent_id = t.id and not v.is_bulk) h on true
    left join lateral (select min(v.due_on) as due_on from promises_view v where v.talent_id = t.id and v.kept_at is null) y on true
    left join lateral (select v.* from talent_reach_view v where v.talent_id = t.id) r on true
    left join lateral (select case when bool_or(v.kind in ('given', 'confirmed') and (v.expires_on is null or v.expires_on >= ${now.toISOString().slice(0, 10)}::date)) then null
        else (max(v.occurred_at) filter (where v.kind in ('refused', 'withdrawn')))::date::text end as refused_on
      from consent_view v where v.talent_id = t.id and v.purpose in ('talent_pool', 'alumni_network', 'contact_network')) c on true
    where m.pool_id = ${poolId} and t.id > ${afterId}::uuid and coalesce(m.paused_until < ${now.toISOString().slice(0, 10)}::date, true)
    order by t.id limit ${limit}`.execute(db);
  return rows;
}
