import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict, invalid, notFound } from '#ground/errors/app-error.ts';
import { cutPage, pageAfter } from '#ground/http/cursor.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/index.ts';
import type { z } from 'zod';
import { lockPool, mustEnter } from '../access.ts';
import { refusePast } from '../members.ts';
import { policyOf } from '../policy.ts';
import type { AcceptBody, CleanUpItem, CleanUpRun, DecideBody, itemQuery } from '../schema-clean-up.ts';
import { loadCleanUpFacts } from './load-facts.ts';
import { proposalFor } from './proposal.ts';
import type { RunRow } from './run.ts';
import { describeRuns, lockOpenRun, mustSeeRun, runColumns } from './run.ts';

const AT_ONCE = 2_000;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Looks through a whole pool; who rests already is left in peace. @throws AppError pools.clean_up_runs, pools.nobody_to_clean_up */
export async function beginCleanUp(
  ctx: Ctx,
  poolId: string,
  { silentForMonths }: { silentForMonths: number },
): Promise<CleanUpRun> {
  allow(ctx.actor, 'pools.write');
  return inTransaction(ctx, async (ctx) => {
    const pool = await lockPool(ctx, poolId);
    const { rows } = await sql`
      select 1 from clean_up_runs u where u.pool_id = ${poolId} and u.finished_at is null`.execute(ctx.db);
    if (rows.length > 0) throw conflict('pools.clean_up_runs');
    const sizeBefore = await sizeOf(ctx, poolId);
    if (sizeBefore === 0) throw invalid('pools.nobody_to_clean_up');
    const id = newId(ctx.now.getTime());
    await ctx.db
      .insertInto('clean_up_runs')
      .values({
        id,
        pool_id: poolId,
        silent_for_months: silentForMonths,
        started_by: ctx.actor.memberId,
        started_at: ctx.now,
        size_before: sizeBefore,
      })
      .execute();
    await proposeForAll(ctx, { runId: id, poolId, silentForMonths });
    await record(ctx, { action: 'pools.clean_up_started', details: { poolId, runId: id } });
    return getCleanUp(ctx, id, pool);
  });
}

async function proposeForAll(
  ctx: Ctx,
  { runId, poolId, silentForMonths }: { runId: string; poolId: string; silentForMonths: number },
) {
  const asked = { silentForMonths, today: ctx.now.toISOString().slice(0, 10) };
  let afterId = NOBODY;
  for (;;) {
    const people = await loadCleanUpFacts(ctx, { poolId, afterId, limit: AT_ONCE });
    const items = people.map((facts) => ({ talent_id: facts.talentId, ...proposalFor(facts, asked) }));
    await sql`
      insert into clean_up_items (run_id, talent_id, proposal, reasons)
      select ${runId}::uuid, r.talent_id, r.proposal, r.reasons from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as r (talent_id uuid, proposal text, reasons jsonb)`.execute(
      ctx.db,
    );
    const last = people.at(-1);
    if (!last || people.length < AT_ONCE) return;
    afterId = last.talentId;
  }
}

