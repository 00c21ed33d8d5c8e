import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict, forbidden, invalid, notFound } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/index.ts';
import type { PoolRow } from './access.ts';
import { lockPoolToEdit } from './access.ts';
import { getPool } from './pool-page.ts';
import { obstaclesOf, policyOf } from './policy.ts';
import type { NewPool, PoolChanges, PoolPage } from './schema.ts';
import type { Mode } from './types.ts';

/** @throws AppError pools.name_taken, pools.member_unknown, pools.entity_unknown */
export async function makePool(ctx: Ctx, given: NewPool): Promise<PoolPage> {
  allow(ctx.actor, 'pools.write');
  const entityId = given.entityId ?? ctx.actor.entityIds[0];
  if (entityId === undefined || !ctx.actor.entityIds.includes(entityId)) throw notFound('pools.entity_unknown');
  const ownerId = given.ownerId ?? ctx.actor.memberId;
  return inTransaction(ctx, async (ctx) => {
    await refuseUnknownMembers(ctx, entityId, [ownerId, ...given.team]);
    const id = newId(ctx.now.getTime());
    const { rows } = await sql`
      insert into pools (id, entity_id, name, purpose, mode, visibility, cap_per_owner, owner_id, created_by, created_at, updated_at)
      values (${id}, ${entityId}, ${given.name}, ${given.purpose}, ${given.mode}, ${given.visibility}, ${capFor(given.mode, given.capPerOwner)},
        ${ownerId}::uuid, ${ctx.actor.memberId}::uuid, ${ctx.now}, ${ctx.now}) on conflict do nothing returning 1`.execute(
      ctx.db,
    );
    if (rows.length === 0) throw conflict('pools.name_taken', { name: given.name });
    await setTeam(ctx, id, [...given.team, ...(ctx.actor.memberId ? [ctx.actor.memberId] : [])]);
    await record(ctx, {
      action: 'pools.created',
      details: { poolId: id, mode: given.mode, visibility: given.visibility },
    });
    return getPool(ctx, id);
  });
}

const capFor = (mode: Mode, wanted: number | null | undefined): number | null => {
  const usual = policyOf(mode).capPerOwner;
  return usual === null ? null : (wanted ?? usual);
};

/**
 * @throws AppError pools.changed_meanwhile when somebody was faster, pools.mode_obstacles, pools.cap_below, pools.name_taken, pools.member_unknown,
 *   pools.only_team_edits, pools.only_owner_hides
 */
export async function changePool(
  ctx: Ctx,
  poolId: string,
  { version, changes }: { version: number; changes: PoolChanges },
): Promise<PoolPage> {
  allow(ctx.actor, 'pools.write');
  return inTransaction(ctx, async (ctx) => {
    const pool = await lockPoolToEdit(ctx, poolId);
    if (version < pool.version) throw conflict('pools.changed_meanwhile', { version: pool.version });
    await refuseUnknownMembers(ctx, pool.entity_id, [changes.ownerId, ...(changes.team ?? [])]);
    refuseHidingFromOneself(ctx, pool, changes);
    const mode = changes.mode ?? pool.mode;
    const cap = capFor(mode, changes.capPerOwner ?? pool.cap_per_owner);
    await refuseObstacles(ctx, pool, { mode, cap });
    await writePool(ctx, pool, { ...changes, mode, capPerOwner: cap });
    if (changes.team) await setTeam(ctx, poolId, changes.team);
    await record(ctx, { action: 'pools.changed', details: { poolId, fields: Object.keys(changes).join(' ') } });
    return getPool(ctx, poolId);
  });
}

/** Only the owner makes a pool private: anybody else would lose it by the very act. */
function refuseHidingFromOneself({ actor }: Ctx, pool: PoolRow, { visibility, ownerId }: PoolChanges) {
  if (visibility === 'private' && (ownerId ?? pool.owner_id) !== actor.memberId)
    throw forbidden('pools.only_owner_hides');
}

