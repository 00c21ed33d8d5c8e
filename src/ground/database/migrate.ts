import type { Migration } from 'kysely/migration';
import { Migrator } from 'kysely/migration';
import type { Db } from './database.ts';

/** A program older than the database: it would not know what it writes into. */
export class NewerSchemaError extends Error {}

/**
 * Brings the schema up to date, one transaction for all steps, guarded by a lock so that several processes can start at once.
 * @throws NewerSchemaError when the database was already used by a newer version
 */
export async function migrateToLatest(db: Db, migrations: Record<string, Migration>): Promise<string[]> {
  await refuseNewerSchema(db, migrations);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).filter(({ status }) => status === 'Success').map(({ migrationName }) => migrationName);
}

async function refuseNewerSchema(db: Db, migrations: Record<string, Migration>) {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return;
  const { rows } = await db.executeQuery<{ name: string }>({
    sql: 'select name from kysely_migration',
    parameters: [],
    query: { kind: 'RawNode', sqlFragments: [], parameters: [] },
    queryId: { queryId: 'migrations' },
  });
  const unknown = rows.map(({ name }) => name).filter((name) => !(name in migrations));
  if (unknown.length > 0) {
    throw new NewerSchemaError(
      `This database was last used by a newer version of Wiedersehen (it knows ${unknown[0]}). Please start that version or restore an older backup; nothing was changed.`,
    );
  }
}
