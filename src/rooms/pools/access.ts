import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Actor, Ctx } from '#ground/context.ts';
import { conflict, forbidden, notFound } from '#ground/errors/app-error.ts';
import { may } from '#rooms/accounts/index.ts';
import type { Mode, Visibility } from './types.ts';

type Sql = RawBuilder<boolean>;

/** The program itself, in jobs and on the command line. A job that carries on a member's act sees what that member sees. */
const isProgram = ({ kind, memberId }: Actor) => kind === 'system' && memberId === null;

const isInTeam = ({ memberId }: Actor): Sql =>
  sql<boolean>`(p.owner_id = ${memberId}::uuid or exists (select 1 from pool_team w where w.pool_id = p.id and w.member_id = ${memberId}::uuid))`;

/** Whose people the reader may see. About `pools p`, archived ones too. */
const mayEnter = (actor: Actor): Sql =>
  isProgram(actor)
    ? sql<boolean>`p.entity_id = any(${actor.entityIds}::uuid[])`
    : sql<boolean>`(p.entity_id = any(${actor.entityIds}::uuid[]) and (p.visibility = 'all' or p.owner_id = ${actor.memberId}::uuid
        or (p.visibility in ('team', 'confidential') and ${isInTeam(actor)})))`;

/** Which pools the reader may enter, about `pools p`: for joins of other rooms. A confidential pool exists only for its team. */
export const visiblePools = (actor: Actor): Sql => sql<boolean>`(p.archived_at is null and ${mayEnter(actor)})`;

/** Name and number of a team's pool are no secret; its people are. */
export const knownPools = (actor: Actor): Sql =>
  sql<boolean>`(${mayEnter(actor)} or (p.entity_id = any(${actor.entityIds}::uuid[]) and p.visibility = 'team'))`;

/** Pools of which this reader learns only that they exist. */
export const hiddenPools = (actor: Actor): Sql =>
  actor.role === 'privacy_officer'
    ? sql<boolean>`(p.entity_id = any(${actor.entityIds}::uuid[]) and p.archived_at is null and p.visibility in ('private', 'confidential') and not ${mayEnter(actor)})`
    : sql<boolean>`false`;

export interface PoolRow {
  id: string;
  entity_id: string;
  name: string;
  purpose: string;
  mode: Mode;
  visibility: Visibility;
  cap_per_owner: number | null;
  owner_id: string | null;
  owner_name: string | null;
  created_at: Date;
  version: number;
  archived_at: Date | null;
  is_open: boolean;
  may_edit: boolean;
}

/** Columns of `PoolRow`, from `pools p` and its owner `o`. */
export const poolColumns = (actor: Actor) => sql`
  p.id, p.entity_id, p.name, p.purpose, p.mode, p.visibility, p.cap_per_owner, p.owner_id, o.name as owner_name, p.created_at, p.version, p.archived_at,
  ${mayEnter(actor)} as is_open, ${mayEdit(actor)} as may_edit`;

/** Everyone may add to a pool for all; what it is called and who sees it is its team's and the administrators' business. */
const mayEdit = (actor: Actor): Sql => {
  if (!may(actor, 'pools.write')) return sql<boolean>`false`;
  if (isProgram(actor) || actor.role === 'administrator') return mayEnter(actor);
  return sql<boolean>`(${mayEnter(actor)} and ${isInTeam(actor)})`;
};

/** @throws AppError pools.not_found, pools.only_its_team */
export async function mustEnter({ db, actor }: Ctx, poolId: string): Promise<PoolRow> {
  return opened(await findPool({ db, actor }, poolId, sql``));
}

/**
 * The pool, locked until the transaction ends: two people who add at once are counted one after the other.
 * @throws AppError pools.not_found, pools.only_its_team, pools.is_archived
 */
export async function lockPool({ db, actor }: Ctx, poolId: string): Promise<PoolRow> {
  const pool = opened(await findPool({ db, actor }, poolId, sql`for update of p`));
  if (pool.archived_at !== null) throw conflict('pools.is_archived');
  return pool;
}

/** @throws AppError pools.not_found, pools.only_its_team, pools.only_team_edits */
export async function lockPoolToEdit({ db, actor }: Ctx, poolId: string): Promise<PoolRow> {
  const pool = opened(await findPool({ db, actor }, poolId, sql`for update of p`));
  if (!pool.may_edit) throw forbidden('pools.only_team_edits');
  return pool;
}

async function findPool({ db, actor }: Pick<Ctx, 'db' | 'actor'>, poolId: string, lock: RawBuilder<unknown>) {
  const { rows } = await sql<PoolRow>`
    select ${poolColumns(actor)} from pools p left join members o on o.id = p.owner_id where p.id = ${poolId}::uuid and ${knownPools(actor)} ${lock}`.execute(
    db,
  );
  return rows[0];
}

/** A pool of another legal entity, a confidential one and none look the same. */
function opened(pool: PoolRow | undefined): PoolRow {
  if (!pool) throw notFound('pools.not_found');
  if (!pool.is_open) throw forbidden('pools.only_its_team');
  return pool;
}
