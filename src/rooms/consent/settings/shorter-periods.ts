import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { allow } from '#rooms/accounts/permissions.ts';
import type { PeriodsPreview } from './schema.ts';

interface Months {
  consentMonths: number;
  interestMonths: number;
}

/** A ground's day under new periods: never later than it is, calendar months as everywhere (LB-3). */
const newDay = ({ consentMonths, interestMonths }: Months) => sql`
  least(g.erase_on, (g.obtained_on + make_interval(months => case g.basis when 'legitimate_interest' then ${interestMonths}::int else ${consentMonths}::int end))::date)`;

/** How many people would be erased earlier, and how many of them already tonight. Changes nothing. */
export async function previewPeriodsOf(ctx: Ctx, months: Months): Promise<PeriodsPreview> {
  allow(ctx.actor, 'consent.manage_settings');
  const today = ctx.now.toISOString().slice(0, 10);
  const { rows } = await sql<{ moved: number; at_once: number }>`
    select (count(*) filter (where p.after < p.before))::int as moved, (count(*) filter (where p.after < p.before and p.after <= ${today}::date))::int as at_once
    from (select g.talent_id, max(g.erase_on) as before, max(${newDay(months)}) as after
      from grounds g join talents t on t.id = g.talent_id and t.deleted_at is null where g.ended_at is null group by g.talent_id) p`.execute(
    ctx.db,
  );
  const [row] = rows;
  return { moved: row?.moved ?? 0, erasedAtOnce: row?.at_once ?? 0 };
}

/** Shorter periods hold for everybody who is here already; longer ones for nobody. In the caller's transaction. */
export async function moveDatesForward(ctx: Ctx, months: Months): Promise<number> {
  const { rows } = await sql<{ talent_id: string; erase_on: string }>`
    with moved as (
      update grounds g set erase_on = ${newDay(months)} where g.ended_at is null and ${newDay(months)} < g.erase_on returning g.id, g.talent_id, g.erase_on)
    select m.talent_id, greatest(max(m.erase_on), max(o.erase_on))::text as erase_on
    from moved m left join grounds o on o.talent_id = m.talent_id and o.ended_at is null and o.id not in (select id from moved)
    group by m.talent_id`.execute(ctx.db);
  if (rows.length > 0)
    await ctx.emit(ctx, 'consent.erase_dates_changed', {
      dates: new Map(rows.map(({ talent_id, erase_on }) => [talent_id, erase_on])),
    });
  return rows.length;
}
