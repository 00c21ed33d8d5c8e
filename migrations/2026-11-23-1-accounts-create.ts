import type { Migration } from 'kysely/migration';
import { sql } from 'kysely';

/** Who works here: the installation itself, its legal entities, team members and their sessions. */
export const accountsCreate: Migration = {
  up: async (db) => {
    await sql
      .raw(`
      create extension if not exists pg_trgm;

      create table installation (
        id boolean primary key default true check (id),
        company_name text not null check (length(company_name) between 1 and 120),
        country_profile text not null check (country_profile in ('DE', 'AT', 'CH', 'EU')),
        language text not null check (language in ('de', 'de-CH', 'en')),
        is_demo boolean not null default false,
        created_at timestamptz not null default now()
      );

      -- Each legal entity is a controller of its own (LB-5); a small company has one.
      create table entities (
        id uuid primary key,
        name text not null,
        country_profile text not null check (country_profile in ('DE', 'AT', 'CH', 'EU')),
        created_at timestamptz not null default now()
      );

      create table members (
        id uuid primary key,
        name text not null,
        email text not null unique,
        email_verified boolean not null default false,
        image text,
        role text not null check (role in ('administrator', 'recruiter', 'hiring_manager', 'privacy_officer', 'auditor')),
        language text not null default 'de' check (language in ('de', 'de-CH', 'en')),
        time_zone text not null default 'Europe/Zurich',
        theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
        density text not null default 'normal' check (density in ('tight', 'normal', 'wide')),
        disabled_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );

      create table member_entities (
        member_id uuid not null references members on delete cascade,
        entity_id uuid not null references entities on delete cascade,
        primary key (member_id, entity_id)
      );

      create table sessions (
        id uuid primary key,
        member_id uuid not null references members on delete cascade,
        token text not null unique,
        expires_at timestamptz not null,
        ip_address text,
        user_agent text,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create index sessions_member on sessions (member_id);

      create table credentials (
        id uuid primary key,
        member_id uuid not null references members on delete cascade,
        provider_id text not null,
        account_id text not null,
        password text,
        access_token text,
        refresh_token text,
        id_token text,
        access_token_expires_at timestamptz,
        refresh_token_expires_at timestamptz,
        scope text,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        unique (provider_id, account_id)
      );
      create index credentials_member on credentials (member_id);

      create table verifications (
        id uuid primary key,
        identifier text not null,
        value text not null,
        expires_at timestamptz not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create index verifications_identifier on verifications (identifier);

      create table rate_limits (
        id text primary key,
        key text not null unique,
        count integer not null,
        last_request bigint not null
      );

      -- Who read, searched, exported, changed or deleted whom and when (AC-3, LO-4). Persons appear as ids only.
      create table audit_entries (
        seq bigint generated always as identity primary key,
        at timestamptz not null,
        member_id uuid,
        action text not null,
        subject_kind text,
        subject_ids uuid[] not null default '{}',
        details jsonb not null default '{}',
        mac bytea
      );
      create index audit_entries_subject on audit_entries using gin (subject_ids);
      create index audit_entries_at on audit_entries (at);

      create table idempotency_keys (
        member_id uuid not null,
        key text not null,
        route text not null,
        body_hash text not null,
        status integer,
        answer jsonb,
        created_at timestamptz not null default now(),
        primary key (member_id, key)
      );
    `)
      .execute(db);
  },
};
