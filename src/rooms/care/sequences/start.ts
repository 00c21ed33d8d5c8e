import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict, notFound } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import * as due from '../daily/candidates.ts';
import { wantedPeople } from '../daily/people.ts';
import { remind } from '../daily/remind.ts';
import { looksFor } from '../daily/touched.ts';
import { withdrawWhatIsOver } from '../daily/withdraw.ts';
import { todayOf } from '#ground/calendar.ts';
import { keepReachable } from '../reach.ts';
import type { started } from '../schema-sequences.ts';
import { inBoutique, insertRuns, isSent } from './daily.ts';
import { stopRuns } from './runs.ts';
import { findSequence } from './sequences.ts';

type LeftOut = z.input<typeof started>['leftOut'][number];

interface FoundRow {
  talent_id: string;
  channels: null;
  is_running: boolean;
  belongs: boolean;
  is_boutique: boolean;
}

/**
 * Starts a sequence for people, one by one; who cannot start is named with the reason.
 * @throws AppError care.sequence_missing, care.sequence_not_running
 */
export async function startFor(
  ctx: Ctx,
  sequenceId: string,
  talentIds: readonly string[],
): Promise<z.input<typeof started>> {
  allow(ctx.actor, 'care.work');
  const sequence = await findSequence(ctx, sequenceId);
  if (sequence.state !== 'running') throw conflict('care.sequence_not_running');
  return inTransaction(ctx, async (ctx) => {
    const wanted =
      sequence.pool_id || sequence.segment_id
        ? await wantedPeople(ctx, sequence)
        : sql`select t.id as talent_id from talents_view t`;
    const { rows } = await sql<FoundRow>`
      select t.id as talent_id, null as channels, exists (select 1 from sequence_runs r where r.sequence_id = ${sequenceId} and r.talent_id = t.id and r.state = 'running') as is_running,
        t.id in (${wanted ?? sql`select null::uuid`}) as belongs, ${isSent(sequence.steps) ? inBoutique(sql`t.id`) : sql`false`} as is_boutique
      from talents_view t where t.id = any(${[...talentIds]}::uuid[]) and t.entity_id = ${sequence.entity_id}`.execute(
      ctx.db,
    );
    const fit = rows.filter((row) => row.belongs && !row.is_running && !row.is_boutique);
    const reachable = await keepReachable(ctx, fit);
    const ids = await insertRuns(ctx, {
      sequenceId,
      steps: sequence.steps,
      talentIds: reachable.map(({ talent_id }) => talent_id),
      today: todayOf(ctx),
    });
    for (const { ctx: own, look } of await looksFor(ctx, ids)) await remind(own, 'task', due.tasksDue(look), look);
    return { started: ids.length, leftOut: leftOutOf(talentIds, rows, new Set(ids)) };
  });
}

function leftOutOf(asked: readonly string[], found: readonly FoundRow[], started: Set<string>): LeftOut[] {
  const known = new Map(found.map((row) => [row.talent_id, row]));
  return [...new Set(asked)]
    .filter((talentId) => !started.has(talentId))
    .map((talentId) => ({ talentId, reason: reasonFor(known.get(talentId)) }));
}

function reasonFor(row: FoundRow | undefined): LeftOut['reason'] {
  if (!row) return 'not_found';
  if (row.is_running) return 'runs_already';
  if (!row.belongs) return 'not_in_pool';
  return row.is_boutique ? 'boutique_needs_tasks' : 'not_allowed';
}

/** @throws AppError care.sequence_missing, care.run_missing */
export async function stopOne(ctx: Ctx, sequenceId: string, runId: string): Promise<void> {
  allow(ctx.actor, 'care.work');
  await findSequence(ctx, sequenceId);
  await inTransaction(ctx, async (ctx) => {
    const { rows } = await sql<{ talent_id: string }>`
      select r.talent_id from sequence_runs r where r.id = ${runId} and r.sequence_id = ${sequenceId} and r.state = 'running'`.execute(
      ctx.db,
    );
    const [run] = rows;
    if (!run) throw notFound('care.run_missing');
    await stopRuns(ctx, sql`r.id = ${runId}`, 'by_hand');
    for (const { ctx: own, look } of await looksFor(ctx, [run.talent_id])) await withdrawWhatIsOver(own, look);
  });
}
