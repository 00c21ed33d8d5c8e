import type { Migration } from 'kysely/migration';
import { sql } from 'kysely';

/** Whom a demand fits, told once; what an optional model may do, and what was sent to it. */
export const matchingAlerts: Migration = {
  up: async (db) => {
    await sql
      .raw(`
      -- Somebody fits an open demand. The reasons stand with the run; a machine only points, a human decides (AI-2).
      create table match_alerts (
        id uuid primary key,
        demand_id uuid not null references demands on delete cascade,
        talent_id uuid not null references talents on delete cascade,
        -- What was new: the demand, or what somebody says of themselves.
        kind text not null check (kind in ('demand', 'talent')),
        -- What speaks for them, as a hash: the same is not told twice.
        fingerprint text not null,
        run_id uuid not null references match_runs on delete cascade,
        score_points real not null,
        known_points real not null,
        created_at timestamptz not null,
        closed_at timestamptz,
        closed_by uuid references members on delete set null,
        unique (demand_id, talent_id)
      );
      create index match_alerts_open on match_alerts (created_at desc, id) where closed_at is null;
      create index match_alerts_talent on match_alerts (talent_id);
      create index match_alerts_run on match_alerts (run_id);

      -- Which state of a demand was last held against everybody.
      create table match_alert_reads (
        demand_id uuid primary key references demands on delete cascade,
        demand_updated_at timestamptz not null
      );
      -- How far the news about people was read for alerts.
      create table match_alert_clock (
        is_one boolean primary key default true check (is_one),
        seq bigint not null
      );

      -- Where a human's word about somebody went when two records became one.
      alter table talent_findings add column merge_id uuid;
      alter table match_decisions add column merge_id uuid;

      -- The optional model (level C): one switch for the installation, off until somebody turns it on.
      create table match_model (
        is_one boolean primary key default true check (is_one),
        is_on boolean not null default false,
        address text not null,
        model text not null check (length(model) between 1 and 200),
        sealed_key text,
        weight integer not null check (weight between 1 and 100),
        -- Where the provider sits and since when a contract holds; null for a model on this machine (AC-2).
        country text check (country ~ '^[A-Z]{2}$'),
        contract_on date,
        timeout_ms integer not null check (timeout_ms between 200 and 60000),
        changed_by uuid references members on delete set null,
        changed_at timestamptz not null
      );
      -- What a model answered for a text of the directory or of a demand: asked once, so that the same input gets the same order.
      create table match_vectors (
        model text not null,
        text_hash bytea not null,
        vector bytea not null,
        primary key (model, text_hash)
      );
      -- What was sent, in sizes; never the content (AI-7).
      create table match_model_calls (
        id uuid primary key,
        at timestamptz not null,
        by_member uuid references members on delete set null,
        demand_id uuid references demands on delete set null,
        address text not null,
        model text not null,
        text_count integer not null,
        character_count integer not null,
        outcome text not null,
        took_ms integer not null
      );
      create index match_model_calls_at on match_model_calls (at desc, id);

      alter table match_runs add column model_weight integer, add column model_outcome text;
      -- Parts of people's texts that a run did not count: orders to a machine, hidden text, piled-up words (AI-11).
      alter table match_runs add column ignored_count integer not null default 0;
    `)
      .execute(db);
  },
};
