import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Db } from '#ground/database/database.ts';
import type { Demand, DemandCard } from './schema.ts';

interface Named {
  id: string;
  name: string;
}

export interface DemandRow extends Omit<DemandCard, 'unit' | 'roleFamily' | 'owner' | 'gate'> {
  unit: Named | null;
  roleFamily: Named | null;
  owner: Named | null;
  gate: DemandCard['gate'];
  createdKey: string;
}

const CARD = sql`
  d.id, d.kind, d.title, d.headcount, d.from_on as "fromOn", d.likelihood_share as "likelihoodShare", d.city, d.state, d.opened_on as "openedOn", d.advertised_on as "advertisedOn", d.gate,
  (select count(*)::int from hires h where h.demand_id = d.id and h.undone_at is null) as "hiredCount",
  (select jsonb_build_object('id', u.id, 'name', u.name) from units u where u.id = d.unit_id) as unit,
  (select jsonb_build_object('id', f.id, 'name', f.name) from role_families f where f.id = d.role_family_id) as "roleFamily",
  (select jsonb_build_object('id', m.id, 'name', m.name) from members m where m.id = d.owner_id) as owner`;

interface ListFilter {
  state?: string | undefined;
  kind?: string | undefined;
  after?: readonly [createdAt: string | null, id: string] | undefined;
  limit: number;
}

/** One row more than the limit, newest first. */
export async function listDemandRows(
  db: Db,
  entityIds: string[],
  { state, kind, after, limit }: ListFilter,
): Promise<DemandRow[]> {
  const where: RawBuilder<boolean>[] = [
    sql`d.entity_id = any(${entityIds}::uuid[])`,
    ...(state ? [sql<boolean>`d.state = ${state}`] : []),
    ...(kind ? [sql<boolean>`d.kind = ${kind}`] : []),
    ...(after ? [sql<boolean>`(d.created_at, d.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`] : []),
  ];
  const { rows } = await sql<DemandRow>`
    select ${CARD}, d.created_at::text as "createdKey" from demands d where ${sql.join(where, sql` and `)}
    order by d.created_at desc, d.id desc limit ${limit + 1}`.execute(db);
  return rows;
}

export type DemandRecord = Omit<Demand, 'gate' | 'hires'> &
  DemandRow & {
    entityId: string;
    gateReason: string | null;
    gateKnownCount: number | null;
    gateBy: Named | null;
    gateAt: Date | null;
    hires: Demand['hires'];
  };

/** A hired person's name shows only while the person is here and of an entity that the reader may see. */
export async function findDemand(db: Db, demandId: string, entityIds: string[]): Promise<DemandRecord | undefined> {
  const { rows } = await sql<DemandRecord>`
    select ${CARD}, d.created_at::text as "createdKey", d.entity_id as "entityId", d.description, d.country, d.may_be_remote as "mayBeRemote", d.hours_min_share as "hoursMinShare",
      d.hours_max_share as "hoursMaxShare", d.must, d.nice, d.languages, d.closed_on as "closedOn", d.closed_because as "closedBecause", d.version,
      to_char(d.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt",
      d.gate_reason as "gateReason", d.gate_known_count as "gateKnownCount", d.gate_at as "gateAt",
      (select jsonb_build_object('id', m.id, 'name', m.name) from members m where m.id = d.gate_by) as "gateBy",
      coalesce((
        select jsonb_agg(jsonb_build_object('id', h.id, 'source', h.source, 'hiredOn', h.hired_on, 'startsOn', h.starts_on, 'costCents', h.cost_cents,
          'talent', case when t.id is not null then jsonb_build_object('id', t.id, 'name', concat_ws(' ', nullif(t.first_name, ''), nullif(t.last_name, ''))) end)
          order by h.hired_on, h.recorded_at)
        from hires h left join talents_view t on t.id = h.talent_id and t.entity_id = any(${entityIds}::uuid[])
        where h.demand_id = d.id and h.undone_at is null), '[]') as hires
    from demands d where d.id = ${demandId} and d.entity_id = any(${entityIds}::uuid[])`.execute(db);
  return rows[0];
}

export interface LockedDemand {
  id: string;
  entity_id: string;
  kind: string;
  state: string;
  gate: string;
  headcount: number;
  role_family_id: string | null;
  version: number;
}

export async function lockDemand(db: Db, demandId: string, entityIds: string[]): Promise<LockedDemand | undefined> {
  return db
    .selectFrom('demands')
    .select(['id', 'entity_id', 'kind', 'state', 'gate', 'headcount', 'role_family_id', 'version'])
    .where('id', '=', demandId)
    .where('entity_id', 'in', entityIds)
    .forUpdate()
    .executeTakeFirst();
}

export async function countHires(db: Db, demandId: string): Promise<number> {
  const row = await db
    .selectFrom('hires')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('demand_id', '=', demandId)
    .where('undone_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}
