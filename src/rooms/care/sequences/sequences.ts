import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Actor, Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict, invalid, notFound } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/index.ts';
import { policyOf, visiblePools } from '#rooms/pools/index.ts';
import { findColleague } from '../handover/offer.ts';
import { memberOf } from '../member.ts';
import type { ExitRule, Sequence, SequenceChange, SequenceInput, SequenceStep } from '../schema-sequences.ts';
import type { SequenceState } from '../types.ts';
import { isSent } from './daily.ts';
import { stopRuns } from './runs.ts';

export interface SequenceRow {
  id: string;
  entity_id: string;
  name: string;
  steps: SequenceStep[];
  pool_id: string | null;
  pool_name: string | null;
  mode: 'volume' | 'boutique' | null;
  segment_id: string | null;
  segment_name: string | null;
  entry: 'by_hand' | 'automatic';
  exit_rule: ExitRule;
  state: SequenceState;
  owner_id: string | null;
  owner_name: string | null;
  running: number;
  finished: number;
  stopped: number;
  version: number;
  updated_at: Date;
}

/** Sequences of pools that the reader may not enter do not exist for them. */
const selectSequences = (actor: Actor, which: RawBuilder<unknown>): RawBuilder<SequenceRow> => sql<SequenceRow>`
  select s.id, s.entity_id, s.name, s.steps, s.pool_id, o.name as pool_name, o.mode, s.segment_id, g.name as segment_name, s.entry, s.exit_rule, s.state, s.owner_id,
    w.name as owner_name, n.running, n.finished, n.stopped, s.version, s.updated_at
  from sequences s left join pools o on o.id = s.pool_id left join saved_segments g on g.id = s.segment_id left join members w on w.id = s.owner_id
    cross join lateral (select (count(*) filter (where r.state = 'running'))::int as running, (count(*) filter (where r.state = 'finished'))::int as finished,
      (count(*) filter (where r.state = 'stopped'))::int as stopped from sequence_runs r where r.sequence_id = s.id) n
  where s.entity_id = any(${actor.entityIds}::uuid[]) and (s.pool_id is null or exists (select 1 from pools p where p.id = s.pool_id and ${visiblePools(actor)})) and ${which}`;

const sequenceOf = (row: SequenceRow): Sequence => ({
  id: row.id,
  name: row.name,
  steps: row.steps,
  pool: row.pool_id && row.mode ? { id: row.pool_id, name: row.pool_name ?? '', mode: row.mode } : null,
  segment: row.segment_id ? { id: row.segment_id, name: row.segment_name ?? '' } : null,
  entry: row.entry,
  exitRule: row.exit_rule,
  state: row.state,
  owner: memberOf(row.owner_id, row.owner_name),
  runs: { running: row.running, finished: row.finished, stopped: row.stopped },
  version: row.version,
  updatedAt: row.updated_at.toISOString(),
});

/** @throws AppError care.sequence_missing */
export async function findSequence(ctx: Ctx, sequenceId: string): Promise<SequenceRow> {
  const { rows } = await selectSequences(ctx.actor, sql`s.id = ${sequenceId}`).execute(ctx.db);
  const [row] = rows;
  if (!row) throw notFound('care.sequence_missing');
  return row;
}

export async function getSequences(ctx: Ctx, state: SequenceState | undefined): Promise<{ items: Sequence[] }> {
  allow(ctx.actor, 'care.read');
  const which = state ? sql`s.state = ${state}` : sql`true`;
  const { rows } =
    await sql<SequenceRow>`${selectSequences(ctx.actor, which)} order by lower(s.name) collate "C", s.id limit 200`.execute(
      ctx.db,
    );
  return { items: rows.map(sequenceOf) };
}

/** @throws AppError care.sequence_missing */
export async function getSequence(ctx: Ctx, sequenceId: string): Promise<Sequence> {
  allow(ctx.actor, 'care.read');
  return sequenceOf(await findSequence(ctx, sequenceId));
}

