import type { Migration } from 'kysely/migration';
import { sql } from 'kysely';

/** How a public form speaks to people whom nobody knows yet; who confirms a Du form is addressed with Du from then on. */
export const consentSignUpWords: Migration = {
  up: async (db) => {
    await sql
      .raw(`
      alter table sign_up_forms add column address_form text not null default 'sie' check (address_form in ('sie', 'du'));
    `)
      .execute(db);
  },
};
