import type { Migration } from 'kysely/migration';
import { sql } from 'kysely';

/** What did we receive, and what became of each row? */
export const inventoryCreate: Migration = {
  up: async (db) => {
    await sql
      .raw(`
      create table imports (
        id uuid primary key,
        entity_id uuid not null references entities,
        file_name text not null,
        file_sha256 text not null,
        file_bytes bigint not null,
        -- Below the files folder; the file itself goes when the import is closed or undone.
        stored_as text,
        state text not null check (state in ('uploaded', 'checking', 'checked', 'running', 'paused', 'done', 'cancelled', 'failed', 'undoing', 'undone')),
        format jsonb not null,
        headers jsonb not null default '[]',
        mapping jsonb not null default '[]',
        -- Legal basis per segment, and which consent text a consent column stands for.
        basis jsonb not null default '{}',
        row_total integer,
        -- The next line to read; everything before it is decided and stored.
        next_line integer not null default 0,
        rows_read integer not null default 0,
        counts jsonb not null default '{}',
        check_result jsonb,
        failure jsonb,
        started_by uuid references members on delete set null,
        created_at timestamptz not null,
        started_at timestamptz,
        finished_at timestamptz,
        undone_at timestamptz,
        -- Set by "pause" and "cancel", obeyed between two batches.
        wish text check (wish in ('pause', 'cancel'))
      );
      create index imports_entity on imports (entity_id, created_at desc);

      create table import_rows (
        import_id uuid not null references imports on delete cascade,
        line integer not null,
        outcome text not null check (outcome in ('created', 'updated', 'unchanged', 'held', 'rejected', 'suppressed', 'refused')),
        talent_id uuid,
        held_id uuid,
        problems jsonb not null default '[]',
        -- The cells of a row that was rejected, to be corrected and dropped again; empty for all others.
        cells jsonb,
        -- What the row did, to be taken back: ids that were made, fields with before and after.
        change jsonb,
        primary key (import_id, line)
      );
      create index import_rows_outcome on import_rows (import_id, outcome, line);
      create index import_rows_talent on import_rows (talent_id) where talent_id is not null;

      -- Cells that were mended on the screen before the run.
      create table import_corrections (
        import_id uuid not null references imports on delete cascade,
        line integer not null,
        column_index integer not null,
        value text not null,
        primary key (import_id, line, column_index)
      );

      create table import_profiles (
        id uuid primary key,
        entity_id uuid not null references entities,
        name text not null,
        -- Hash of the sorted, folded headers: the same export next month is recognised.
        header_signature text not null,
        format jsonb not null,
        mapping jsonb not null,
        basis jsonb not null default '{}',
        used_at timestamptz not null,
        unique (entity_id, header_signature)
      );

      -- Rows as another system sent them, for people who may be kept.
      create table source_records (
        id uuid primary key,
        talent_id uuid not null references talents on delete cascade,
        import_id uuid references imports on delete set null,
        -- Which source, e.g. the profile or connector; with its id the row is found again.
        system text not null,
        source_id text not null,
        payload jsonb not null,
        -- Keyed hash of the row's content: the same row again changes nothing. One person may come in several rows, one per application.
        payload_hash text not null,
        -- Set while the record stands with somebody that its own person was joined with.
        merge_id uuid,
        received_at timestamptz not null,
        unique (system, payload_hash)
      );
      create index source_records_source on source_records (system, source_id);
      create index source_records_talent on source_records (talent_id);

      -- The holding area (LB-4): people without permission. Name, mail, source id and erase-on; not searchable, not mailable.
      create table held_people (
        id uuid primary key,
        entity_id uuid not null references entities,
        import_id uuid references imports on delete set null,
        imported_by uuid references members on delete set null,
        first_name text not null default '',
        last_name text not null default '',
        email text,
        email_hash text,
        system text not null,
        source_id text,
        row_hash text not null,
        legal_segment text not null check (legal_segment in ('rejected_applicant', 'sign_up', 'alumni', 'passive_contact', 'referral')),
        -- Only which segment, for counting; no reason, no application, no rating.
        segments text[] not null default '{}',
        obtained_on date not null,
        erase_on date not null,
        -- The one invitation to consent: its link works as long as the person waits here.
        invited_at timestamptz,
        invitation_hash text unique,
        invitation_text uuid references consent_texts,
        invitation_language text,
        created_at timestamptz not null,
        check (erase_on > obtained_on),
        unique (system, row_hash)
      );
      create index held_people_source on held_people (system, source_id);
      create index held_people_import on held_people (import_id);
      create index held_people_erase_on on held_people (erase_on);
      create index held_people_email on held_people (email_hash);

      create table classification_rules (
        version integer primary key,
        rules jsonb not null,
        set_by uuid references members on delete set null,
        set_at timestamptz not null,
        note text
      );

      create table classifications (
        talent_id uuid not null references talents on delete cascade,
        segment text not null check (segment in ('silver_medalist', 'former', 'passive_contact')),
        rule_version integer not null,
        reason_code text not null,
        reason_params jsonb not null default '{}',
        -- A human's word wins for ever: 'confirmed' or 'rejected' is never changed by a rule.
        decided_by uuid references members on delete set null,
        decision text check (decision in ('confirmed', 'rejected')),
        classified_at timestamptz not null,
        primary key (talent_id, segment)
      );
      create index classifications_segment on classifications (segment, talent_id);

      -- Keyed hashes of a birth date, bound to the comparison of duplicates; the date itself is nowhere.
      create table birth_date_keys (
        talent_id uuid primary key references talents on delete cascade,
        keys jsonb not null
      );

      create table linkage_models (
        id uuid primary key,
        entity_id uuid not null references entities,
        model jsonb not null,
        trained_on_people integer not null,
        trained_at timestamptz not null
      );

      create table duplicate_pairs (
        id uuid primary key,
        entity_id uuid not null references entities,
        -- No foreign keys: a pair outlives the row that a merge took away, so that the merge can be taken apart.
        talent_a uuid not null,
        talent_b uuid not null,
        probability real not null check (probability between 0 and 1),
        weight_bits real not null,
        fields jsonb not null,
        state text not null default 'open' check (state in ('open', 'merged', 'different', 'later')),
        decided_by uuid references members on delete set null,
        decided_at timestamptz,
        merge_id uuid,
        found_at timestamptz not null,
        check (talent_a < talent_b),
        unique (talent_a, talent_b)
      );
      create index duplicate_pairs_open on duplicate_pairs (entity_id, probability desc, id) where state = 'open';
      create index duplicate_pairs_b on duplicate_pairs (talent_b);
    `)
      .execute(db);
  },
};
