import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import type { StoredEntry } from './chain.ts';

const AT = sql<string>`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;
const columns = (db: Db) =>
  db
    .selectFrom('audit_entries')
    .select(['seq', AT.as('at'), 'member_id', 'action', 'subject_kind', 'subject_ids', 'mac'])
    .select(sql<string>`details::text`.as('details'));

export const listEntriesAfter = (db: Db, seq: number, limit: number): Promise<StoredEntry[]> =>
  columns(db).where('seq', '>', seq).orderBy('seq').limit(limit).execute();

export const listUnsealed = (db: Db, after: number, upTo: number, limit: number): Promise<StoredEntry[]> =>
  columns(db)
    .where('seq', '>', after)
    .where('seq', '<=', upTo)
    .where('mac', 'is', null)
    .orderBy('seq')
    .limit(limit)
    .execute();

export const findLastSealed = (db: Db): Promise<{ seq: number; mac: Buffer | null } | undefined> =>
  db
    .selectFrom('audit_entries')
    .select(['seq', 'mac'])
    .where('mac', 'is not', null)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();

export async function findNewestSeq(db: Db): Promise<number> {
  const row = await db
    .selectFrom('audit_entries')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .executeTakeFirst();
  return row?.seq ?? 0;
}

export async function updateMacs(db: Db, sealed: { seq: number; mac: Buffer }[]): Promise<void> {
  await sql`
    update audit_entries set mac = decode(sealed.mac, 'hex')
    from unnest(${sealed.map(({ seq }) => seq)}::bigint[], ${sealed.map(({ mac }) => mac.toString('hex'))}::text[]) as sealed(seq, mac)
    where audit_entries.seq = sealed.seq and audit_entries.mac is null
  `.execute(db);
}

/** Transactions that have begun to write: the oldest still open and the next to come. */
export async function findOpenTransactions(db: Db): Promise<{ oldest: bigint; next: bigint }> {
  const { rows } = await sql<{ oldest: string; next: string }>`
    select pg_snapshot_xmin(s)::text as oldest, pg_snapshot_xmax(s)::text as next from pg_current_snapshot() s
  `.execute(db);
  const [{ oldest, next } = { oldest: '0', next: '0' }] = rows;
  return { oldest: BigInt(oldest), next: BigInt(next) };
}
