import type { Migration } from 'kysely/migration';
import { sql } from 'kysely';

/** Whom do we need, and when? Planned roles and vacancies, the gate before advertising, and who was hired from where. */
export const demandCreate: Migration = {
  up: async (db) => {
    await sql
      .raw(`
      -- Roles that are alike for us: "data", "power electronics". What opens again is compared by family.
      create table role_families (
        id uuid primary key,
        entity_id uuid not null references entities,
        name text not null check (length(name) between 1 and 80),
        created_at timestamptz not null
      );
      create unique index role_families_name on role_families (entity_id, lower(name));

      create table demands (
        id uuid primary key,
        entity_id uuid not null references entities,
        kind text not null check (kind in ('planned', 'vacancy')),
        title text not null check (length(title) between 1 and 160),
        description text not null default '' check (length(description) <= 20000),
        unit_id uuid references units on delete set null,
        role_family_id uuid references role_families on delete set null,
        headcount integer not null check (headcount between 1 and 500),
        from_on date,
        -- How likely a planned role is; a vacancy is certain.
        likelihood_share real not null check (likelihood_share between 0 and 1),
        city text check (length(city) <= 120),
        country text check (country ~ '^[A-Z]{2}$'),
        may_be_remote boolean,
        hours_min_share real check (hours_min_share between 0.05 and 1),
        hours_max_share real check (hours_max_share between 0.05 and 1),
        -- [{ "label": "Python", "conceptId": "own:python" }]
        must jsonb not null default '[]',
        nice jsonb not null default '[]',
        -- [{ "language": "de", "level": "B2" }]
        languages jsonb not null default '[]',
        state text not null default 'open' check (state in ('open', 'filled', 'closed')),
        opened_on date,
        advertised_on date,
        closed_on date,
        closed_because text check (length(closed_because) <= 500),
        -- Known people come first: somebody looked at them, or said in one sentence why not.
        gate text not null default 'ahead' check (gate in ('ahead', 'looked', 'skipped')),
        gate_reason text check (length(gate_reason) between 5 and 500),
        gate_known_count integer,
        gate_by uuid references members on delete set null,
        gate_at timestamptz,
        owner_id uuid references members on delete set null,
        created_by uuid references members on delete set null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        version integer not null default 1,
        check (hours_min_share is null or hours_max_share is null or hours_max_share >= hours_min_share),
        check (kind = 'planned' or likelihood_share = 1),
        check ((kind = 'vacancy') = (opened_on is not null)),
        -- The gate stands before the advertisement, whichever way the row is written.
        check (advertised_on is null or gate <> 'ahead'),
        check ((gate = 'skipped') = (gate_reason is not null)),
        check ((state = 'open') = (closed_on is null))
      );
      create index demands_list on demands (entity_id, state, created_at desc, id);
      create index demands_family on demands (role_family_id) where role_family_id is not null;

      create table hires (
        id uuid primary key,
        entity_id uuid not null references entities,
        demand_id uuid references demands on delete set null,
        -- Goes when the person's data goes; the hire stays as a count.
        talent_id uuid references talents on delete set null,
        source text not null check (source in ('pool', 'returner', 'referral', 'internal', 'advertisement', 'agency', 'direct_search', 'other')),
        role_family_id uuid references role_families on delete set null,
        hired_on date not null,
        starts_on date,
        -- Cents of the entity's currency; null is unknown, and unknown is not zero.
        cost_cents bigint check (cost_cents >= 0),
        left_on date,
        rating_share real check (rating_share between 0 and 1),
        recorded_by uuid references members on delete set null,
        recorded_at timestamptz not null,
        undone_at timestamptz,
        check (starts_on is null or starts_on >= hired_on - 366),
        check (left_on is null or left_on >= hired_on)
      );
      create index hires_entity on hires (entity_id, hired_on desc) where undone_at is null;
      create index hires_demand on hires (demand_id) where undone_at is null;
      create index hires_talent on hires (talent_id) where talent_id is not null;

      create view demands_view as
        select id, entity_id, kind, title, unit_id, role_family_id, headcount, from_on, likelihood_share, city, country, must, nice, languages, description, state, opened_on,
          advertised_on, gate, owner_id, created_at, updated_at
        from demands;
    `)
      .execute(db);
  },
};
