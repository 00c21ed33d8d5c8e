import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict, invalid, notFound } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import type { PoolRow } from './access.ts';
import { lockPool, mustEnter } from './access.ts';
import { beginAct } from './acts.ts';
import type { Entry } from './policy.ts';
import { leftOutOf, policyOf, refusalOf } from './policy.ts';
import type { AddBody, PoolSelection } from './schema.ts';
import { segmentSql } from './segments/compile.ts';
import { loadSegmentRule, resolveGiven } from './segments/saved.ts';
import type { LeftOutReason } from './types.ts';

export interface LeftOut {
  reason: LeftOutReason;
  count: number;
}
export interface MemberAct {
  actId: string;
  people: number;
  leftOut: LeftOut[];
}
export interface Adding {
  poolId: string;
  talentIds: string[];
  reason?: string | undefined;
  /** 'member', or what takes the act back: `import:<id>`, `segment:<id>`. */
  source?: string;
}

/** Whom an act would add, and whom not and why; writes nothing. @throws AppError as `addMembersTo` */
export async function previewAddingTo(ctx: Ctx, poolId: string, { selection, reason }: AddBody) {
  allow(ctx.actor, 'pools.write');
  const pool = await mustEnter(ctx, poolId);
  const chosen = await chosenBy(ctx, selection);
  // What is still missing is asked for by the screen; what can never be is refused at once.
  refuse(pool, { ...entryOf(pool, selection, reason ?? null), reason: reason ?? '…' });
  const { selected, added, leftOut } = await countJudged(ctx, judged(ctx, pool, chosen));
  if (policyOf(pool.mode).allowsBulk || added === 0) return { selected, added, leftOut };
  const hindered = await hindranceOf(ctx, pool, selection);
  return hindered ? { selected, added: 0, leftOut: [{ reason: hindered, count: 1 }] } : { selected, added, leftOut };
}

/**
 * Adds people by hand or by a rule; undoable as one act.
 * @throws AppError pools.bulk_forbidden, pools.reason_needed, pools.cap_reached, pools.owner_and_deputy_needed, pools.not_found, pools.only_its_team
 */
export async function addMembersTo(ctx: Ctx, poolId: string, { selection, reason }: AddBody): Promise<MemberAct> {
  allow(ctx.actor, 'pools.write');
  const source = 'ids' in selection ? 'member' : 'segmentId' in selection ? `segment:${selection.segmentId}` : 'rule';
  return add(ctx, { poolId, selection, reason: reason ?? null, source });
}

/** For other rooms: the same act with their own source. */
export async function addToPool(
  ctx: Ctx,
  { poolId, talentIds, reason, source = 'member' }: Adding,
): Promise<MemberAct> {
  allow(ctx.actor, 'pools.write');
  return add(ctx, { poolId, selection: { ids: talentIds }, reason: reason ?? null, source });
}

interface Act {
  poolId: string;
  selection: PoolSelection;
  reason: string | null;
  source: string;
}

function add(ctx: Ctx, { poolId, selection, reason, source }: Act): Promise<MemberAct> {
  return inTransaction(ctx, async (ctx) => {
    const pool = await lockPool(ctx, poolId);
    refuse(pool, { ...entryOf(pool, selection, reason), via: source === 'member' ? 'hand' : 'rule' });
    const hindered = await hindranceOf(ctx, pool, selection);
    if (hindered === 'cap') throw conflict('pools.cap_reached', { cap: pool.cap_per_owner });
    if (hindered) throw invalid('pools.owner_and_deputy_needed');
    const candidates = judged(ctx, pool, await chosenBy(ctx, selection));
    const { leftOut } = await countJudged(ctx, candidates);
    const actId = await beginAct(ctx, poolId);
    const added = await insertMembers(ctx, { pool, actId, candidates, reason, source });
    await tell(ctx, { poolId, actId, added, removed: [] });
    return { actId, people: added.length, leftOut };
  });
}

