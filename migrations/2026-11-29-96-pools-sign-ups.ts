import type { Migration } from 'kysely/migration';
import { sql } from 'kysely';

/** Into which pool the people of a public sign-up come once they have confirmed. */
export const poolsSignUps: Migration = {
  up: async (db) => {
    await sql
      .raw(`
      create table pool_sign_ups (
        -- A form leads into one pool at most.
        form_id uuid primary key references sign_up_forms on delete cascade,
        pool_id uuid not null references pools on delete cascade
      );
      create index pool_sign_ups_pool on pool_sign_ups (pool_id);
    `)
      .execute(db);
  },
};
