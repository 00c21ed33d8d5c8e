import type { Migration } from 'kysely/migration';
import { sql } from 'kysely';

/** May this message go to this person? What people said to which question, and what else decides. */
export const consentPermission: Migration = {
  up: async (db) => {
    await sql
      .raw(`
      -- What people can choose to read about. Each topic is a question of its own (CO-2).
      create table topics (
        id uuid primary key,
        entity_id uuid not null references entities,
        name_de text not null check (length(name_de) between 1 and 80),
        name_en text not null check (length(name_en) between 1 and 80),
        created_at timestamptz not null,
        retired_at timestamptz
      );
      create index topics_entity on topics (entity_id);

      -- Which ways of contact the wording names; a way that is not named is not allowed (NL-9).
      alter table consent_texts add column channels text[] not null default '{mail}'
        check (channels <@ array['mail', 'phone', 'post', 'messenger']);

      -- One question asked of one person: to confirm what was noted (CO-6), to stay for another period (CO-4).
      create table consent_requests (
        id uuid primary key,
        talent_id uuid not null references talents on delete cascade,
        kind text not null check (kind in ('confirm', 'renew', 'choose')),
        -- 128 bits and more; only the keyed hash is here.
        token_hash text not null unique,
        -- What is asked: [{ purpose, topicId?, channel? }].
        choices jsonb not null,
        text_id uuid references consent_texts,
        language text not null,
        created_by uuid references members on delete set null,
        created_at timestamptz not null,
        sent_at timestamptz,
        expires_at timestamptz not null,
        answered_at timestamptz,
        answer text check (answer in ('confirmed', 'refused')),
        check ((answered_at is null) = (answer is null))
      );
      create index consent_requests_talent on consent_requests (talent_id, created_at desc);
      create index consent_requests_open on consent_requests (expires_at) where answered_at is null;

      alter table consent_events
        add column topic_id uuid references topics,
        add column request_id uuid references consent_requests on delete set null;
      create index consent_events_purpose on consent_events (talent_id, purpose, topic_id, occurred_at desc);

      -- The link to a person's own page of choices, in every mail; a new generation makes older links useless.
      create table preference_links (
        talent_id uuid primary key references talents on delete cascade,
        token_hash text not null unique,
        generation integer not null default 1,
        created_at timestamptz not null
      );

      -- "Leave me in peace until …", said by the person on their own page or by somebody who knows why.
      alter table silences
        add column ended_at timestamptz,
        add column ended_by uuid references members on delete set null;
      create index silences_current on silences (talent_id, ends_on) where ended_at is null;

      -- How much one person gets at most, across everything (versions; the newest counts).
      create table contact_limits (
        entity_id uuid not null references entities,
        version integer not null,
        total_per_30_days integer not null check (total_per_30_days between 1 and 60),
        bulk_per_30_days integer not null check (bulk_per_30_days between 0 and 30),
        first_contacts_per_day integer not null check (first_contacts_per_day between 0 and 200),
        set_by uuid references members on delete set null,
        set_at timestamptz not null,
        primary key (entity_id, version)
      );

      -- Data that did not come from the person: they are told within a month, or it goes (IN-2).
      create table information_duties (
        talent_id uuid primary key references talents on delete cascade,
        inform_by date not null,
        informed_at timestamptz,
        notice_version text,
        how text check (how in ('first_message', 'portal', 'in_person', 'letter'))
      );
      create index information_duties_open on information_duties (inform_by) where informed_at is null;

      -- Objections to direct contact (DS-4): at once, and until the person takes it back.
      create table objections (
        id uuid primary key,
        talent_id uuid not null references talents on delete cascade,
        scope text not null check (scope in ('direct_contact', 'processing')),
        raised_at timestamptz not null,
        via text not null check (via in ('portal', 'mail', 'phone', 'letter', 'in_person')),
        recorded_by uuid references members on delete set null,
        decided_at timestamptz,
        decision text check (decision in ('upheld', 'taken_back'))
      );
      create index objections_open on objections (talent_id) where decided_at is null or decision = 'upheld';

      -- After erasure, apart from everything else: that there was a consent, without saying whose (CO-10).
      create table consent_proofs (
        id uuid primary key,
        address_hash text not null,
        purpose text not null,
        kind text not null,
        text_sha256 text,
        text_version integer,
        occurred_at timestamptz not null,
        keep_until date not null
      );
      create index consent_proofs_address on consent_proofs (address_hash);
      create index consent_proofs_keep_until on consent_proofs (keep_until);

      -- Whether this database still belongs to the folder it is run with; a copy starts silent (SU-8).
      alter table installation
        add column instance_id uuid,
        add column quarantined_at timestamptz,
        add column quarantine_reason text;

      create view consent_view as
        select distinct on (talent_id, purpose, topic_id, channel)
          talent_id, purpose, topic_id, channel, kind, form, occurred_at, expires_on
        from consent_events order by talent_id, purpose, topic_id, channel, occurred_at desc, created_at desc;
    `)
      .execute(db);
  },
};
