import type { Migration } from 'kysely/migration';
import { sql } from 'kysely';

/** Talents collected by hand (pools) and talents found by a saved rule (segments). */
export const poolsCreate: Migration = {
  up: async (db) => {
    await sql
      .raw(`
      create table pools (
        id uuid primary key,
        entity_id uuid not null references entities,
        name text not null check (length(name) between 1 and 80),
        purpose text not null default '' check (length(purpose) <= 500),
        mode text not null check (mode in ('volume', 'boutique')),
        visibility text not null check (visibility in ('private', 'team', 'all', 'confidential')),
        -- Boutique only: how many one owner can really look after.
        cap_per_owner integer check (cap_per_owner between 1 and 200),
        owner_id uuid references members on delete set null,
        created_by uuid references members on delete set null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        version integer not null default 1,
        archived_at timestamptz,
        check ((mode = 'boutique') = (cap_per_owner is not null))
      );
      -- Only among pools that everyone may know of: a taken name would tell that a confidential pool exists.
      create unique index pools_name on pools (entity_id, lower(name)) where archived_at is null and visibility in ('team', 'all');

      -- Who works with the pool; decides who sees a private, team or confidential one.
      create table pool_team (
        pool_id uuid not null references pools on delete cascade,
        member_id uuid not null references members on delete cascade,
        primary key (pool_id, member_id)
      );
      create index pool_team_member on pool_team (member_id);

      create table pool_members (
        pool_id uuid not null references pools on delete cascade,
        talent_id uuid not null references talents on delete cascade,
        added_at timestamptz not null,
        added_by uuid references members on delete set null,
        -- Why this person: written by hand, required in a Boutique pool.
        reason text check (length(reason) between 1 and 500),
        -- 'member', 'segment:<id>', 'import:<id>', 'merge:<id>': what takes the act back takes the membership back.
        source text not null default 'member',
        paused_until date,
        primary key (pool_id, talent_id)
      );
      create index pool_members_talent on pool_members (talent_id);

      -- One act on the members of a pool, to be taken back as one. Kept for a day.
      create table pool_acts (
        id uuid primary key,
        pool_id uuid not null references pools on delete cascade,
        by_member uuid references members on delete set null,
        at timestamptz not null,
        undone_at timestamptz
      );
      create index pool_acts_at on pool_acts (at);
      create table pool_act_rows (
        act_id uuid not null references pool_acts on delete cascade,
        talent_id uuid not null references talents on delete cascade,
        -- The membership as it was before and after; null: there was none.
        before jsonb,
        after jsonb,
        primary key (act_id, talent_id)
      );
      create index pool_act_rows_talent on pool_act_rows (talent_id);

      create table saved_segments (
        id uuid primary key,
        entity_id uuid not null references entities,
        name text not null check (length(name) between 1 and 80),
        rule jsonb not null,
        visibility text not null default 'all' check (visibility in ('private', 'all')),
        created_by uuid references members on delete set null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        version integer not null default 1,
        deleted_at timestamptz
      );
      create unique index saved_segments_name on saved_segments (entity_id, lower(name)) where deleted_at is null and visibility = 'all';

      -- One look through a pool: stay, pause or leave, person by person, with a report at the end.
      create table clean_up_runs (
        id uuid primary key,
        pool_id uuid not null references pools on delete cascade,
        silent_for_months integer not null check (silent_for_months between 1 and 120),
        started_by uuid references members on delete set null,
        started_at timestamptz not null,
        finished_at timestamptz,
        size_before integer not null,
        size_after integer
      );
      create index clean_up_runs_pool on clean_up_runs (pool_id, started_at desc);
      create table clean_up_items (
        run_id uuid not null references clean_up_runs on delete cascade,
        talent_id uuid not null references talents on delete cascade,
        proposal text not null check (proposal in ('stay', 'pause', 'leave')),
        reasons jsonb not null,
        decision text check (decision in ('stay', 'pause', 'leave')),
        paused_until date,
        decided_by uuid references members on delete set null,
        decided_at timestamptz,
        primary key (run_id, talent_id)
      );
      create index clean_up_items_talent on clean_up_items (talent_id);

      -- Rules ask the same few things of a million people: whoever came far, applied, was here or answered is found without reading the rest.
      create index applications_reached on applications (furthest_stage, talent_id);
      create index applications_on on applications (applied_on, talent_id);
      create index career_stations_ours on career_stations (talent_id) where is_ours;
      create index touchpoints_answers on touchpoints (occurred_at, talent_id) where not is_bulk and direction = 'theirs';

      -- What other rooms may join: who is in which pool, and how that pool is run.
      create view pools_view as
        select m.talent_id, p.id as pool_id, p.entity_id, p.name, p.mode, p.visibility, p.owner_id, m.added_at, m.paused_until
        from pool_members m join pools p on p.id = m.pool_id where p.archived_at is null;
    `)
      .execute(db);
  },
};
