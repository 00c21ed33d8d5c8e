import { sql } from 'kysely';
import type { Db } from '#ground/database/database.ts';

export const findImport = (db: Db, importId: string, entityIds: string[]) =>
  db.selectFrom('imports').selectAll().where('id', '=', importId).where('entity_id', 'in', entityIds).executeTakeFirst();

export type ImportRecord = NonNullable<Awaited<ReturnType<typeof findImport>>>;

export interface FoundPerson {
  key: string;
  talent_id: string;
  first_name: string;
  last_name: string;
}

/** Who is already here under these keys; one statement for a whole batch. */
export async function findByAddresses(db: Db, entityId: string, addresses: { kind: string; value: string }[]): Promise<FoundPerson[]> {
  if (addresses.length === 0) return [];
  const { rows } = await sql<FoundPerson>`
    select w.key, t.id as talent_id, t.first_name, t.last_name
    from jsonb_to_recordset(${JSON.stringify(addresses.map(({ kind, value }) => ({ key: `${kind}:${value}`, kinds: kind === 'link' ? ['linkedin', 'xing'] : [kind], value })))}::jsonb)
      as w (key text, kinds jsonb, value text)
    join talent_addresses a on a.normal_form = w.value and w.kinds ? a.kind
    join talents t on t.id = a.talent_id
    where t.entity_id = ${entityId} and t.deleted_at is null
    order by t.created_at, t.id`.execute(db);
  return rows;
}

export async function findBySourceIds(db: Db, system: string, sourceIds: string[]): Promise<FoundPerson[]> {
  if (sourceIds.length === 0) return [];
  const { rows } = await sql<FoundPerson>`
    select distinct on (s.source_id) 'source:' || s.source_id as key, t.id as talent_id, t.first_name, t.last_name
    from source_records s join talents t on t.id = s.talent_id
    where s.system = ${system} and s.source_id = any(${sourceIds}) and t.deleted_at is null
    order by s.source_id, t.created_at`.execute(db);
  return rows;
}

/** Rows that were taken over before, by the keyed hash of their content. */
export async function findKnownRows(db: Db, system: string, hashes: string[]): Promise<Map<string, { talentId: string | null; heldId: string | null }>> {
  if (hashes.length === 0) return new Map();
  const { rows } = await sql<{ hash: string; talent_id: string | null; held_id: string | null }>`
    select payload_hash as hash, talent_id, null::uuid as held_id from source_records where system = ${system} and payload_hash = any(${hashes})
    union all
    select row_hash, null::uuid, id from held_people where system = ${system} and row_hash = any(${hashes})`.execute(db);
  return new Map(rows.map((row) => [row.hash, { talentId: row.talent_id, heldId: row.held_id }]));
}

export async function findHeld(db: Db, entityId: string, emailHashes: string[], system: string, sourceIds: string[]) {
  if (emailHashes.length + sourceIds.length === 0) return [];
  return db.selectFrom('held_people').select(['id', 'email_hash', 'source_id', 'segments']).where('entity_id', '=', entityId)
    .where((where) => where.or([
      ...(emailHashes.length > 0 ? [where('email_hash', 'in', emailHashes)] : []),
      ...(sourceIds.length > 0 ? [where.and([where('system', '=', system), where('source_id', 'in', sourceIds)])] : []),
    ])).execute();
}
