import { sql } from 'kysely';
import type { Db } from '#ground/database/database.ts';

/** What empties a list of tables; the tables of all test databases refer to each other in the same way. */
const statements = new Map<string, string>();

/**
 * Empties these tables and whatever refers to them, as `truncate … cascade` does. Truncating makes new files for a hundred tables and all
 * their indexes, which takes longer than most tests; here only rows that are there are deleted, without asking any trigger.
 */
export async function emptyTables(db: Db, ...tables: string[]): Promise<void> {
  const list = tables.join(', ');
  const statement = statements.get(list) ?? (await statementFor(db, tables));
  statements.set(list, statement);
  await sql.raw(statement).execute(db);
}

async function statementFor(db: Db, tables: string[]): Promise<string> {
  const { rows } = await sql<{ may: boolean }>`
    select rolsuper as may from pg_roles where rolname = current_user`.execute(db);
  if (!rows[0]?.may) return `truncate ${tables.join(', ')} cascade`;
  const references = await listReferences(db);
  const emptied = withThoseBelow(tables, references);
  const deletes = [...emptied].map((table) => `delete from ${table}`);
  const updates = references
    .filter(({ parent, child, column }) => column !== null && emptied.has(parent) && !emptied.has(child))
    .map(({ child, column }) => `update ${child} set ${column} = null where ${column} is not null`);
  return `do $$ begin perform set_config('session_replication_role', 'replica', true); ${[...deletes, ...updates].join('; ')}; end $$`;
}

interface Reference {
  parent: string;
  child: string;
  /** The column that forgets its parent, where the row stays. */
  column: string | null;
}

/** Foreign keys, and those that are kept by a trigger on the parent (see the migration `talents-lighter-references`). */
async function listReferences(db: Db): Promise<Reference[]> {
  const { rows } = await sql<Reference>`
    select confrelid::regclass::text as parent, conrelid::regclass::text as child, null as column from pg_constraint where contype = 'f'
    union
    select t.tgrelid::regclass::text, args.list[at], case args.list[at + 2] when 'set null' then args.list[at + 1] end
    from pg_trigger t cross join lateral (select string_to_array(encode(t.tgargs, 'escape'), '\\000') as list) args
      cross join lateral generate_series(1, t.tgnargs, 3) at
    where t.tgfoid = 'children_follow'::regproc`.execute(db);
  return rows;
}

function withThoseBelow(tables: string[], references: Reference[]): Set<string> {
  const found = new Set(tables);
  // A set that grows while it is walked is walked to its new end.
  for (const table of found)
    for (const { parent, child, column } of references) if (parent === table && column === null) found.add(child);
  return found;
}
