import { sql } from 'kysely';
import type { Db } from './database.ts';

/** Below this many changed rows any plan is quick. */
const FEWEST_ROWS = 200;
/** A table that has grown to a multiple of what the planner knows. */
const GROWTH = 3;
/** A rough picture is enough for as long as the mass comes in, at a tenth of the time; the server's own look, later, is thorough. */
const DETAIL = 10;

/**
 * Tells the planner about tables that have grown much since it last looked. The server does so by itself, but only about once a
 * minute: until then a mass of new rows is searched as if the tables were still empty, and each batch is slower than the one before.
 */
export async function refreshStatistics(db: Db): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select s.relname as name from pg_stat_user_tables s join pg_class c on c.oid = s.relid
    where s.schemaname = current_schema() and s.n_mod_since_analyze > ${FEWEST_ROWS} and s.n_mod_since_analyze > ${GROWTH} * greatest(c.reltuples, 0)`.execute(
    db,
  );
  if (rows.length === 0) return;
  await db.transaction().execute(async (inside) => {
    await sql`set local default_statistics_target = ${sql.lit(DETAIL)}`.execute(inside);
    for (const { name } of rows) await sql`analyze ${sql.table(name)}`.execute(inside);
  });
}