function refuse(pool: PoolRow, entry: Entry) {
  const refusal = refusalOf(entry);
  if (refusal === 'bulk_forbidden') throw invalid('pools.bulk_forbidden');
  if (refusal === 'reason_needed') throw invalid('pools.reason_needed', { mode: pool.mode });
}

const entryOf = (pool: PoolRow, selection: PoolSelection, reason: string | null): Entry => ({
  mode: pool.mode,
  cap: pool.cap_per_owner,
  reason,
  people: 'ids' in selection ? new Set(selection.ids).size : Infinity,
  via: 'ids' in selection ? 'hand' : 'rule',
});

/** What keeps one person out of a pool that takes people one by one. Who is not there, or there already, is no case for the policy. */
async function hindranceOf(ctx: Ctx, pool: PoolRow, selection: PoolSelection) {
  const [talentId] = 'ids' in selection ? selection.ids : [];
  if (policyOf(pool.mode).allowsBulk || talentId === undefined) return undefined;
  const { rows } = await sql<{ ownerId: string | null; deputyId: string | null; ownersPeople: number }>`
    select t.owner_id as "ownerId", t.deputy_id as "deputyId",
      (select count(*) from pool_members m join talents_view o on o.id = m.talent_id where m.pool_id = ${pool.id} and o.owner_id = t.owner_id) as "ownersPeople"
    from talents_view t where t.id = ${talentId} and t.entity_id = any(${ctx.actor.entityIds}::uuid[])
      and not exists (select 1 from pool_members m where m.pool_id = ${pool.id} and m.talent_id = t.id)`.execute(
    ctx.db,
  );
  return rows[0] && leftOutOf({ mode: pool.mode, cap: pool.cap_per_owner }, rows[0]);
}

/** Ids of the people meant, as a select with one column `id`; those by a rule are always people whom the reader sees. */
async function chosenBy(ctx: Ctx, selection: PoolSelection): Promise<RawBuilder<unknown>> {
  if ('ids' in selection) return sql`select distinct w.id from unnest(${selection.ids}::uuid[]) w(id)`;
  const rule =
    'segmentId' in selection
      ? await loadSegmentRule(ctx, selection.segmentId)
      : await resolveGiven(ctx, selection.rule);
  return sql`select t.id from talents t where ${segmentSql(rule, ctx)}`;
}

/** Everyone meant, with why they are left out or null. */
const judged = ({ actor, now }: Ctx, pool: PoolRow, chosen: RawBuilder<unknown>) => sql`
  select c.id, case
    when t.id is null then 'unknown'
    when t.entity_id <> ${pool.entity_id} then 'wrong_entity'
    when t.erase_on <= ${now.toISOString().slice(0, 10)}::date then 'no_ground'
    when m.talent_id is not null then 'already_there' end as left_out
  from (${chosen}) c left join talents_view t on t.id = c.id and t.entity_id = any(${actor.entityIds}::uuid[])
  left join pool_members m on m.pool_id = ${pool.id} and m.talent_id = c.id`;

async function countJudged({ db }: Ctx, candidates: RawBuilder<unknown>) {
  const { rows } = await sql<{ reason: LeftOutReason | null; count: number }>`
    select j.left_out as reason, count(*) as count from (${candidates}) j group by j.left_out order by count desc, reason`.execute(
    db,
  );
  const leftOut = rows.flatMap(({ reason, count }) => (reason === null ? [] : [{ reason, count }]));
  const added = rows.find(({ reason }) => reason === null)?.count ?? 0;
  return { selected: rows.reduce((sum, { count }) => sum + count, 0), added, leftOut };
}

interface Inserting {
  pool: PoolRow;
  actId: string;
  candidates: RawBuilder<unknown>;
  reason: string | null;
  source: string;
}

