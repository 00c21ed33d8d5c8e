import { sql } from 'kysely';
import type { Db } from '#ground/database/database.ts';

/** Tables of the house itself, and the imports, whose history differs on purpose. */
const LEFT_OUT = new Set([
  'imports',
  'import_rows',
  'import_profiles',
  'kysely_migration',
  'kysely_migration_lock',
  'audit_entries',
  'audit_heads',
  'audit_log',
  'linkage_models',
]);
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
/** Where in the text a word of the search index stands; skills are read in no particular order. */
const PLACES = "':[0-9,]+";
const TIMES = ['created_at', 'updated_at', 'at', 'received_at', 'classified_at', 'search', 'version'];

/**
 * Everything in the database but ids and times, one line per row, sorted. Rows of a person name the person by its source ids,
 * so that a part that belongs to the wrong person is seen.
 */
export async function contentOf(db: Db): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string; has_talent: boolean }>`
    select t.table_name as name, exists (select 1 from information_schema.columns c where c.table_schema = t.table_schema and c.table_name = t.table_name and c.column_name = 'talent_id') as has_talent
    from information_schema.tables t where t.table_schema = 'public' and t.table_type = 'BASE TABLE'`.execute(db);
  const lines: string[] = [];
  for (const { name, has_talent } of tables) {
    if (LEFT_OUT.has(name) || name.startsWith('audit')) continue;
    lines.push(...(await linesOf(db, name, has_talent || name === 'talents')));
  }
  return lines.sort();
}

async function linesOf(db: Db, table: string, isOfTalent: boolean): Promise<string[]> {
  const talent = table === 'talents' ? sql.ref('t.id') : sql.ref('t.talent_id');
  const owner = isOfTalent
    ? sql`(select string_agg(s.source_id, ',' order by s.source_id) from source_records s where s.talent_id = ${talent})`
    : sql`''`;
  const { rows } = await sql<{ line: string }>`
    select concat_ws(' ', ${table}::text, ${owner}, regexp_replace(regexp_replace((to_jsonb(t) - ${TIMES}::text[])::text, ${UUID}, 'id', 'g'), ${PLACES}, '''', 'g')) as line from ${sql.table(table)} t`.execute(
    db,
  );
  return rows.map(({ line }) => line);
}

/** What the import says about itself: its counts, and the outcome of each row with the problems. */
export async function resultOf(db: Db, importId: string): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select concat_ws(' ', i.state, i.next_line, i.rows_read, i.counts::text, i.stored_as is null) as line from imports i where i.id = ${importId}
    union all
    select concat_ws(' ', 'row', lpad(r.line::text, 7, '0'), r.outcome, (r.talent_id is not null)::text, (r.held_id is not null)::text, r.problems::text, r.cells::text,
      regexp_replace(r.change::text, ${UUID}, 'id', 'g')) from import_rows r where r.import_id = ${importId}`.execute(
    db,
  );
  return rows.map(({ line }) => line).sort();
}

/** Lines that only one of two contents has, the first few of each; empty when they are the same. */
export function difference(found: string[], wanted: string[]): { extra: string[]; missing: string[] } {
  return { extra: onlyIn(found, wanted), missing: onlyIn(wanted, found) };
}

export const NOTHING = { extra: [], missing: [] };

function onlyIn(lines: string[], others: string[]): string[] {
  const counts = new Map<string, number>();
  for (const line of others) counts.set(line, (counts.get(line) ?? 0) + 1);
  const left = lines.filter((line) => {
    const count = counts.get(line) ?? 0;
    counts.set(line, count - 1);
    return count <= 0;
  });
  return left.slice(0, 5);
}
