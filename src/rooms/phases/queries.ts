import { sql } from 'kysely';
import type { Db } from '#ground/database/database.ts';
import type { PhaseInForce, PhaseLogEntry } from './schema.ts';
import type { Phase } from './types.ts';

interface CurrentRow {
  entity_id: string;
  entity_name: string;
  unit_id: string | null;
  unit_name: string | null;
  phase_id: string | null;
  phase: Phase | null;
  since_on: string | null;
}

/** One row per entity and per unit, with the phase that is in force there; the entity's own row first. */
export async function listCurrent(db: Db, entityIds: string[]): Promise<CurrentRow[]> {
  const { rows } = await sql<CurrentRow>`
    with places as (
      select e.id as entity_id, e.name as entity_name, null::uuid as unit_id, null::text as unit_name from entities e where e.id = any(${entityIds}::uuid[])
      union all
      select e.id, e.name, u.id, u.name from units u join entities e on e.id = u.entity_id where e.id = any(${entityIds}::uuid[])
    )
    select p.*, c.id as phase_id, c.phase, c.since_on::text as since_on
    from places p
    left join lateral (
      select id, phase, since_on from phases h
      where h.entity_id = p.entity_id and h.unit_id is not distinct from p.unit_id
      order by h.number desc limit 1
    ) c on true
    order by p.entity_name, p.entity_id, p.unit_id is not null, lower(p.unit_name), p.unit_id`.execute(db);
  return rows;
}

interface LogRow {
  id: string;
  entity_id: string;
  unit_id: string | null;
  unit_name: string | null;
  phase: Phase;
  since_on: string;
  note: string | null;
  set_by: string | null;
  set_by_name: string | null;
  set_at: Date;
  number: string;
}

interface NumberedEntry extends PhaseLogEntry {
  number: number;
}

/** One more than `limit`, so that the caller sees whether the list goes on. */
export async function listLog(
  db: Db,
  { entityIds, after, limit }: { entityIds: string[]; after: number | undefined; limit: number },
): Promise<NumberedEntry[]> {
  const beyond = after === undefined ? sql`` : sql`and h.number < ${after}`;
  const { rows } = await sql<LogRow>`
    select h.id, h.entity_id, h.unit_id, u.name as unit_name, h.phase, h.since_on::text as since_on, h.note, h.set_by, m.name as set_by_name, h.set_at, h.number
    from phases h left join units u on u.id = h.unit_id left join members m on m.id = h.set_by
    where h.entity_id = any(${entityIds}::uuid[]) ${beyond}
    order by h.number desc limit ${limit + 1}`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    entityId: row.entity_id,
    unit: row.unit_id === null ? null : { id: row.unit_id, name: row.unit_name ?? '' },
    phase: row.phase,
    sinceOn: row.since_on,
    note: row.note,
    setBy: row.set_by_name,
    setAt: row.set_at.toISOString(),
    number: Number(row.number),
  }));
}

/** The entry in force for a unit itself, or for the entity when `unitId` is null. */
export async function findInForce(
  db: Db,
  { entityId, unitId }: { entityId: string; unitId: string | null },
): Promise<PhaseInForce | undefined> {
  const { rows } = await sql<{ id: string; phase: Phase; since_on: string }>`
    select id, phase, since_on::text as since_on from phases
    where entity_id = ${entityId} and unit_id is not distinct from ${unitId}::uuid
    order by number desc limit 1`.execute(db);
  const [row] = rows;
  return row && { id: row.id, phase: row.phase, sinceOn: row.since_on };
}

/** Two people who switch the same place at once come one after the other. */
export const lockPlace = (db: Db, { entityId, unitId }: { entityId: string; unitId: string | null }) =>
  sql`select pg_advisory_xact_lock(hashtext(${`phases:${entityId}:${unitId ?? ''}`}))`.execute(db);

export const findUnit = (db: Db, unitId: string, entityIds: string[]) =>
  db
    .selectFrom('units')
    .select(['id', 'entity_id', 'name'])
    .where('id', '=', unitId)
    .where('entity_id', 'in', entityIds)
    .executeTakeFirst();
