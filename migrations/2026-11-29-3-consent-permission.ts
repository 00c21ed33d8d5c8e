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

      -- One question asked of one person: to confirm what was noted (CO-6), to choose topics (NL-4).
      create table consent_requests (
        id uuid primary key,
        talent_id uuid not null references talents on delete cascade,
        kind text not null check (kind in ('confirm', 'choose')),
        -- 128 bits and more; only the keyed hash is here.
        token_hash text not null unique,
        -- Where it went, as a keyed hash: nobody's mailbox is filled with questions (NL-6).
        address_hash text not null,
        -- What is asked, each with the wording that is shown: [{ purpose, topicId, textId }].
        choices jsonb not null,
        language text not null,
        created_by uuid references members on delete set null,
        created_at timestamptz not null,
        -- Null where no mail server is set up: the link was handed out instead.
        mail_id uuid,
        expires_at timestamptz not null,
        answered_at timestamptz,
        answer text check (answer in ('confirmed', 'refused')),
        check ((answered_at is null) = (answer is null))
      );
      create index consent_requests_talent on consent_requests (talent_id, created_at desc);
      create index consent_requests_address on consent_requests (address_hash, created_at desc);
      create index consent_requests_open on consent_requests (expires_at) where answered_at is null;

      alter table consent_events
        add column topic_id uuid references topics,
        add column request_id uuid references consent_requests;
      create index consent_events_purpose on consent_events (talent_id, purpose, topic_id, occurred_at desc);
      create index consent_events_request on consent_events (request_id) where request_id is not null;

      -- An event moves only between two records that are one person, and nothing else of it changes. It goes with the person, or with
      -- the undo of the act that noted it; what a person refused, withdrew or let expire is never taken back by anybody.
      create or replace function consent_events_stay() returns trigger language plpgsql as $$
        begin
          if not exists (select 1 from talents where id = old.talent_id) then return coalesce(new, old); end if;
          if tg_op = 'UPDATE' then
            if to_jsonb(old) - 'talent_id' = to_jsonb(new) - 'talent_id' and exists (
              select 1 from talents gone join talents kept on gone.merged_into = kept.id
              where (gone.id, kept.id) in ((old.talent_id, new.talent_id), (new.talent_id, old.talent_id))) then return new; end if;
            raise exception 'consent events are never changed';
          end if;
          if old.kind in ('given', 'confirmed') and current_setting('wiedersehen.takes_back', true) = 'on' then return old; end if;
          raise exception 'consent events are never deleted';
        end $$;

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

      -- "Your permission ends": once a month before, once a week before, never again (CO-4).
      create table consent_reminders (
        talent_id uuid not null references talents on delete cascade,
        erase_on date not null,
        days_before integer not null check (days_before in (30, 7)),
        sent_at timestamptz not null,
        primary key (talent_id, erase_on, days_before)
      );

      -- The nights of erasing and expiring, so that a clock that jumped is noticed (RL-9).
      create table consent_nights (
        at timestamptz primary key,
        outcome text not null check (outcome in ('done', 'halted', 'released')),
        erased integer not null default 0,
        failed uuid[] not null default '{}'
      );

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
        informed_by uuid references members on delete set null,
        notice_version text,
        how text check (how in ('first_message', 'portal', 'in_person', 'letter'))
      );
      create index information_duties_open on information_duties (inform_by) where informed_at is null;
      create index information_duties_by_member on information_duties (informed_by, informed_at) where how = 'first_message';

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
      create table instances (
        is_one boolean primary key default true check (is_one),
        instance_id uuid,
        -- Counts starts and nights; the folder counts along. A database that is behind was brought back from a copy.
        instance_count integer not null default 0,
        quarantined_at timestamptz,
        quarantine_reason text
      );

      -- Which answer a mail about a person needs when it is handed over; empty for mails to team members.
      alter table mails
        add column contact_purpose text check (contact_purpose in ('personal', 'newsletter', 'question', 'service')),
        add column contact_topic uuid;

      -- When nobody may be contacted: agreed silences and open objections, also those of a record that was joined into another one.
      create view quiet_view as
        with recursive quiet as (
          select talent_id, starts_on as from_on, ends_on as until_on, reason as why from silences where ended_at is null
          union all
          select talent_id, (raised_at at time zone 'UTC')::date, date '9999-12-31', 'objection' from objections
            where decided_at is null or decision = 'upheld'),
        followed as (
          select q.talent_id, q.from_on, q.until_on, q.why from quiet q
          union all
          select t.merged_into, f.from_on, f.until_on, f.why from followed f join talents t on t.id = f.talent_id where t.merged_into is not null)
        select talent_id, from_on, until_on, why from followed;

      create view consent_view as
        select distinct on (talent_id, purpose, topic_id, channel)
          talent_id, purpose, topic_id, channel, kind, form, occurred_at, expires_on
        from consent_events order by talent_id, purpose, topic_id, channel, (occurred_at at time zone 'UTC')::date desc, created_at desc, id desc;
    `)
      .execute(db);
  },
};
