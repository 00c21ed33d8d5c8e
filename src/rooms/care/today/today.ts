import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { cutPage, pageAfter } from '#ground/http/cursor.ts';
import { allow } from '#rooms/accounts/index.ts';
import type { Phase } from '#rooms/phases/index.ts';
import { phaseOf } from '#rooms/phases/index.ts';
import { todayOf } from '#ground/calendar.ts';
import { meOf } from '../member.ts';
import type { QueueEntry, Today } from '../schema-today.ts';
import { comingUp, countAsides, listMyPromises } from './asides.ts';
import { entriesFor } from './entries.ts';
import { handledLines, listHandled } from './handled.ts';
import { listTodayLines } from './lines.ts';
import { orderOf } from './order.ts';
import { listProposals } from './proposals.ts';
import { findSettings } from './settings.ts';
import type { Morning } from './standing.ts';
import { listPlaced } from './standing.ts';

/** So many are read for each that is shown, because permission may have gone since the night. */
const SPARE = 6;

/** Whom to contact today, and why. The number of statements does not depend on the number of people. */
export async function getToday(ctx: Ctx): Promise<Today> {
  allow(ctx.actor, 'care.read');
  const { settings, phase, morning, dealtWith } = await beginMorning(ctx);
  const placed = await listPlaced(ctx, morning, { limit: settings.perDay * SPARE });
  const standing = new Set(placed.map(({ talent_id }) => talent_id));
  const handled = dealtWith.filter(({ talent_id }) => !standing.has(talent_id));
  const entries = leftOf(await entriesFor(ctx, morning, [...standing], settings.perDay), {
    places: settings.perDay - handled.length,
    today: morning.today,
  });
  const proposals = await listProposals(
    ctx,
    entries.map(({ person }) => person.id),
    morning.today,
  );
  const { asides, weekCount, promiseCount } = await countAsides(ctx, morning);
  await noteShown(ctx, entries, morning.today);
  return {
    date: morning.today,
    phase,
    five: entries.map((entry) => ({ ...entry, proposal: proposals.get(entry.person.id) ?? null })),
    handled: await handledLines(ctx, handled),
    queueCount: Math.max(0, (placed[0]?.total ?? 0) - entries.length),
    weekCount,
    next: entries.length > 0 ? null : await nextDay(ctx, morning),
    asides,
    lines: await listTodayLines(ctx),
    promises: await listMyPromises(ctx, morning),
    promiseCount,
    order: [...morning.order],
    settings,
  };
}

async function beginMorning(ctx: Ctx) {
  const [memberId, today] = [meOf(ctx.actor), todayOf(ctx)];
  const { own, ...settings } = await findSettings(ctx, memberId);
  const phase = await currentPhase(ctx);
  const dealtWith = await listHandled(ctx, { memberId, today });
  const handledIds = dealtWith.map(({ talent_id }) => talent_id);
  const morning: Morning = { memberId, today, order: orderOf(own, phase), handledIds };
  return { settings, phase, morning, dealtWith };
}

/** Nobody moves up beyond the number that was agreed; only an answer that came in today is not left until tomorrow. */
const leftOf = (entries: readonly QueueEntry[], { places, today }: { places: number; today: string }): QueueEntry[] =>
  entries.filter((entry, index) => index < places || hasNewAnswer(entry, today));

const hasNewAnswer = ({ reasons }: QueueEntry, today: string): boolean =>
  reasons.some((reason) => reason.kind === 'reply' && reason.since >= today);

export async function currentPhase(ctx: Ctx): Promise<Phase | null> {
  const [entityId] = ctx.actor.entityIds;
  return entityId === undefined ? null : phaseOf(ctx, { entityId });
}

/** Since when somebody stands in Today; written once for each reminder. */
async function noteShown({ db }: Ctx, entries: readonly QueueEntry[], today: string): Promise<void> {
  const ids = entries.flatMap(({ reasons }) => reasons.map(({ reminderId }) => reminderId));
  await sql`update reminders set first_shown_on = ${today}::date where id = any(${ids}::uuid[]) and first_shown_on is null`.execute(
    db,
  );
}

/** When nobody is due: the next day within a week on which somebody is. */
async function nextDay({ db, actor }: Ctx, { memberId, today }: Morning): Promise<Today['next']> {
  const { rows } = await sql<{ on: string; count: number }>`
    with ahead as (
      select least(min(m.next_due_on), min(v.due_on)) as on_date from (${comingUp(memberId, actor.entityIds, today)}) w
        left join care_memberships m on m.talent_id = w.talent_id and m.left_on is null and m.next_due_on > ${today}::date
        left join promises_view v on v.talent_id = w.talent_id and v.owner_id = ${memberId}::uuid and v.kept_at is null and v.due_on > ${today}::date
      group by w.talent_id)
    select on_date::text as on, count(*)::int as count from ahead group by on_date order by on_date limit 1`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** Everybody who is due, page by page in the order of Today. */
export async function getQueue(
  ctx: Ctx,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: QueueEntry[]; nextCursor: string | null; count: number }> {
  allow(ctx.actor, 'care.read');
  const { morning } = await beginMorning(ctx);
  const [rank, dueOn, reminderId] = pageAfter(cursor, ['number', 'text', 'id']) ?? [];
  const after = rank !== undefined && rank !== null && dueOn && reminderId ? { rank, dueOn, reminderId } : undefined;
  const placed = await listPlaced(ctx, morning, { after, limit: limit + 1 });
  const { page, nextCursor } = cutPage(placed, limit, (row) => [row.rank, row.due_on, row.reminder_id]);
  const items = await entriesFor(
    ctx,
    morning,
    page.map(({ talent_id }) => talent_id),
    limit,
  );
  return { items, nextCursor, count: placed[0]?.total ?? 0 };
}
