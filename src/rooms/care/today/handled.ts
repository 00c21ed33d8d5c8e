import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { listOwnContacts } from '#rooms/talents/index.ts';
import type { HandledOne } from '../schema-today.ts';
import type { HandledAct } from '../types.ts';
import { UNDO_WITHIN_MINUTES } from '../types.ts';
import type { Morning } from './standing.ts';

interface HandledRow {
  talent_id: string;
  act: HandledAct;
  at: Date;
  reminder_id: string | null;
  on_date: string | null;
  title: string | null;
  first_name: string;
  last_name: string;
}

/**
 * With whom the member dealt on this day, the first first: by an act in Today, or by a contact with somebody who was due, wherever it was
 * logged. What was taken back is not among them.
 */
export async function listHandled(
  { db, actor }: Ctx,
  { memberId, today }: Pick<Morning, 'memberId' | 'today'>,
): Promise<HandledRow[]> {
  const begin = sql`(${today}::date::timestamp at time zone ${actor.timeZone})`;
  const { rows } = await sql<HandledRow>`
    select distinct on (d.talent_id) d.talent_id, d.act, d.at, d.reminder_id, t.title, t.first_name, t.last_name,
      coalesce(n.come_back_on, case when d.act in ('snoozed', 'handed_over') then r.snoozed_until end)::text as on_date
    from (
      select a.talent_id, case a.kind when 'snooze' then 'snoozed' when 'hand_over' then 'handed_over' else a.kind end as act, a.at,
        (a.before -> 'reminders' -> 0 ->> 'id')::uuid as reminder_id, (a.before ->> 'notNowId')::uuid as not_now_id
      from care_acts a where a.member_id = ${memberId}::uuid and a.at >= ${begin} and a.undone_at is null
      union all
      select c.talent_id, 'contact', c.occurred_at, null, null from touchpoints_view c
      where c.by_member = ${memberId}::uuid and c.occurred_at >= ${begin} and not c.is_bulk and exists (
        select 1 from reminders r where r.talent_id = c.talent_id and r.due_on <= ${today}::date
          and (r.state = 'open' or (r.state = 'snoozed' and r.snoozed_until <= ${today}::date) or r.closed_at >= ${begin}))
      union all
      select r.talent_id, 'contact', r.closed_at, null, null from reminders r
      where r.closed_by = ${memberId}::uuid and r.closed_at >= ${begin} and r.state = 'done' and r.close_reason = 'touched' and r.due_on <= ${today}::date) d
      join talents_view t on t.id = d.talent_id and t.entity_id = any(${actor.entityIds}::uuid[])
      left join reminders r on r.id = d.reminder_id left join not_nows n on n.id = d.not_now_id
    order by d.talent_id, d.at desc`.execute(db);
  return rows.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** The lines of these people, each with the way back as long as there is one. */
export async function handledLines(ctx: Ctx, rows: readonly HandledRow[]): Promise<HandledOne[]> {
  const touched = rows.filter(({ act }) => act === 'contact').map(({ talent_id }) => talent_id);
  const contacts = touched.length > 0 ? await listOwnContacts(ctx, touched) : new Map();
  return rows.map(({ talent_id: id, title, first_name: firstName, last_name: lastName, act, at, ...row }) => {
    const own = contacts.get(id);
    const until = act === 'contact' ? own?.undoUntil : new Date(at.getTime() + UNDO_WITHIN_MINUTES * 60_000);
    return {
      person: { id, title, firstName, lastName },
      act,
      at: at.toISOString(),
      on: row.on_date,
      undo:
        until && until > ctx.now
          ? { reminderId: row.reminder_id, actIds: own?.actIds ?? [], until: until.toISOString() }
          : null,
    };
  });
}
