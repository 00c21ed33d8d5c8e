import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { conflict, notFound } from '#ground/errors/app-error.ts';
import type { PoolRow } from '../access.ts';
import { lockPool, mustEnter } from '../access.ts';
import { memberOf } from '../people.ts';
import { policyOf } from '../policy.ts';
import type { CleanUpRun } from '../schema-clean-up.ts';
import type { Decision } from '../types.ts';

export interface RunRow {
  id: string;
  pool_id: string;
  silent_for_months: number;
  started_by: string | null;
  started_name: string | null;
  started_at: Date;
  finished_at: Date | null;
  size_before: number;
  size_after: number | null;
}

export const runColumns = sql`
  u.id, u.pool_id, u.silent_for_months, u.started_by, m.name as started_name, u.started_at, u.finished_at, u.size_before, u.size_after`;

/** @throws AppError pools.clean_up_not_found, pools.only_its_team */
export async function mustSeeRun(ctx: Ctx, runId: string): Promise<{ run: RunRow; pool: PoolRow }> {
  const run = await findRun(ctx, runId, sql``);
  return { run, pool: await mustEnter(ctx, run.pool_id) };
}

/**
 * The run with its pool, both locked, while it can still be changed.
 * @throws AppError pools.clean_up_not_found, pools.clean_up_is_finished, pools.only_its_team, pools.is_archived
 */
export async function lockOpenRun(ctx: Ctx, runId: string): Promise<{ run: RunRow; pool: PoolRow }> {
  const { pool_id: poolId } = await findRun(ctx, runId, sql``);
  // The pool first, as everybody does who changes its members: two locks in one order never wait for each other.
  const pool = await lockPool(ctx, poolId);
  const run = await findRun(ctx, runId, sql`for update of u`);
  if (run.finished_at !== null) throw conflict('pools.clean_up_is_finished');
  return { run, pool };
}

async function findRun({ db, actor }: Ctx, runId: string, lock: ReturnType<typeof sql>): Promise<RunRow> {
  const { rows } = await sql<RunRow>`
    select ${runColumns} from clean_up_runs u join pools p on p.id = u.pool_id left join members m on m.id = u.started_by
    where u.id = ${runId}::uuid and p.entity_id = any(${actor.entityIds}::uuid[]) ${lock}`.execute(db);
  const [run] = rows;
  if (!run) throw notFound('pools.clean_up_not_found');
  return run;
}

interface CountRow {
  run_id: string;
  proposal: Decision;
  decision: Decision | null;
  code: string;
  count: number;
}

/** Runs with their numbers: one statement for all of them. */
export async function describeRuns(
  { db }: Pick<Ctx, 'db'>,
  pool: Pick<PoolRow, 'name' | 'mode'>,
  runs: RunRow[],
): Promise<CleanUpRun[]> {
  const { rows } = await sql<CountRow>`
    select i.run_id, i.proposal, i.decision, i.reasons -> 0 ->> 'code' as code, count(*) as count
    from clean_up_items i join talents_view t on t.id = i.talent_id where i.run_id = any(${runs.map(({ id }) => id)}::uuid[])
    group by i.run_id, i.proposal, i.decision, code order by count desc, code`.execute(db);
  const byRun = Map.groupBy(rows, ({ run_id }) => run_id);
  return runs.map((run) => ({
    id: run.id,
    poolId: run.pool_id,
    poolName: pool.name,
    silentForMonths: run.silent_for_months,
    startedAt: run.started_at.toISOString(),
    startedBy: memberOf(run.started_by, run.started_name),
    finishedAt: run.finished_at?.toISOString() ?? null,
    sizeBefore: run.size_before,
    sizeAfter: run.size_after,
    ...numbersOf(byRun.get(run.id) ?? []),
    allowsBulk: policyOf(pool.mode).allowsBulk,
  }));
}

function numbersOf(rows: CountRow[]): Pick<CleanUpRun, 'open' | 'decided' | 'leaving'> {
  const count = (fits: (row: CountRow) => boolean) =>
    rows.filter(fits).reduce((total, { count: people }) => total + people, 0);
  const each = (of: (decision: Decision) => (row: CountRow) => boolean) => ({
    stay: count(of('stay')),
    pause: count(of('pause')),
    leave: count(of('leave')),
  });
  const leaving = Map.groupBy(
    rows.filter(({ decision }) => decision === 'leave'),
    // A human who lets somebody go against the proposal has a reason of their own.
    ({ code, proposal }) => (proposal === 'leave' ? code : 'by_hand'),
  );
  return {
    open: each((wanted) => (row) => row.decision === null && row.proposal === wanted),
    decided: each((wanted) => (row) => row.decision === wanted),
    leaving: [...leaving].map(([code, some]) => ({ code, count: some.reduce((sum, row) => sum + row.count, 0) })),
  };
}
