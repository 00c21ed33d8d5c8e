import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict, notFound } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/index.ts';
import { lockPool } from './access.ts';
import { policyOf } from './policy.ts';
import type { PoolRow } from './access.ts';
import { UNDO_WITHIN_MINUTES } from './types.ts';

const MS_PER_MINUTE = 60_000;
const KEPT_MS = 24 * 60 * MS_PER_MINUTE;

/** Begins an act; rows of `pool_act_rows` say what it changed. Acts of yesterday can no longer be undone and go. */
export async function beginAct({ db, actor, now }: Ctx, poolId: string): Promise<string> {
  const id = newId(now.getTime());
  await db
    .deleteFrom('pool_acts')
    .where('at', '<', new Date(now.getTime() - KEPT_MS))
    .execute();
  await db.insertInto('pool_acts').values({ id, pool_id: poolId, by_member: actor.memberId, at: now }).execute();
  return id;
}

/**
 * Takes back an act of one's own. Memberships that somebody changed since stay as they are and are counted as kept.
 * @throws AppError pools.act_not_found, pools.already_undone, pools.undo_too_late, pools.cap_reached
 */
export async function undoPoolActOf(ctx: Ctx, actId: string): Promise<{ undone: number; kept: number }> {
  allow(ctx.actor, 'pools.write');
  return inTransaction(ctx, async (ctx) => {
    const poolId = await lockAct(ctx, actId);
    const pool = await lockPool(ctx, poolId);
    const removed = await takeAway(ctx, actId);
    const changed = await putBack(ctx, actId);
    const added = await bringBack(ctx, actId);
    await refuseOverCap(ctx, pool, added.length);
    await ctx.db.updateTable('pool_acts').set({ undone_at: ctx.now }).where('id', '=', actId).execute();
    const undone = removed.length + changed.length + added.length;
    if (changed.length > 0) await ctx.emit(ctx, 'pools.pauses_changed', { poolId, talentIds: changed });
    if (removed.length + added.length > 0) await ctx.emit(ctx, 'pools.members_changed', { poolId, added, removed });
    return { undone, kept: (await countRows(ctx, actId)) - undone };
  });
}

async function lockAct({ db, actor, now }: Ctx, actId: string): Promise<string> {
  const { rows } = await sql<{ pool_id: string; at: Date; undone_at: Date | null }>`
    select a.pool_id, a.at, a.undone_at from pool_acts a where a.id = ${actId}::uuid and a.by_member = ${actor.memberId}::uuid for update`.execute(
    db,
  );
  const [act] = rows;
  if (!act) throw notFound('pools.act_not_found');
  if (act.undone_at !== null) throw conflict('pools.already_undone');
  if (now.getTime() - act.at.getTime() > UNDO_WITHIN_MINUTES * MS_PER_MINUTE)
    throw conflict('pools.undo_too_late', { minutes: UNDO_WITHIN_MINUTES });
  return act.pool_id;
}

const IDS = sql`returning m.talent_id as id`;

async function takeAway({ db }: Ctx, actId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    delete from pool_members m using pool_act_rows r, pool_acts a
    where r.act_id = ${actId} and a.id = r.act_id and r.before is null and m.pool_id = a.pool_id and m.talent_id = r.talent_id and to_jsonb(m) = r.after ${IDS}`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

async function putBack({ db }: Ctx, actId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update pool_members m set reason = r.before ->> 'reason', paused_until = (r.before ->> 'paused_until')::date from pool_act_rows r, pool_acts a
    where r.act_id = ${actId} and a.id = r.act_id and r.before is not null and r.after is not null and m.pool_id = a.pool_id and m.talent_id = r.talent_id
      and to_jsonb(m) = r.after ${IDS}`.execute(db);
  return rows.map(({ id }) => id);
}

async function bringBack({ db }: Ctx, actId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into pool_members select (jsonb_populate_record(null::pool_members, r.before)).* from pool_act_rows r
    where r.act_id = ${actId} and r.after is null on conflict do nothing returning talent_id as id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Meanwhile somebody else may have taken the place. */
async function refuseOverCap({ db }: Ctx, pool: PoolRow, added: number) {
  const cap = policyOf(pool.mode).capPerOwner === null ? null : pool.cap_per_owner;
  if (cap === null || added === 0) return;
  const { rows } = await sql`
    select t.owner_id from pool_members m join talents_view t on t.id = m.talent_id where m.pool_id = ${pool.id} and t.owner_id is not null
    group by t.owner_id having count(*) > ${cap}`.execute(db);
  if (rows.length > 0) throw conflict('pools.cap_reached', { cap });
}

async function countRows({ db }: Ctx, actId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from pool_act_rows r where r.act_id = ${actId}`.execute(db);
  return rows[0]?.count ?? 0;
}
