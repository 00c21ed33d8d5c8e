import type { Migration } from 'kysely/migration';
import { sql } from 'kysely';

/** What the company is doing: reducing, pausing, rebuilding; as a whole and unit by unit. */
export const phasesCreate: Migration = {
  up: async (db) => {
    await sql
      .raw(`
      create table units (
        id uuid primary key,
        entity_id uuid not null references entities,
        name text not null check (length(name) between 1 and 120),
        created_at timestamptz not null,
        unique (entity_id, name)
      );

      -- The log of phases: the newest row of a unit is in force; without one, that of the whole entity (unit_id is null).
      create table phases (
        id uuid primary key,
        entity_id uuid not null references entities,
        unit_id uuid references units on delete cascade,
        phase text not null check (phase in ('reducing', 'pausing', 'rebuilding')),
        since_on date not null,
        note text check (length(note) <= 500),
        set_by uuid references members on delete set null,
        set_at timestamptz not null,
        -- Which came last is counted, not read from a clock that may jump.
        number bigint generated always as identity
      );
      create index phases_in_force on phases (entity_id, unit_id, number desc);

      create view phases_view as
        select distinct on (entity_id, unit_id) entity_id, unit_id, phase, since_on, set_at
        from phases order by entity_id, unit_id, number desc;
    `)
      .execute(db);
  },
};
