import type { Migration } from 'kysely/migration';
import { sql } from 'kysely';

/** Who fits, and why? What was found in people's texts, what weighs how much, and what every run did. */
export const matchingCreate: Migration = {
  up: async (db) => {
    await sql
      .raw(`
      -- Directories that the operator added beside our own, such as ESCO from the European Commission's download.
      create table directory_imports (
        id uuid primary key,
        source text not null check (source in ('esco')),
        version text not null,
        concept_count integer not null,
        label_count integer not null,
        imported_by uuid references members on delete set null,
        imported_at timestamptz not null,
        unique (source, version)
      );
      create table directory_tables (
        import_id uuid not null references directory_imports on delete cascade,
        -- One table of the source in compact form, compressed; read whole when the directory is loaded.
        name text not null,
        content bytea not null,
        primary key (import_id, name)
      );

      -- What people's own words show: a skill, an interest, a language, an occupation, each with the sentence it came from.
      create table talent_findings (
        id uuid primary key,
        talent_id uuid not null references talents on delete cascade,
        concept_id text not null,
        kind text not null check (kind in ('skill', 'occupation', 'language')),
        stance text not null check (stance in ('shown', 'interest', 'denied')),
        source_kind text not null check (source_kind in ('note', 'file', 'application', 'touchpoint', 'station', 'skill', 'wishes', 'role')),
        source_id uuid,
        sentence text not null check (length(sentence) between 1 and 600),
        -- Where in the sentence, in UTF-16 units.
        span_from integer not null check (span_from >= 0),
        span_to integer not null,
        said_on date,
        directory_version text not null,
        found_at timestamptz not null,
        -- A human's word wins for ever.
        decision text check (decision in ('confirmed', 'rejected')),
        decided_by uuid references members on delete set null,
        decided_at timestamptz,
        check (span_to > span_from)
      );
      create unique index talent_findings_one on talent_findings (talent_id, concept_id, stance, source_kind, coalesce(source_id, '00000000-0000-0000-0000-000000000000'), span_from, md5(sentence));
      create index talent_findings_concept on talent_findings (concept_id, talent_id);

      -- Whom the index in memory has to read again, in order; every process remembers how far it is.
      create table match_index_news (
        seq bigint generated always as identity primary key,
        talent_id uuid not null,
        at timestamptz not null default now()
      );

      create table match_weights (
        entity_id uuid not null references entities,
        -- Null: the default of the entity; else the weights of one demand.
        demand_id uuid references demands on delete cascade,
        version integer not null,
        weights jsonb not null,
        set_by uuid references members on delete set null,
        set_at timestamptz not null,
        note text
      );
      create unique index match_weights_version on match_weights (entity_id, coalesce(demand_id, '00000000-0000-0000-0000-000000000000'), version);

      -- The log of runs (AI-7): when, who, what for, by which rules. It holds no person.
      create table match_runs (
        id uuid primary key,
        entity_id uuid not null references entities,
        demand_id uuid references demands on delete set null,
        by_member uuid references members on delete set null,
        at timestamptz not null,
        purpose text not null check (purpose in ('demand', 'talent', 'alert')),
        level text not null check (level in ('B', 'C')),
        rule_version text not null,
        directory_version text not null,
        model text,
        weights jsonb not null,
        demand jsonb not null,
        ranked_count integer not null,
        not_shown jsonb not null default '{}',
        took_ms integer not null
      );
      create index match_runs_demand on match_runs (demand_id, at desc);
      create index match_runs_at on match_runs (at);

      -- The best of a run with their reasons; they go with the person.
      create table match_results (
        run_id uuid not null references match_runs on delete cascade,
        talent_id uuid not null references talents on delete cascade,
        place integer not null check (place > 0),
        score_points real not null,
        known_points real not null,
        criteria jsonb not null,
        primary key (run_id, talent_id)
      );
      create index match_results_talent on match_results (talent_id);

      -- What humans decided about a match; a machine never writes here (AI-2, AI-6).
      create table match_decisions (
        id uuid primary key,
        demand_id uuid not null references demands on delete cascade,
        talent_id uuid not null references talents on delete cascade,
        decision text not null check (decision in ('shortlisted', 'not_fitting', 'later')),
        reason text check (length(reason) between 3 and 500),
        decided_by uuid not null references members,
        decided_at timestamptz not null,
        undone_at timestamptz
      );
      create unique index match_decisions_current on match_decisions (demand_id, talent_id) where undone_at is null;
      create index match_decisions_talent on match_decisions (talent_id);
    `)
      .execute(db);
  },
};
