import type { Migration } from 'kysely/migration';
import { sql } from 'kysely';

/**
 * When a human of ours and the person last had to do with each other, and when they last came to us, beside the last contact of any kind: segments ask it of everybody, and
 * reading it from the contacts of a million people takes seconds.
 */
export const talentsLastPersonal: Migration = {
  up: async (db) => {
    await sql
      .raw(`
      alter table talents add column last_personal_at timestamptz, add column last_answer_at timestamptz;
      update talents t set last_personal_at = l.personal_at, last_answer_at = l.answer_at
        from (select talent_id, max(occurred_at) as personal_at, max(occurred_at) filter (where direction = 'theirs') as answer_at
          from touchpoints where not is_bulk group by talent_id) l where l.talent_id = t.id;
    `)
      .execute(db);
  },
};
