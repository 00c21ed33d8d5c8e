import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { invalid, notFound } from '#ground/errors/app-error.ts';
import { cutPage, pageAfter } from '#ground/http/cursor.ts';
import { allow } from '#rooms/accounts/index.ts';
import { refreshDatesOf } from '../daily/touched.ts';
import { todayOf } from '#ground/calendar.ts';
import { memberOf } from '../member.ts';
import type { Membership, membershipChange, membershipPage } from '../schema-plans.ts';
import { refuseOddRhythm } from './fit.ts';
import { findPlan } from './rows.ts';

interface MembershipRow {
  id: string;
  title: string | null;
  first_name: string;
  last_name: string;
  role: string | null;
  employer: string | null;
  owner_id: string | null;
  owner_name: string | null;
  joined_on: string;
  every_days: number | null;
  paused_until: string | null;
  come_back_on: string | null;
  last_on: string | null;
  next_due_on: string | null;
}

const NEVER = '9999-12-31';
const columns = sql`
  t.id, t.title, t.first_name, t.last_name, t.role, t.employer, t.owner_id, o.name as owner_name, m.joined_on::text as joined_on, m.every_days,
  m.paused_until::text as paused_until, m.next_due_on::text as next_due_on,
  (select max(n.come_back_on)::text from not_nows n where n.talent_id = t.id and n.ended_at is null) as come_back_on,
  (select c.occurred_at::date::text from touchpoints_view c where c.talent_id = t.id and not c.is_bulk order by c.occurred_at desc limit 1) as last_on`;

/** Everybody under a plan, the next due first. @throws AppError care.plan_missing */
export async function getMemberships(
  ctx: Ctx,
  planId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<z.input<typeof membershipPage>> {
  allow(ctx.actor, 'care.read');
  const plan = await findPlan(ctx, planId, todayOf(ctx));
  const [due, id] = pageAfter(cursor, ['text', 'id']) ?? [];
  const beyond =
    due && id ? sql`and (coalesce(m.next_due_on, ${NEVER}::date), m.talent_id) > (${due}::date, ${id}::uuid)` : sql``;
  const { rows } = await sql<MembershipRow>`
    select ${columns} from care_memberships m join talents_view t on t.id = m.talent_id left join members o on o.id = t.owner_id
    where m.plan_id = ${planId} and m.left_on is null ${beyond} order by coalesce(m.next_due_on, ${NEVER}::date), m.talent_id limit ${limit + 1}`.execute(
    ctx.db,
  );
  const { page, nextCursor } = cutPage(rows, limit, (row) => [row.next_due_on ?? NEVER, row.id]);
  return { items: page.map(membershipOf), nextCursor, count: plan.people };
}

const membershipOf = (row: MembershipRow): Membership => ({
  person: {
    id: row.id,
    title: row.title,
    firstName: row.first_name,
    lastName: row.last_name,
    role: row.role,
    employer: row.employer,
    owner: memberOf(row.owner_id, row.owner_name),
  },
  joinedOn: row.joined_on,
  everyDays: row.every_days,
  pausedUntil: row.paused_until,
  comeBackOn: row.come_back_on,
  lastContactOn: row.last_on,
  nextDueOn: row.next_due_on,
});

/**
 * A rhythm of one person's own, or a pause. The next date moves at once.
 * @throws AppError care.plan_missing, care.membership_missing, care.rhythm_out_of_bounds, care.day_is_past
 */
export async function editMembership(
  ctx: Ctx,
  { planId, talentId }: { planId: string; talentId: string },
  { everyDays, pausedUntil }: z.output<typeof membershipChange>,
): Promise<Membership> {
  allow(ctx.actor, 'care.work');
  if (typeof everyDays === 'number') refuseOddRhythm(everyDays);
  if (typeof pausedUntil === 'string' && pausedUntil < todayOf(ctx))
    throw invalid('care.day_is_past', { on: pausedUntil });
  return inTransaction(ctx, async (ctx) => {
    await findPlan(ctx, planId, todayOf(ctx));
    const { rows } = await sql`
      update care_memberships m set every_days = ${everyDays === undefined ? sql`m.every_days` : sql`${everyDays}::int`},
        paused_until = ${pausedUntil === undefined ? sql`m.paused_until` : sql`${pausedUntil}::date`}
      where m.plan_id = ${planId} and m.talent_id = ${talentId} and m.left_on is null returning 1`.execute(ctx.db);
    if (rows.length === 0) throw notFound('care.membership_missing');
    await refreshDatesOf(ctx, [talentId]);
    return findMembership(ctx, planId, talentId);
  });
}

async function findMembership({ db }: Ctx, planId: string, talentId: string): Promise<Membership> {
  const { rows } = await sql<MembershipRow>`
    select ${columns} from care_memberships m join talents_view t on t.id = m.talent_id left join members o on o.id = t.owner_id
    where m.plan_id = ${planId} and m.talent_id = ${talentId} and m.left_on is null`.execute(db);
  const [row] = rows;
  if (!row) throw notFound('care.membership_missing');
  return membershipOf(row);
}
