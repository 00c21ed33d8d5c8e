import { sql } from 'kysely';
import type { Db } from '#ground/database/database.ts';

export const findImport = (db: Db, importId: string, entityIds: string[]) =>
  db
    .selectFrom('imports')
    .selectAll()
    .where('id', '=', importId)
    .where('entity_id', 'in', entityIds)
    .executeTakeFirst();

export type ImportRecord = NonNullable<Awaited<ReturnType<typeof findImport>>>;

/** One address of a reception desk may stand with hundreds; whoever is beyond is found by the search for duplicates. */
const PEOPLE_PER_KEY = 50;

export interface FoundPerson {
  key: string;
  talent_id: string;
  first_name: string;
  last_name: string;
}

/**
 * Who is already here under these keys; one statement for a whole batch. Each key is looked up on its own (`lateral`): in a fast
 * import the planner knows nothing of the rows of the last minutes and would read whole tables instead.
 */
export async function findByAddresses(
  db: Db,
  entityId: string,
  addresses: { kind: string; value: string }[],
): Promise<FoundPerson[]> {
  const wanted = addresses.flatMap(({ kind, value }) => kindsOf(kind).map((stored) => ({ kind, stored, value })));
  if (wanted.length === 0) return [];
  const { rows } = await sql<FoundPerson>`
    select w.kind || ':' || w.value as key, t.id as talent_id, t.first_name, t.last_name
    from unnest(${wanted.map(({ kind }) => kind)}::text[], ${wanted.map(({ stored }) => stored)}::text[], ${wanted.map(({ value }) => value)}::text[]) as w (kind, stored, value)
    cross join lateral (select a.talent_id from talent_addresses a where a.kind = w.stored and a.normal_form = w.value limit ${PEOPLE_PER_KEY}) f
    cross join lateral (select p.id, p.entity_id, p.first_name, p.last_name, p.created_at, p.deleted_at from talents p where p.id = f.talent_id limit 1) t
    where t.entity_id = ${entityId} and t.deleted_at is null
    order by t.created_at, t.id`.execute(db);
  return rows;
}

/** A link of the file may stand here under either network. */
const kindsOf = (kind: string) => (kind === 'link' ? ['linkedin', 'xing'] : [kind]);

export async function findBySourceIds(
  db: Db,
  { entityId, system }: { entityId: string; system: string },
  sourceIds: string[],
): Promise<FoundPerson[]> {
  if (sourceIds.length === 0) return [];
  const { rows } = await sql<FoundPerson>`
    select 'source:' || w.id as key, t.id as talent_id, t.first_name, t.last_name
    from unnest(${sourceIds}::text[]) as w (id)
    cross join lateral (select s.talent_id from source_records s where s.system = ${system} and s.source_id = w.id limit ${PEOPLE_PER_KEY}) f
    cross join lateral (select p.id, p.entity_id, p.first_name, p.last_name, p.created_at, p.deleted_at from talents p where p.id = f.talent_id limit 1) t
    where t.entity_id = ${entityId} and t.deleted_at is null
    order by t.created_at, t.id`.execute(db);
  return rows;
}

/** Rows that were taken over before, by the keyed hash of their content. */
export async function findKnownRows(
  db: Db,
  system: string,
  hashes: string[],
): Promise<Map<string, { talentId: string | null; heldId: string | null }>> {
  if (hashes.length === 0) return new Map();
  const { rows } = await sql<{ hash: string; talent_id: string | null; held_id: string | null }>`
    select w.hash, f.talent_id, null::uuid as held_id
    from unnest(${hashes}::text[]) as w (hash)
    cross join lateral (select s.talent_id from source_records s where s.system = ${system} and s.payload_hash = w.hash limit 1) f
    union all
    select h.row_hash, null::uuid, h.id from unnest(${hashes}::text[]) as w (hash) join held_people h on h.row_hash = w.hash where h.system = ${system}`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.hash, { talentId: row.talent_id, heldId: row.held_id }]));
}

export interface FoundHeld {
  id: string;
  email_hash: string | null;
  source_id: string | null;
}

export async function findHeld(
  db: Db,
  { entityId, system }: { entityId: string; system: string },
  { emailHashes, sourceIds }: { emailHashes: string[]; sourceIds: string[] },
): Promise<FoundHeld[]> {
  if (emailHashes.length + sourceIds.length === 0) return [];
  const { rows } = await sql<FoundHeld>`
    select f.id, f.email_hash, null as source_id
    from unnest(${emailHashes}::text[]) as w (hash)
    cross join lateral (select h.id, h.email_hash, h.entity_id from held_people h where h.email_hash = w.hash limit ${PEOPLE_PER_KEY}) f
    where f.entity_id = ${entityId}
    union all
    select f.id, null, f.source_id
    from unnest(${sourceIds}::text[]) as w (id)
    cross join lateral (select h.id, h.source_id, h.entity_id from held_people h where h.system = ${system} and h.source_id = w.id limit ${PEOPLE_PER_KEY}) f
    where f.entity_id = ${entityId}`.execute(db);
  return rows;
}
