import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { newId } from '#ground/ids.ts';
import type { Look } from '../daily/candidates.ts';
import { wantedPeople } from '../daily/people.ts';
import { keepReachable } from '../reach.ts';
import type { ExitRule, SequenceStep } from '../schema-sequences.ts';
import { firstStepOn } from './course.ts';
import { stopRuns } from './runs.ts';

type Sql = RawBuilder<unknown>;

const PEOPLE_AT_ONCE = 5_000;

interface OpenSequence {
  id: string;
  entity_id: string;
  pool_id: string | null;
  segment_id: string | null;
  entry: string;
  exit_rule: ExitRule;
  steps: SequenceStep[];
  created_at: Date;
}

/** What the news of other rooms tells at once is made sure of once a day: silences that begin, people who left the pool or the segment. */
export async function stopWhatMayNotGoOn(ctx: Ctx, { entityId, today }: Look): Promise<void> {
  const own = sql`r.sequence_id in (select s.id from sequences s where s.entity_id = ${entityId})`;
  const quiet = sql`r.talent_id in (select q.talent_id from quiet_view q where ${today}::date between q.from_on and q.until_on)`;
  await stopRuns(ctx, sql`${own} and ${quiet}`, 'silence');
  await stopRuns(
    ctx,
    sql`${own} and not exists (select 1 from talents_view t where t.id = r.talent_id)`,
    'not_allowed',
  );
  for (const sequence of await listOpen(ctx, entityId)) {
    if (!sequence.exit_rule.onLeavingPool) continue;
    const wanted = await wantedPeople(ctx, sequence);
    if (wanted)
      await stopRuns(ctx, sql`r.sequence_id = ${sequence.id} and r.talent_id not in (${wanted})`, 'left_pool');
  }
}

async function listOpen({ db }: Ctx, entityId: string): Promise<OpenSequence[]> {
  const { rows } = await sql<OpenSequence>`
    select s.id, s.entity_id, s.pool_id, s.segment_id, s.entry, s.exit_rule, s.steps, s.created_at from sequences s
    where s.entity_id = ${entityId} and s.state = 'running' and num_nonnulls(s.pool_id, s.segment_id) = 1 order by s.id`.execute(
    db,
  );
  return rows;
}

/**
 * Who came into the pool since the sequence exists, or fits its segment, enters an automatic sequence by themselves: once in a lifetime, and
 * only if a personal word may reach them.
 */
export async function advanceEntries(ctx: Ctx, look: Look): Promise<void> {
  for (const sequence of await listOpen(ctx, look.entityId)) {
    if (sequence.entry !== 'automatic') continue;
    const wanted = await wantedPeople(ctx, sequence);
    if (!wanted) continue;
    const isNew =
      sequence.pool_id === null
        ? sql`true`
        : sql`exists (
      select 1 from pools_view v where v.pool_id = ${sequence.pool_id} and v.talent_id = w.talent_id and v.added_at >= ${sequence.created_at})`;
    const { rows } = await sql<{ talent_id: string; channels: null }>`
      select w.talent_id, null as channels from (${wanted}) w
      where ${isNew} and not ${isSent(sequence.steps) ? inBoutique(sql`w.talent_id`) : sql`false`} and not exists (select 1 from sequence_runs r where r.sequence_id = ${sequence.id} and r.talent_id = w.talent_id)
      order by w.talent_id limit ${PEOPLE_AT_ONCE}`.execute(ctx.db);
    await inTransaction(ctx, async (ctx) => {
      const reachable = await keepReachable(ctx, rows);
      const ids = reachable.map(({ talent_id }) => talent_id);
      await insertRuns(ctx, { sequenceId: sequence.id, steps: sequence.steps, talentIds: ids, today: look.today });
    });
  }
}

/** Whether something of it leaves by itself; nobody who is in a Boutique pool enters it then. */
export const isSent = (steps: readonly SequenceStep[]): boolean => steps.some(({ send }) => send);

export const inBoutique = (talentId: Sql): Sql =>
  sql`exists (select 1 from pools_view b where b.talent_id = ${talentId} and b.mode = 'boutique')`;

interface NewRuns {
  sequenceId: string;
  steps: readonly SequenceStep[];
  talentIds: readonly string[];
  today: string;
}

/** @returns who started; whoever is on their way already does not start twice */
export async function insertRuns(
  { db, now, actor }: Ctx,
  { sequenceId, steps, talentIds, today }: NewRuns,
): Promise<string[]> {
  if (talentIds.length === 0) return [];
  const ids = talentIds.map(() => newId(now.getTime()));
  const { rows } = await sql<{ talent_id: string }>`
    insert into sequence_runs (id, sequence_id, talent_id, started_at, started_by, next_step, next_on)
    select v.id, ${sequenceId}, v.talent_id, ${now}, ${actor.memberId}::uuid, 0, ${firstStepOn(steps, today)}::date
    from unnest(${ids}::uuid[], ${[...talentIds]}::uuid[]) v (id, talent_id)
    on conflict (sequence_id, talent_id) where state = 'running' do nothing returning talent_id`.execute(db);
  return rows.map(({ talent_id }) => talent_id);
}
