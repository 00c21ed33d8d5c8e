import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { allow } from '#rooms/accounts/permissions.ts';
import { dayAfter } from '../periods.ts';
import type { EraseForecast } from './schema.ts';

const DAYS = 30;

/** What the next 30 days erase if nobody answers: what stands here is what then happens (RE-8). */
export async function forecastErasures({ db, actor, now }: Ctx): Promise<EraseForecast> {
  allow(actor, 'consent.read');
  const last = dayAfter(now.toISOString().slice(0, 10), DAYS);
  const { rows } = await sql<{ segment: string; reason: string; count: number; first_on: string }>`
    with going as (
      select t.id, least(t.erase_on, d.inform_by + 1) as goes_on, coalesce(d.inform_by + 1, 'infinity'::date) < t.erase_on as is_untold
      from talents t left join information_duties d on d.talent_id = t.id and d.informed_at is null
      where t.entity_id = any(${actor.entityIds}::uuid[]) and t.deleted_at is null and least(t.erase_on, d.inform_by + 1) <= ${last}::date),
    reasons as (
      select g.id, g.goes_on, coalesce(w.segment, 'none') as segment, case when g.is_untold then 'never_informed' else coalesce(w.erase_reason, 'withdrawn') end as reason
      from going g left join lateral (select segment, erase_reason from grounds x where x.talent_id = g.id and x.ended_at is null order by x.erase_on desc limit 1) w on true)
    select segment, reason, count(*)::int as count, min(goes_on)::text as first_on from reasons group by segment, reason order by min(goes_on), segment`.execute(
    db,
  );
  const groups = rows.map(({ first_on, ...group }) => ({ ...group, firstOn: first_on }));
  return { days: DAYS, groups, total: groups.reduce((sum, { count }) => sum + count, 0) };
}