async function insertMembers({ db, actor, now }: Ctx, { pool, actId, candidates, reason, source }: Inserting) {
  const { rows } = await sql<{ id: string }>`
    with new as (
      insert into pool_members (pool_id, talent_id, added_at, added_by, reason, source)
      select ${pool.id}::uuid, j.id, ${now}::timestamptz, ${actor.memberId}::uuid, ${reason}, ${source} from (${candidates}) j where j.left_out is null
      on conflict do nothing returning pool_members.*),
    noted as (insert into pool_act_rows (act_id, talent_id, after) select ${actId}::uuid, new.talent_id, to_jsonb(new) from new)
    select new.talent_id as id from new`.execute(db);
  return rows.map(({ id }) => id);
}

/** They stay talents; undoable as one act. @throws AppError pools.not_found, pools.only_its_team */
export async function removeFromPool(
  ctx: Ctx,
  { poolId, talentIds }: Pick<Adding, 'poolId' | 'talentIds'>,
): Promise<MemberAct> {
  allow(ctx.actor, 'pools.write');
  return inTransaction(ctx, async (ctx) => {
    await lockPool(ctx, poolId);
    const actId = await beginAct(ctx, poolId);
    const { rows } = await sql<{ id: string }>`
      with gone as (delete from pool_members m where m.pool_id = ${poolId} and m.talent_id = any(${talentIds}::uuid[]) returning m.*),
      noted as (insert into pool_act_rows (act_id, talent_id, before) select ${actId}::uuid, gone.talent_id, to_jsonb(gone) from gone)
      select gone.talent_id as id from gone`.execute(ctx.db);
    const removed = rows.map(({ id }) => id);
    await tell(ctx, { poolId, actId, added: [], removed });
    return { actId, people: removed.length, leftOut: [] };
  });
}

async function tell(ctx: Ctx, act: { poolId: string; actId: string; added: string[]; removed: string[] }) {
  const { poolId, added, removed } = act;
  if (added.length + removed.length === 0) return;
  await record(ctx, {
    action: added.length > 0 ? 'pools.members_added' : 'pools.members_removed',
    details: { poolId, actId: act.actId, people: added.length + removed.length },
  });
  await ctx.emit(ctx, 'pools.members_changed', { poolId, added, removed });
}

export interface MembershipChange {
  reason?: string | null | undefined;
  pausedUntil?: string | null | undefined;
}

/**
 * Why somebody is here, or until when they rest.
 * @throws AppError pools.membership_not_found, pools.reason_needed, pools.pause_in_past
 */
export async function changeMembershipOf(
  ctx: Ctx,
  { poolId, talentId }: { poolId: string; talentId: string },
  { reason, pausedUntil }: MembershipChange,
): Promise<MemberAct> {
  allow(ctx.actor, 'pools.write');
  return inTransaction(ctx, async (ctx) => {
    const pool = await lockPool(ctx, poolId);
    if (reason === null) refuse(pool, { ...entryOf(pool, { ids: [talentId] }, null) });
    refusePast(ctx, pausedUntil);
    const actId = await beginAct(ctx, poolId);
    const { rows } = await sql`
      with old as (select m.* from pool_members m where m.pool_id = ${poolId} and m.talent_id = ${talentId} for update),
      new as (update pool_members m set reason = ${reason === undefined ? sql`m.reason` : sql`${reason}`},
        paused_until = ${pausedUntil === undefined ? sql`m.paused_until` : sql`${pausedUntil}::date`}
        from old where m.pool_id = old.pool_id and m.talent_id = old.talent_id returning m.*)
      insert into pool_act_rows (act_id, talent_id, before, after) select ${actId}::uuid, old.talent_id, to_jsonb(old), to_jsonb(new) from old, new
      returning 1`.execute(ctx.db);
    if (rows.length === 0) throw notFound('pools.membership_not_found');
    await ctx.emit(ctx, 'pools.pauses_changed', { poolId, talentIds: [talentId] });
    return { actId, people: 1, leftOut: [] };
  });
}

export function refusePast({ now }: Pick<Ctx, 'now'>, day: string | null | undefined) {
  if (day && day <= now.toISOString().slice(0, 10)) throw invalid('pools.pause_in_past');
}
