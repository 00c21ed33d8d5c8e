import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { cutPage, pageAfter } from '#ground/http/cursor.ts';
import { allow } from '#rooms/accounts/index.ts';
import { memberOf } from '../member.ts';
import type { runQuery, SequenceRun } from '../schema-sequences.ts';
import type { StopReason } from '../types.ts';
import { findSequence } from './sequences.ts';

interface RunLine {
  id: string;
  talent_id: string;
  title: string | null;
  first_name: string;
  last_name: string;
  role: string | null;
  employer: string | null;
  started_at: Date;
  started_by: string | null;
  started_by_name: string | null;
  next_step: number;
  next_on: string | null;
  state: SequenceRun['state'];
  stop_reason: StopReason | null;
  ended_at: Date | null;
}

/** Newest first. @throws AppError care.sequence_missing */
export async function getRuns(ctx: Ctx, sequenceId: string, { state, cursor, limit }: z.output<typeof runQuery>) {
  allow(ctx.actor, 'care.read');
  await findSequence(ctx, sequenceId);
  const [at, id] = pageAfter(cursor, ['text', 'id']) ?? [];
  const beyond = at && id ? sql`and (r.started_at, r.id) < (${at}::timestamptz, ${id}::uuid)` : sql``;
  const { rows } = await sql<RunLine>`
    select r.id, r.talent_id, t.title, t.first_name, t.last_name, t.role, t.employer, r.started_at, r.started_by, m.name as started_by_name, r.next_step, r.next_on::text as next_on,
      r.state, r.stop_reason, r.ended_at
    from sequence_runs r join talents_view t on t.id = r.talent_id left join members m on m.id = r.started_by
    where r.sequence_id = ${sequenceId} and ${state ? sql`r.state = ${state}` : sql`true`} ${beyond} order by r.started_at desc, r.id desc limit ${limit + 1}`.execute(
    ctx.db,
  );
  const { page, nextCursor } = cutPage(rows, limit, (row) => [row.started_at.toISOString(), row.id]);
  return { items: page.map(runOf), nextCursor };
}

const runOf = (row: RunLine): SequenceRun => ({
  id: row.id,
  person: {
    id: row.talent_id,
    title: row.title,
    firstName: row.first_name,
    lastName: row.last_name,
    role: row.role,
    employer: row.employer,
  },
  startedAt: row.started_at.toISOString(),
  startedBy: memberOf(row.started_by, row.started_by_name),
  stepsDone: row.next_step,
  nextOn: row.next_on,
  state: row.state,
  stopReason: row.stop_reason,
  endedAt: row.ended_at?.toISOString() ?? null,
});
