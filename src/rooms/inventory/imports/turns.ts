import { sql } from 'kysely';
import type { Db } from '#ground/database/database.ts';

/** Where an import stands when its turn comes. */
export interface Turn {
  /** Of all turns of all imports. */
  number: number;
  state: string;
  wish: string | null;
  next_line: number;
  counts: unknown;
  rows_read: number;
}

/**
 * Imports alternate by batches: neither misses the rows and the people of the other. Waits until it is this one's turn, which lasts as long as
 * the transaction. The statements that follow may be sent meanwhile.
 */
export async function takeTurn(db: Db, importId: string): Promise<Turn> {
  const waiting = sql`select pg_advisory_xact_lock(hashtext('inventory.import'))`.execute(db);
  const standing = db
    .selectFrom('imports')
    .select(['state', 'wish', 'next_line', 'counts', 'rows_read'])
    .select(sql<number>`nextval('import_turns')`.as('number'))
    .where('id', '=', importId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const [waited, stands] = await Promise.allSettled([waiting, standing]);
  if (waited.status === 'rejected') throw waited.reason;
  if (stands.status === 'rejected') throw stands.reason;
  return stands.value;
}

/** The number of the last turn that anybody took. */
export async function lastTurn(db: Db): Promise<number> {
  const { rows } = await sql<{
    last: number;
  }>`select case when is_called then last_value else 0 end as last from import_turns`.execute(db);
  return rows[0]?.last ?? 0;
}
