import type { Migration } from 'kysely/migration';
import { sql } from 'kysely';

/** Today counts the people without an owner at every look: where they are few among very many, they are found by themselves. */
export const talentsWithoutOwner: Migration = {
  up: async (db) => {
    await sql
      .raw('create index talents_without_owner on talents (id) where deleted_at is null and owner_id is null')
      .execute(db);
  },
};