async function sizeOf({ db }: Ctx, poolId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from pool_members m join talents_view t on t.id = m.talent_id where m.pool_id = ${poolId}`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/** @throws AppError pools.clean_up_not_found */
export async function getCleanUp(ctx: Ctx, runId: string, known?: { name: string; mode: 'volume' | 'boutique' }) {
  allow(ctx.actor, 'pools.read');
  const { run, pool } = await mustSeeRun(ctx, runId);
  const [described] = await describeRuns(ctx, known ?? pool, [run]);
  if (!described) throw notFound('pools.clean_up_not_found');
  return described;
}

const MOST_RUNS = 50;

export async function listCleanUpsOf(ctx: Ctx, poolId: string): Promise<CleanUpRun[]> {
  allow(ctx.actor, 'pools.read');
  const pool = await mustEnter(ctx, poolId);
  const { rows } = await sql<RunRow>`
    select ${runColumns} from clean_up_runs u left join members m on m.id = u.started_by where u.pool_id = ${poolId} order by u.started_at desc, u.id limit ${MOST_RUNS}`.execute(
    ctx.db,
  );
  return describeRuns(ctx, pool, rows);
}

interface ItemRow {
  talent_id: string;
  title: string | null;
  first_name: string;
  last_name: string;
  sort_name: string;
  place: number;
  proposal: CleanUpItem['proposal'];
  reasons: CleanUpItem['reasons'];
  decision: CleanUpItem['decision'];
  paused_until: string | null;
}

/** Who is to leave comes first, then who is to pause, by the alphabet. */
export async function listItemsOf(
  ctx: Ctx,
  runId: string,
  { state, cursor, limit }: z.output<typeof itemQuery>,
): Promise<{ items: CleanUpItem[]; nextCursor: string | null }> {
  allow(ctx.actor, 'pools.read');
  await mustSeeRun(ctx, runId);
  const [place, name, id] = pageAfter(cursor, ['number', 'text', 'id']) ?? [];
  const after =
    place === undefined
      ? sql``
      : sql`where (w.place, w.sort_name, w.talent_id) > (${place}::int, ${name}::text collate "C", ${id}::uuid)`;
  const { rows } = await sql<ItemRow>`
    select w.* from (
      select i.talent_id, t.title, t.first_name, t.last_name, t.sort_name, case i.proposal when 'leave' then 1 when 'pause' then 2 else 3 end as place,
        i.proposal, i.reasons, i.decision, i.paused_until
      from clean_up_items i join talents_view t on t.id = i.talent_id where i.run_id = ${runId} and i.decision is ${state === 'open' ? sql`null` : sql`not null`}) w
    ${after} order by w.place, w.sort_name, w.talent_id limit ${limit + 1}`.execute(ctx.db);
  const { page, nextCursor } = cutPage(rows, limit, (row) => [row.place, row.sort_name, row.talent_id]);
  return { items: page.map(itemOf), nextCursor };
}

const itemOf = (row: ItemRow): CleanUpItem => ({
  talentId: row.talent_id,
  title: row.title,
  firstName: row.first_name,
  lastName: row.last_name,
  proposal: row.proposal,
  reasons: row.reasons,
  decision: row.decision,
  pausedUntil: row.paused_until,
});

/** Counts when the run is finished; until then it can be decided anew. @throws AppError pools.clean_up_item_not_found, pools.pause_in_past */
export async function decideItem(
  ctx: Ctx,
  { runId, talentId }: { runId: string; talentId: string },
  { decision, pausedUntil }: DecideBody,
): Promise<void> {
  allow(ctx.actor, 'pools.write');
  refusePast(ctx, pausedUntil);
  await inTransaction(ctx, async (ctx) => {
    await lockOpenRun(ctx, runId);
    const { rows } = await sql`
      update clean_up_items i set decision = ${decision}, paused_until = ${pausedUntil ?? null}::date, decided_by = ${ctx.actor.memberId}::uuid, decided_at = ${ctx.now}
      where i.run_id = ${runId} and i.talent_id = ${talentId} returning 1`.execute(ctx.db);
    if (rows.length === 0) throw notFound('pools.clean_up_item_not_found');
  });
}

export async function reopenItem(ctx: Ctx, { runId, talentId }: { runId: string; talentId: string }): Promise<void> {
  allow(ctx.actor, 'pools.write');
  await inTransaction(ctx, async (ctx) => {
    await lockOpenRun(ctx, runId);
    await sql`
      update clean_up_items i set decision = null, paused_until = null, decided_by = null, decided_at = null
      where i.run_id = ${runId} and i.talent_id = ${talentId}`.execute(ctx.db);
  });
}

/** All open proposals of one kind at once. In a Boutique pool everyone is looked at. @throws AppError pools.bulk_forbidden */
export async function acceptAll(
  ctx: Ctx,
  runId: string,
  { proposal, pausedUntil }: AcceptBody,
): Promise<{ people: number }> {
  allow(ctx.actor, 'pools.write');
  refusePast(ctx, pausedUntil);
  return inTransaction(ctx, async (ctx) => {
    const { pool } = await lockOpenRun(ctx, runId);
    if (!policyOf(pool.mode).allowsBulk) throw invalid('pools.bulk_forbidden');
    const { numAffectedRows } = await sql`
      update clean_up_items i set decision = ${proposal}, paused_until = ${pausedUntil ?? null}::date, decided_by = ${ctx.actor.memberId}::uuid, decided_at = ${ctx.now}
      where i.run_id = ${runId} and i.decision is null and i.proposal = ${proposal}`.execute(ctx.db);
    return { people: Number(numAffectedRows ?? 0) };
  });
}

/** Carries the decisions out. Whoever is undecided stays. */
export async function finishCleanUpOf(ctx: Ctx, runId: string): Promise<CleanUpRun> {
  allow(ctx.actor, 'pools.write');
  return inTransaction(ctx, async (ctx) => {
    const { run, pool } = await lockOpenRun(ctx, runId);
    const { rows } = await sql<{ id: string }>`
      delete from pool_members m using clean_up_items i where i.run_id = ${runId} and i.decision = 'leave' and m.pool_id = ${pool.id} and m.talent_id = i.talent_id
      returning m.talent_id as id`.execute(ctx.db);
    const paused = await sql<{ id: string }>`
      update pool_members m set paused_until = i.paused_until from clean_up_items i
      where i.run_id = ${runId} and i.decision = 'pause' and m.pool_id = ${pool.id} and m.talent_id = i.talent_id returning m.talent_id as id`.execute(
      ctx.db,
    );
    await ctx.db
      .updateTable('clean_up_runs')
      .set({ finished_at: ctx.now, size_after: await sizeOf(ctx, pool.id) })
      .where('id', '=', run.id)
      .execute();
    const removed = rows.map(({ id }) => id);
    await record(ctx, {
      action: 'pools.clean_up_finished',
      details: { poolId: pool.id, runId, people: removed.length },
    });
    const talentIds = paused.rows.map(({ id }) => id);
    if (talentIds.length > 0) await ctx.emit(ctx, 'pools.pauses_changed', { poolId: pool.id, talentIds });
    if (removed.length > 0) await ctx.emit(ctx, 'pools.members_changed', { poolId: pool.id, added: [], removed });
    return getCleanUp(ctx, runId);
  });
}

/** Nothing of it was carried out. @throws AppError pools.clean_up_is_finished */
export async function dropCleanUpOf(ctx: Ctx, runId: string): Promise<void> {
  allow(ctx.actor, 'pools.write');
  await inTransaction(ctx, async (ctx) => {
    await lockOpenRun(ctx, runId);
    await ctx.db.deleteFrom('clean_up_runs').where('id', '=', runId).execute();
  });
}