/** @throws AppError what `refuseUnfit` refuses */
export async function makeSequence(ctx: Ctx, input: SequenceInput): Promise<Sequence> {
  allow(ctx.actor, 'care.manage_plans');
  const entityId = await refuseUnfit(ctx, input);
  const id = newId(ctx.now.getTime());
  await inTransaction(ctx, async (ctx) => {
    await ctx.db
      .insertInto('sequences')
      .values({
        id,
        entity_id: entityId,
        ...columnsOf(input),
        state: input.state,
        owner_id: input.ownerId ?? ctx.actor.memberId,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .execute();
    await record(ctx, { action: 'care.sequence_made', details: { sequenceId: id } });
  });
  return getSequence(ctx, id);
}

type Wanted = Pick<SequenceInput, 'name' | 'steps' | 'poolId' | 'segmentId' | 'entry' | 'exitRule' | 'ownerId'>;

const columnsOf = ({ name, steps, poolId, segmentId, entry, exitRule }: Wanted) => ({
  name,
  steps: JSON.stringify(steps),
  pool_id: poolId,
  segment_id: segmentId,
  entry,
  exit_rule: JSON.stringify(exitRule),
});

/**
 * @returns the legal entity whose people run through it
 * @throws AppError care.pool_or_segment, care.pool_missing, care.segment_missing, care.boutique_enters_by_hand, care.boutique_needs_tasks, care.entry_needs_people, care.colleague_unknown
 */
async function refuseUnfit(ctx: Ctx, wanted: Wanted): Promise<string> {
  const { poolId, segmentId, entry, ownerId } = wanted;
  const places = [poolId, segmentId].filter((id) => id !== null).length;
  if (places > 1) throw invalid('care.pool_or_segment');
  if (entry === 'automatic' && places === 0) throw invalid('care.entry_needs_people');
  if (ownerId !== null) await findColleague(ctx, ownerId);
  if (poolId !== null) return poolEntity(ctx, poolId, wanted);
  return segmentId === null ? ownEntity(ctx) : segmentEntity(ctx, segmentId);
}

const ownEntity = ({ actor }: Ctx): string => actor.entityIds[0] ?? '';

async function segmentEntity({ db, actor }: Ctx, segmentId: string): Promise<string> {
  const { rows } = await sql<{ entity_id: string }>`
    select g.entity_id from saved_segments g where g.id = ${segmentId} and g.deleted_at is null and g.entity_id = any(${actor.entityIds}::uuid[])
      and (g.visibility = 'all' or g.created_by = ${actor.memberId}::uuid)`.execute(db);
  const [segment] = rows;
  if (!segment) throw notFound('care.segment_missing');
  return segment.entity_id;
}

/** Nobody of a Boutique pool is put into anything, or written to, by a program. */
async function poolEntity({ db, actor }: Ctx, poolId: string, { entry, steps }: Wanted): Promise<string> {
  const { rows } = await sql<{ entity_id: string; mode: 'volume' | 'boutique' }>`
    select p.entity_id, p.mode from pools p where p.id = ${poolId} and ${visiblePools(actor)}`.execute(db);
  const [pool] = rows;
  if (!pool) throw notFound('care.pool_missing');
  if (entry === 'automatic' && !policyOf(pool.mode).allowsBulk) throw invalid('care.boutique_enters_by_hand');
  if (isSent(steps) && !policyOf(pool.mode).allowsBulk) throw invalid('care.boutique_needs_tasks');
  return pool.entity_id;
}

/** @throws AppError care.sequence_missing, care.sequence_changed_meanwhile, care.sequence_has_ended, care.steps_are_walked, and what `refuseUnfit` refuses */
export async function editSequence(
  ctx: Ctx,
  sequenceId: string,
  { version, state, ...change }: SequenceChange,
): Promise<Sequence> {
  allow(ctx.actor, 'care.manage_plans');
  return inTransaction(ctx, async (ctx) => {
    const before = await findSequence(ctx, sequenceId);
    if (before.state === 'ended') throw conflict('care.sequence_has_ended');
    const wanted = wantedOf(before, change);
    refuseFewerSteps(before, wanted);
    await refuseUnfit(ctx, wanted);
    const changed = await ctx.db
      .updateTable('sequences')
      .set({
        ...columnsOf(wanted),
        owner_id: wanted.ownerId,
        state: state ?? before.state,
        updated_at: ctx.now,
        version: version + 1,
      })
      .where('id', '=', sequenceId)
      .where('version', '=', version)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) throw conflict('care.sequence_changed_meanwhile', { version: before.version });
    await comeToRest(ctx, sequenceId, state ?? before.state);
    return getSequence(ctx, sequenceId);
  });
}

function refuseFewerSteps({ running, steps }: SequenceRow, wanted: Wanted) {
  if (running > 0 && wanted.steps.length < steps.length) throw conflict('care.steps_are_walked', { runs: running });
}

async function comeToRest(ctx: Ctx, sequenceId: string, state: SequenceState) {
  if (state === 'ended') await stopRuns(ctx, sql`r.sequence_id = ${sequenceId}`, 'sequence_ended');
  if (state !== 'running') await withdrawTasks(ctx, sequenceId);
  await record(ctx, { action: 'care.sequence_changed', details: { sequenceId, state } });
}

function wantedOf(before: SequenceRow, change: Omit<SequenceChange, 'version' | 'state'>): Wanted {
  const now: Wanted = {
    name: before.name,
    steps: before.steps,
    poolId: before.pool_id,
    segmentId: before.segment_id,
    entry: before.entry,
    exitRule: before.exit_rule,
    ownerId: before.owner_id,
  };
  return { ...now, ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) };
}

/** Tasks of a sequence that stands still come back by themselves when it goes on. */
const withdrawTasks = ({ db, now }: Ctx, sequenceId: string) =>
  sql`
  update reminders r set state = 'withdrawn', snoozed_until = null, closed_at = ${now}, close_reason = 'no_longer' from sequence_runs n
  where n.sequence_id = ${sequenceId} and r.kind = 'task' and r.source_id = n.id and r.talent_id = n.talent_id and r.state in ('open', 'snoozed')`.execute(
    db,
  );

/** @throws AppError care.sequence_missing, care.sequence_ran */
export async function deleteSequence(ctx: Ctx, sequenceId: string): Promise<void> {
  allow(ctx.actor, 'care.manage_plans');
  await inTransaction(ctx, async (ctx) => {
    const { state, running, finished, stopped } = await findSequence(ctx, sequenceId);
    if (state !== 'draft' || running + finished + stopped > 0) throw conflict('care.sequence_ran');
    await ctx.db.deleteFrom('sequences').where('id', '=', sequenceId).execute();
    await record(ctx, { action: 'care.sequence_removed', details: { sequenceId } });
  });
}
