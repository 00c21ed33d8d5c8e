import type { Migration } from 'kysely/migration';
import { sql } from 'kysely';

/** Batches of imports are counted: one that was planned ahead sees whether another came in between. */
export const inventoryImportTurns: Migration = {
  up: async (db) => {
    await sql.raw('create sequence import_turns').execute(db);
  },
};
