import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { allow } from '#rooms/accounts/index.ts';
import { STAGES } from '#rooms/talents/types.ts';
import type { PoolRow } from './access.ts';
import { hiddenPools, knownPools, mustEnter, poolColumns } from './access.ts';
import { memberOf } from './people.ts';
import { policyOf } from './policy.ts';
import type { hiddenPool, PoolCard, PoolPage } from './schema.ts';
import type { Mode, Visibility } from './types.ts';

interface Counts {
  people: number;
  paused: number;
}

/** What there is for this reader; two statements. */
export async function listPoolsFor(
  ctx: Ctx,
  archived: 'yes' | 'no',
): Promise<{ items: PoolCard[]; hidden: z.input<typeof hiddenPool>[] }> {
  allow(ctx.actor, 'pools.read');
  const { rows } = await sql<PoolRow & Counts>`
    select ${poolColumns(ctx.actor)}, c.people, c.paused
    from pools p left join members o on o.id = p.owner_id ${countsOf(ctx)}
    where ${knownPools(ctx.actor)} and p.archived_at is ${archived === 'yes' ? sql`not null` : sql`null`}
    order by lower(p.name), p.id`.execute(ctx.db);
  return { items: rows.map(cardOf), hidden: await listHidden(ctx) };
}

const countsOf = ({ now }: Pick<Ctx, 'now'>) => sql`cross join lateral (
  select count(*) as people, count(*) filter (where m.paused_until >= ${dayOf(now)}::date) as paused
  from pool_members m join talents_view t on t.id = m.talent_id where m.pool_id = p.id) c`;

const dayOf = (now: Date) => now.toISOString().slice(0, 10);

function cardOf(row: PoolRow & Counts): PoolCard {
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    purpose: row.purpose,
    mode: row.mode,
    visibility: row.visibility,
    capPerOwner: row.cap_per_owner,
    owner: memberOf(row.owner_id, row.owner_name),
    people: row.people,
    paused: row.paused,
    isOpen: row.is_open,
    mayEdit: row.may_edit,
    createdAt: row.created_at.toISOString(),
    archivedAt: row.archived_at?.toISOString() ?? null,
  };
}

interface HiddenRow {
  mode: Mode;
  visibility: Visibility;
  owner_id: string | null;
  owner_name: string | null;
  created_at: Date;
}

async function listHidden({ db, actor }: Ctx) {
  const { rows } = await sql<HiddenRow>`
    select p.mode, p.visibility, p.owner_id, o.name as owner_name, p.created_at from pools p left join members o on o.id = p.owner_id
    where ${hiddenPools(actor)} order by p.created_at, p.id`.execute(db);
  return rows.map(({ mode, visibility, owner_id, owner_name, created_at }) => ({
    mode,
    visibility,
    owner: memberOf(owner_id, owner_name),
    createdAt: created_at.toISOString(),
  }));
}

/** @throws AppError pools.not_found, pools.only_its_team */
export async function getPool(ctx: Ctx, poolId: string): Promise<PoolPage> {
  allow(ctx.actor, 'pools.read');
  const pool = await mustEnter(ctx, poolId);
  const [counts, team] = [await countMembers(ctx, poolId), await listTeamOf(ctx, poolId)];
  const { allowsBulk, needsReason, needsOwnerAndDeputy } = policyOf(pool.mode);
  return {
    ...cardOf({ ...pool, people: counts.people, paused: counts.paused }),
    team,
    stages: counts.stages,
    owners: counts.owners,
    allowsBulk,
    needsReason,
    needsOwnerAndDeputy,
  };
}

interface GroupRow {
  stage: (typeof STAGES)[number];
  owner_id: string | null;
  owner_name: string | null;
  people: number;
  paused: number;
}

async function countMembers({ db, now }: Ctx, poolId: string) {
  const { rows } = await sql<GroupRow>`
    select t.stage, t.owner_id, o.name as owner_name, count(*) as people, count(*) filter (where m.paused_until >= ${dayOf(now)}::date) as paused
    from pool_members m join talents_view t on t.id = m.talent_id left join members o on o.id = t.owner_id
    where m.pool_id = ${poolId} group by t.stage, t.owner_id, o.name`.execute(db);
  const sum = (some: readonly GroupRow[]) => some.reduce((total, { people }) => total + people, 0);
  const owners = [...Map.groupBy(rows, ({ owner_id }) => owner_id)].map(([id, some]) => ({
    owner: memberOf(id, some[0]?.owner_name ?? null),
    people: sum(some),
  }));
  return {
    people: sum(rows),
    paused: rows.reduce((total, { paused }) => total + paused, 0),
    stages: STAGES.map((stage) => ({ stage, people: sum(rows.filter((row) => row.stage === stage)) })),
    owners: owners.toSorted((a, b) => b.people - a.people),
  };
}

async function listTeamOf({ db }: Ctx, poolId: string): Promise<PoolPage['team']> {
  const { rows } = await sql<{ id: string; name: string }>`
    select m.id, m.name from pool_team w join members m on m.id = w.member_id where w.pool_id = ${poolId} order by m.name, m.id`.execute(
    db,
  );
  return rows.flatMap(({ id, name }) => memberOf(id, name) ?? []);
}
