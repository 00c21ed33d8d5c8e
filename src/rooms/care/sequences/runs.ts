import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Db } from '#ground/database/database.ts';
import type { Ctx } from '#ground/context.ts';
import type { ExitRule, SequenceStep } from '../schema-sequences.ts';
import type { StopReason } from '../types.ts';
import type { CourseTouch, Turn } from './course.ts';
import { afterStep, afterTouches } from './course.ts';

interface RunRow {
  id: string;
  steps: SequenceStep[];
  exit_rule: ExitRule;
  next_step: number;
  next_on: string | null;
  touches: CourseTouch[];
  last_at: Date | null;
}

/** Contacts of these people were added or taken away: runs stop, or go on to the next step. */
export async function turnRunsAfterTouches(ctx: Ctx, talentIds: readonly string[]): Promise<void> {
  const { rows } = await sql<RunRow>`
    select r.id, s.steps, s.exit_rule, r.next_step, r.next_on::text as next_on, touched.list as touches, touched.last_at
    from sequence_runs r join sequences s on s.id = r.sequence_id
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('direction', c.direction, 'channel', c.channel, 'on', c.occurred_at::date) order by c.occurred_at), '[]') as list,
        max(c.occurred_at) as last_at
      from touchpoints_view c where c.talent_id = r.talent_id and not c.is_bulk and c.channel not in ('application', 'newsletter')
        and c.occurred_at > coalesce(r.touched_at, r.started_at)) touched
    where r.talent_id = any(${[...talentIds]}::uuid[]) and r.state = 'running' order by r.id for update of r`.execute(
    ctx.db,
  );
  for (const row of rows) {
    const { steps, exit_rule: exitRule, next_step: nextStep, next_on: nextOn } = row;
    await turn(ctx, row, afterTouches({ steps, exitRule, nextStep, nextOn }, row.touches));
  }
}

/** A step was done by hand, without a contact. @returns the run as it was, to be put back by undo */
export async function doStepOf(ctx: Ctx, runId: string, today: string): Promise<void> {
  const { rows } = await sql<RunRow>`
    select r.id, s.steps, s.exit_rule, r.next_step, r.next_on::text as next_on, '[]'::jsonb as touches, ${ctx.now}::timestamptz as last_at
    from sequence_runs r join sequences s on s.id = r.sequence_id where r.id = ${runId} and r.state = 'running' for update of r`.execute(
    ctx.db,
  );
  const [row] = rows;
  if (row) await turn(ctx, row, afterStep({ steps: row.steps, nextStep: row.next_step }, today));
}

async function turn({ db, now }: Ctx, { id, last_at }: Pick<RunRow, 'id' | 'last_at'>, turned: Turn) {
  if (turned.kind === 'stops') return stopRuns({ db, now }, sql`r.id = ${id}`, turned.reason);
  if (turned.kind === 'stays') {
    if (last_at) await db.updateTable('sequence_runs').set({ touched_at: last_at }).where('id', '=', id).execute();
    return;
  }
  const isOver = turned.nextOn === null;
  await db
    .updateTable('sequence_runs')
    .set({
      next_step: turned.nextStep,
      next_on: turned.nextOn,
      touched_at: last_at,
      ...(isOver ? { state: 'finished', ended_at: now } : {}),
    })
    .where('id', '=', id)
    .execute();
}

/** @param which a condition about `sequence_runs r` */
export async function stopRuns(
  { db, now }: { db: Db; now: Date },
  which: RawBuilder<unknown>,
  reason: StopReason,
): Promise<void> {
  await sql`
    with chosen as (select r.id from sequence_runs r where r.state = 'running' and ${which} order by r.id for update of r)
    update sequence_runs r set state = 'stopped', stop_reason = ${reason}, ended_at = ${now}, next_on = null from chosen where r.id = chosen.id`.execute(
    db,
  );
}

export const stopRunsOf = (ctx: Pick<Ctx, 'db' | 'now'>, talentIds: readonly string[], reason: StopReason) =>
  stopRuns(ctx, sql`r.talent_id = any(${[...talentIds]}::uuid[])`, reason);
