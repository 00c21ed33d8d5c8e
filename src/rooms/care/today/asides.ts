import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import type { asides, promiseLine } from '../schema-today.ts';
import { daysBetween, plusDays } from '../cadence.ts';
import { orphanedPeople } from '../handover/orphan-sql.ts';
import type { Morning } from './standing.ts';

const MOST_PROMISES = 20;

export interface Counts {
  asides: z.input<typeof asides>;
  weekCount: number;
  promiseCount: number;
}

/** Everything that is only counted, in one statement. */
export async function countAsides({ db, actor }: Ctx, { memberId, today }: Morning): Promise<Counts> {
  const mine = sql`r.member_id = ${memberId}::uuid and r.entity_id = any(${actor.entityIds}::uuid[]) and r.state in ('open', 'snoozed')`;
  const { rows } = await sql<z.input<typeof asides> & { weekCount: number; promiseCount: number }>`
    select s."repliesWaiting", s."permissionsEnding",
      (select count(*)::int from handovers h where h.to_member = ${memberId}::uuid and h.state = 'offered') as "handoversToAccept",
      (select count(*)::int from imports_view i where i.started_by = ${memberId}::uuid and i.entity_id = any(${actor.entityIds}::uuid[]) and i.state in ('uploaded', 'checked', 'paused')) as "importsToFinish",
      (select count(*)::int from (${orphanedPeople(actor.entityIds)}) o) as orphans,
      (select count(*)::int from (${comingUp(memberId, actor.entityIds, today)}) w) as "weekCount",
      (select count(*)::int from promises_view v join talents_view t on t.id = v.talent_id and t.entity_id = any(${actor.entityIds}::uuid[]) where v.owner_id = ${memberId}::uuid and v.kept_at is null) as "promiseCount"
    from (select (count(*) filter (where r.kind = 'reply'))::int as "repliesWaiting", (count(*) filter (where r.kind = 'consent_ends'))::int as "permissionsEnding"
      from reminders r where ${mine} and r.kind in ('reply', 'consent_ends')) s`.execute(db);
  const { weekCount = 0, promiseCount = 0, ...counted } = rows[0] ?? {};
  return { asides: { ...NONE, ...counted }, weekCount, promiseCount };
}

const NONE = { repliesWaiting: 0, permissionsEnding: 0, handoversToAccept: 0, importsToFinish: 0, orphans: 0 };

/** People of mine with a date in the next seven days: by a rhythm, or because I promised something. */
export const comingUp = (memberId: string, entityIds: string[], today: string) => sql`
  select m.talent_id from talents_view t join care_memberships m on m.talent_id = t.id join care_plans p on p.id = m.plan_id and p.state = 'running'
  where t.owner_id = ${memberId}::uuid and t.entity_id = any(${entityIds}::uuid[]) and m.left_on is null and m.next_due_on > ${today}::date and m.next_due_on <= ${plusDays(today, 7)}::date
  union
  select v.talent_id from promises_view v join talents_view t on t.id = v.talent_id and t.entity_id = any(${entityIds}::uuid[])
  where v.owner_id = ${memberId}::uuid and v.kept_at is null and v.due_on > ${today}::date and v.due_on <= ${plusDays(today, 7)}::date`;

interface PromiseRow {
  id: string;
  talent_id: string;
  title: string | null;
  first_name: string;
  last_name: string;
  what: string;
  due_on: string;
}

/** My promises that are not kept yet, the oldest first. */
export async function listMyPromises(
  { db, actor }: Ctx,
  { memberId, today }: Morning,
): Promise<z.input<typeof promiseLine>[]> {
  const { rows } = await sql<PromiseRow>`
    select v.id, v.talent_id, t.title, t.first_name, t.last_name, v.what, v.due_on::text as due_on
    from promises_view v join talents_view t on t.id = v.talent_id and t.entity_id = any(${actor.entityIds}::uuid[])
    where v.owner_id = ${memberId}::uuid and v.kept_at is null order by v.due_on, v.id limit ${MOST_PROMISES}`.execute(
    db,
  );
  return rows.map(({ id, talent_id, title, first_name, last_name, what, due_on }) => ({
    promiseId: id,
    person: { id: talent_id, title, firstName: first_name, lastName: last_name },
    what,
    dueOn: due_on,
    overdueDays: Math.max(0, daysBetween(due_on, today)),
  }));
}