async function refuseObstacles({ db }: Ctx, pool: PoolRow, wanted: { mode: Mode; cap: number | null }) {
  if (wanted.mode === pool.mode && wanted.cap === pool.cap_per_owner) return;
  const { rows } = await sql<{ ownerId: string | null; deputyId: string | null; hasReason: boolean }>`
    select t.owner_id as "ownerId", t.deputy_id as "deputyId", m.reason is not null as "hasReason"
    from pool_members m join talents_view t on t.id = m.talent_id where m.pool_id = ${pool.id}`.execute(db);
  const obstacles = obstaclesOf(wanted, rows);
  if (Object.values(obstacles).every((count) => count === 0)) return;
  if (wanted.mode === pool.mode) throw conflict('pools.cap_below', { count: obstacles.overCap, cap: wanted.cap });
  throw conflict('pools.mode_obstacles', obstacles);
}

interface Written extends Omit<PoolChanges, 'capPerOwner'> {
  capPerOwner: number | null;
}

async function writePool({ db, now }: Ctx, pool: PoolRow, written: Written) {
  const wanted = {
    name: written.name ?? pool.name,
    visibility: written.visibility ?? pool.visibility,
  };
  // Asked before the index says it, so that the transaction can go on to answer.
  const { rows } = await sql`
    select 1 from pools p where p.entity_id = ${pool.entity_id} and lower(p.name) = lower(${wanted.name}) and p.id <> ${pool.id} and p.archived_at is null
      and p.visibility in ('team', 'all') and ${wanted.visibility} in ('team', 'all')`.execute(db);
  if (rows.length > 0) throw conflict('pools.name_taken', { name: wanted.name });
  await db
    .updateTable('pools')
    .set({
      ...wanted,
      purpose: written.purpose ?? pool.purpose,
      mode: written.mode ?? pool.mode,
      cap_per_owner: written.capPerOwner,
      owner_id: written.ownerId ?? pool.owner_id,
      version: pool.version + 1,
      updated_at: now,
    })
    .where('id', '=', pool.id)
    .execute();
}

async function setTeam({ db }: Ctx, poolId: string, memberIds: string[]) {
  await db.deleteFrom('pool_team').where('pool_id', '=', poolId).execute();
  await sql`insert into pool_team (pool_id, member_id) select distinct ${poolId}::uuid, w.id from unnest(${memberIds}::uuid[]) w(id)`.execute(
    db,
  );
}

/** Owners and teams work for the same legal entity. @throws AppError pools.member_unknown */
async function refuseUnknownMembers({ db }: Ctx, entityId: string, memberIds: (string | null | undefined)[]) {
  const wanted = [...new Set(memberIds.filter((id) => typeof id === 'string'))];
  if (wanted.length === 0) return;
  const { rows } = await sql`
    select 1 from member_entities e join members m on m.id = e.member_id
    where e.entity_id = ${entityId} and m.id = any(${wanted}::uuid[]) and m.disabled_at is null`.execute(db);
  if (rows.length < wanted.length) throw invalid('pools.member_unknown');
}

/** @throws AppError pools.not_found, pools.only_team_edits */
export async function archivePoolOf(ctx: Ctx, poolId: string): Promise<void> {
  allow(ctx.actor, 'pools.write');
  await setArchived(ctx, poolId, ctx.now);
}

/** @throws AppError pools.not_found, pools.only_team_edits, pools.name_taken */
export async function takePoolBackFor(ctx: Ctx, poolId: string): Promise<void> {
  allow(ctx.actor, 'pools.write');
  await setArchived(ctx, poolId, null);
}

async function setArchived(ctx: Ctx, poolId: string, archivedAt: Date | null) {
  await inTransaction(ctx, async (ctx) => {
    const pool = await lockPoolToEdit(ctx, poolId);
    if ((pool.archived_at === null) === (archivedAt === null)) return;
    if (archivedAt === null) await writePool(ctx, pool, { capPerOwner: pool.cap_per_owner });
    await ctx.db.updateTable('pools').set({ archived_at: archivedAt }).where('id', '=', poolId).execute();
    await record(ctx, { action: archivedAt ? 'pools.archived' : 'pools.taken_back', details: { poolId } });
  });
}
