import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { notFound } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import { todayOf } from '#ground/calendar.ts';
import { memberOf } from '../member.ts';
import { contactStates } from '../reach.ts';
import type { PersonCare } from '../schema-person.ts';
import { REMINDER_KINDS } from '../types.ts';
import { reasonsFrom } from '../today/reasons.ts';
import { listLifeEvents } from './life-events.ts';

/**
 * How one person is cared for.
 * @throws AppError care.person_missing
 */
export async function getPersonCare(ctx: Ctx, talentId: string): Promise<PersonCare> {
  allow(ctx.actor, 'care.read');
  const { rows } =
    await sql`select 1 from talents_view t where t.id = ${talentId} and t.entity_id = any(${ctx.actor.entityIds}::uuid[])`.execute(
      ctx.db,
    );
  if (rows.length === 0) throw notFound('care.person_missing');
  const plans = await listPlansOf(ctx, talentId);
  const today = todayOf(ctx);
  const dates = plans.flatMap(({ nextDueOn }) => (nextDueOn === null ? [] : [nextDueOn]));
  return {
    reasons: await listDue(ctx, talentId, today),
    nextDueOn: dates.toSorted()[0] ?? null,
    plans,
    notNow: await findAnswer(ctx, talentId),
    lifeEvents: await listLifeEvents(ctx, talentId),
    runs: await listRunsOf(ctx, talentId),
    handover: await findOffer(ctx, talentId),
    contact: (await contactStates(ctx, [talentId])).get(talentId) ?? [],
  };
}

async function listDue(ctx: Ctx, talentId: string, today: string): Promise<PersonCare['reasons']> {
  const which = sql`
    select r.id, r.talent_id, r.kind, r.due_on, r.source_id, array_position(${[...REMINDER_KINDS]}::text[], r.kind) as rank from reminders r
    where r.talent_id = ${talentId} and r.state = 'open' and r.due_on <= ${today}::date
      and not exists (select 1 from quiet_view q where q.talent_id = r.talent_id and ${today}::date between q.from_on and q.until_on)
      and (r.kind <> 'promise' or exists (select 1 from promises_view v where v.id = r.source_id and v.kept_at is null))`;
  return (await reasonsFrom(ctx, which, today)).get(talentId) ?? [];
}

async function listPlansOf({ db }: Ctx, talentId: string): Promise<PersonCare['plans']> {
  const { rows } = await sql<PersonCare['plans'][number]>`
    select p.id as "planId", p.name, p.rhythm, p.every_days as "everyDays", m.every_days as "ownEveryDays", m.joined_on::text as "joinedOn",
      m.paused_until::text as "pausedUntil", m.next_due_on::text as "nextDueOn"
    from care_memberships m join care_plans p on p.id = m.plan_id and p.state in ('running', 'paused')
    where m.talent_id = ${talentId} and m.left_on is null order by p.name, p.id`.execute(db);
  return rows;
}

async function findAnswer({ db }: Ctx, talentId: string): Promise<PersonCare['notNow']> {
  const row = await db
    .selectFrom('not_nows')
    .leftJoin('members', 'members.id', 'not_nows.recorded_by')
    .select(['reason_kind', 'reason', 'come_back_on', 'recorded_by', 'members.name', 'recorded_at'])
    .where('talent_id', '=', talentId)
    .where('ended_at', 'is', null)
    .orderBy('recorded_at', 'desc')
    .executeTakeFirst();
  if (!row) return null;
  return {
    // The check of the column allows exactly these kinds.
    reasonKind: row.reason_kind as NonNullable<PersonCare['notNow']>['reasonKind'],
    reason: row.reason,
    comeBackOn: row.come_back_on,
    recordedBy: memberOf(row.recorded_by, row.name),
    recordedAt: row.recorded_at.toISOString(),
  };
}

async function listRunsOf({ db }: Ctx, talentId: string): Promise<PersonCare['runs']> {
  const { rows } = await sql<PersonCare['runs'][number]>`
    select r.id as "runId", s.id as "sequenceId", s.name, r.next_step as "stepsDone", jsonb_array_length(s.steps) as "stepCount", r.next_on::text as "nextOn",
      r.state, r.stop_reason as "stopReason"
    from sequence_runs r join sequences s on s.id = r.sequence_id where r.talent_id = ${talentId} order by r.started_at desc, r.id desc limit 10`.execute(
    db,
  );
  return rows;
}

async function findOffer({ db }: Ctx, talentId: string): Promise<PersonCare['handover']> {
  const { rows } = await sql<{ id: string; to_member: string; name: string; accept_by: string }>`
    select h.id, h.to_member, m.name, h.accept_by::text as accept_by from handover_people p join handovers h on h.id = p.handover_id join members m on m.id = h.to_member
    where p.talent_id = ${talentId} and h.state = 'offered' order by h.offered_at desc limit 1`.execute(db);
  const [offer] = rows;
  const to = offer && memberOf(offer.to_member, offer.name);
  return offer && to ? { id: offer.id, to, acceptBy: offer.accept_by } : null;
}
