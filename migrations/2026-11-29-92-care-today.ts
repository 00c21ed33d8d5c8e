import type { Migration } from 'kysely/migration';
import { sql } from 'kysely';

/** With whom a member dealt today is asked with every look at Today. */
export const careToday: Migration = {
  up: async (db) => {
    await sql
      .raw(`
      create index care_acts_member on care_acts (member_id, at desc);
      create index reminders_closed on reminders (closed_by, closed_at desc) where closed_by is not null;
      create index touchpoints_member on touchpoints (by_member, occurred_at desc) where by_member is not null and not is_bulk;

      -- What is under way, for rooms that count it.
      create view imports_view as select id, entity_id, started_by, state from imports;
    `)
      .execute(db);
  },
};
