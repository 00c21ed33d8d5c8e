import type { Migration } from 'kysely/migration';
import { sql } from 'kysely';

/** May we keep and contact this person? */
export const consentCreate: Migration = {
  up: async (db) => {
    await sql
      .raw(`
      -- How long after a rejection data may be kept without consent, per country profile; versions are kept (LB-3).
      create table retention_settings (
        version integer primary key,
        country_profile text not null check (country_profile in ('DE', 'AT', 'CH', 'EU')),
        months_after_rejection integer not null check (months_after_rejection between 1 and 24),
        consent_months integer not null default 12 check (consent_months between 1 and 24),
        interest_months integer not null default 12 check (interest_months between 1 and 24),
        set_by uuid references members on delete set null,
        set_at timestamptz not null
      );

      -- A documented legitimate-interest assessment with a review date (LB-6).
      create table interest_assessments (
        id uuid primary key,
        entity_id uuid not null references entities,
        segment text not null check (segment in ('passive_contact', 'referral')),
        purpose text not null,
        reasoning text not null check (length(reasoning) >= 20),
        dated_on date not null,
        review_on date not null,
        recorded_by uuid references members on delete set null,
        created_at timestamptz not null,
        check (review_on > dated_on)
      );

      -- The exact text that was shown, by version and language (CO-1, CO-7).
      create table consent_texts (
        id uuid primary key,
        entity_id uuid not null references entities,
        purpose text not null,
        language text not null,
        version integer not null,
        body text not null,
        sha256 text not null,
        created_at timestamptz not null,
        unique (entity_id, purpose, language, version)
      );

      -- Events, never edited: a withdrawal is a new event (CO-1).
      create table consent_events (
        id uuid primary key,
        talent_id uuid not null references talents on delete cascade,
        kind text not null check (kind in ('given', 'confirmed', 'refused', 'withdrawn', 'expired')),
        purpose text not null,
        text_id uuid references consent_texts,
        channel text not null,
        -- "imported", "portal", "paper" …: in which form it was given.
        form text not null,
        evidence text,
        recorded_by uuid references members,
        occurred_at timestamptz not null,
        expires_on date,
        created_at timestamptz not null default now()
      );
      create index consent_events_talent on consent_events (talent_id, occurred_at desc);
      -- Only a merge may move an event, and nothing else of it changes. It goes only with the person, or with the act that recorded it.
      create function consent_events_stay() returns trigger language plpgsql as $$
        begin
          if tg_op = 'UPDATE' then
            if to_jsonb(old) - 'talent_id' = to_jsonb(new) - 'talent_id' then return new; end if;
            raise exception 'consent events are never changed';
          end if;
          if not exists (select 1 from talents where id = old.talent_id) then return old; end if;
          if current_setting('wiedersehen.takes_back', true) = 'on' then return old; end if;
          raise exception 'consent events are never deleted';
        end $$;
      create trigger consent_events_stay before update or delete on consent_events for each row execute function consent_events_stay();

      -- Why each person may be kept: no person without one (LB-1).
      create table grounds (
        id uuid primary key,
        talent_id uuid not null references talents on delete cascade,
        segment text not null check (segment in ('rejected_applicant', 'sign_up', 'alumni', 'passive_contact', 'referral')),
        purpose text not null check (purpose in ('talent_pool', 'alumni_network', 'contact_network')),
        basis text not null check (basis in ('consent', 'legitimate_interest', 'user_agreement')),
        country_profile text not null check (country_profile in ('DE', 'AT', 'CH', 'EU')),
        source text not null check (source <> ''),
        obtained_on date not null,
        erase_on date not null,
        -- Why that date, as a message key with facts.
        erase_reason text not null,
        consent_event_id uuid references consent_events,
        assessment_id uuid references interest_assessments,
        -- Which act recorded it, e.g. import:<id>: what takes the act back takes the ground back.
        origin text not null default 'member',
        created_at timestamptz not null,
        ended_at timestamptz,
        -- The policy of LB-2: applicants, sign-ups and former employees stay by consent; interest carries only the other two.
        check (case segment
          when 'passive_contact' then basis in ('legitimate_interest', 'consent')
          when 'referral' then basis in ('legitimate_interest', 'consent')
          when 'alumni' then basis in ('consent', 'user_agreement')
          else basis = 'consent' end),
        check (basis <> 'legitimate_interest' or assessment_id is not null),
        check (basis <> 'consent' or consent_event_id is not null),
        check (erase_on > obtained_on)
      );
      create index grounds_talent on grounds (talent_id);
      create index grounds_erase_on on grounds (erase_on) where ended_at is null;

      -- Asked when the transaction ends: a talent without a ground may not stay (LB-1).
      create function refuse_without_ground(person uuid) returns void language plpgsql as $$
        begin
          if exists (select 1 from talents where id = person) and not exists (select 1 from grounds where talent_id = person) then
            raise exception 'talent % has no ground to be kept', person using errcode = '23514', constraint = 'talent_needs_ground';
          end if;
        end $$;
      create function new_talent_needs_ground() returns trigger language plpgsql as $$
        begin perform refuse_without_ground(new.id); return null; end $$;
      create function last_ground_stays() returns trigger language plpgsql as $$
        begin perform refuse_without_ground(old.talent_id); return null; end $$;
      create constraint trigger new_talent_needs_ground after insert on talents deferrable initially deferred
        for each row execute function new_talent_needs_ground();
      create constraint trigger last_ground_stays after delete or update of talent_id on grounds deferrable initially deferred
        for each row execute function last_ground_stays();

      -- Addresses and source ids that must not come back, as keyed hashes (SU-1). The key is outside the database.
      create table suppressions (
        hash text not null,
        kind text not null check (kind in ('email', 'phone', 'source_id')),
        scope text not null check (scope in ('no_mail', 'no_record')),
        reason text not null,
        created_at timestamptz not null,
        review_on date not null,
        primary key (hash, scope)
      );

      -- Agreed silence for all channels and users, with an end (care uses it).
      create table silences (
        id uuid primary key,
        talent_id uuid not null references talents on delete cascade,
        reason text not null,
        starts_on date not null,
        ends_on date not null,
        recorded_by uuid references members on delete set null,
        created_at timestamptz not null,
        check (ends_on >= starts_on)
      );
      create index silences_talent on silences (talent_id);
    `)
      .execute(db);
  },
};
