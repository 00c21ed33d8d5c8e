import type { Migration } from 'kysely/migration';
import { sql } from 'kysely';

/** What other rooms may join of a person's record: contacts, ways to reach them, promises, skills and interests, stations. */
export const talentsViews: Migration = {
  up: async (db) => {
    await sql
      .raw(`
      -- The last contact from human to human restarts every rhythm; bulk letters do not.
      create index touchpoints_personal on touchpoints (talent_id, occurred_at desc) where not is_bulk;
      create index promises_owner_open on promises (owner_id, due_on) where kept_at is null;

      create view touchpoints_view as
        select id, talent_id, occurred_at, channel, direction, is_bulk, subject, body, by_member, source, created_at from touchpoints;

      create view talent_reach_view as
        select talent_id,
          bool_or(kind = 'email') as has_mail,
          bool_or(kind = 'email' and bounced_at is null) as has_working_mail,
          bool_or(kind = 'phone') as has_phone,
          bool_or(kind in ('linkedin', 'xing')) as has_profile_link
        from talent_addresses group by talent_id;

      create view promises_view as
        select id, talent_id, what, due_on, owner_id, given_at, kept_at from promises;

      create view talent_skills_view as
        select talent_id, kind, name, folded_name, is_proposed from talent_skills;

      create view career_stations_view as
        select talent_id, employer, "role", is_ours, employment_kind, started_on, ended_on, exit_reason, rehire_wish from career_stations;

      create view applications_view as
        select talent_id, vacancy, applied_on, furthest_stage, outcome, rating_share, closed_on from applications;
    `)
      .execute(db);
  },
};
