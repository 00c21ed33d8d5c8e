import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import type { ReminderKind } from '../types.ts';
import { REMINDER_KINDS } from '../types.ts';
import type { Candidates, Look } from './candidates.ts';
import * as due from './candidates.ts';
import { moveDatesOf } from './due-sql.ts';
import type { Due } from '../reach.ts';
import { keepReachable } from '../reach.ts';
import { PURPOSES, remind } from './remind.ts';
import { looksFor } from './touched.ts';
import { assignReminders, withdrawThese, withdrawWhatIsOver } from './withdraw.ts';

const CANDIDATES: Record<ReminderKind, (look: Look) => Candidates> = {
  hand_over: due.handoversAccepted,
  promise: due.promisesDue,
  reply: due.repliesWaiting,
  consent_ends: due.consentsEnding,
  life_event: due.lifeEventsDue,
  come_back: due.comeBacks,
  task: due.tasksDue,
  cadence: due.cadencesDue,
  warmth: due.warmthFalling,
  content: due.contentsThatFit,
};

/** The reminders of one kind. */
export const remindOf = (ctx: Ctx, kind: ReminderKind, look: Look): Promise<void> =>
  remind(ctx, kind, CANDIDATES[kind](look), look);

const AT_ONCE = 5_000;

/**
 * Something decides otherwise about these people than it did this morning. What holds no more goes, what is due stands there at once: the
 * daily work, for them alone, in the transaction of the act.
 */
export async function lookAgainAt(
  ctx: Ctx,
  talentIds: readonly string[],
  kinds: readonly ReminderKind[] = REMINDER_KINDS,
): Promise<void> {
  for (let start = 0; start < talentIds.length; start += AT_ONCE)
    await lookAgain(ctx, talentIds.slice(start, start + AT_ONCE), kinds);
}

async function lookAgain(ctx: Ctx, talentIds: readonly string[], kinds: readonly ReminderKind[]) {
  if (kinds.includes('cadence')) await moveDatesOf(ctx.db, talentIds);
  for (const { ctx: own, look } of await looksFor(ctx, talentIds)) {
    await withdrawWhatIsOver(own, look, kinds);
    await withdrawUnreachable(own, look.talentIds ?? []);
    await assignReminders(own.db, look);
    for (const kind of kinds) await remindOf(own, kind, look);
  }
}

/** What stands for these people and no way of its plan or step may reach any more. */
export async function withdrawUnreachable(ctx: Ctx, talentIds: readonly string[]): Promise<void> {
  const { rows } = await sql<Due & { id: string; kind: ReminderKind }>`
    select r.id, r.talent_id, r.kind, case
      when r.kind in ('cadence', 'content') then (select p.channels from care_plans p where p.id = r.plan_id)
      when r.kind = 'task' then (select array[case s.steps -> n.next_step ->> 'kind' when 'call' then 'phone' else s.steps -> n.next_step ->> 'kind' end]
        from sequence_runs n join sequences s on s.id = n.sequence_id where n.id = r.source_id) end as channels
    from reminders r where r.talent_id = any(${[...talentIds]}::uuid[]) and r.state in ('open', 'snoozed') order by r.id`.execute(
    ctx.db,
  );
  const kept = new Set<string>();
  for (const [kind, standing] of Map.groupBy(rows, (row) => row.kind))
    for (const { id } of await keepReachable(ctx, standing, PURPOSES[kind])) kept.add(id);
  const gone = rows.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  if (gone.length > 0) await withdrawThese(ctx, gone, 'not_allowed');
}

/** A colleague left, or works here again: deputies step in, or hand back. */
export async function lookAgainAtThoseOf(ctx: Ctx, memberIds: readonly string[]): Promise<void> {
  const ids = [...memberIds];
  const { rows } = await sql<{ id: string }>`
    select t.id from talents_view t where t.owner_id = any(${ids}::uuid[]) or t.deputy_id = any(${ids}::uuid[])
    union select r.talent_id from reminders r where r.member_id = any(${ids}::uuid[]) and r.state in ('open', 'snoozed')
    union select v.talent_id from promises_view v where v.owner_id = any(${ids}::uuid[]) and v.kept_at is null`.execute(
    ctx.db,
  );
  await lookAgainAt(
    ctx,
    rows.map(({ id }) => id),
  );
}
