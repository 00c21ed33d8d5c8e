import type { Migration } from 'kysely/migration';
import { sql } from 'kysely';

/** People put themselves into the talent pool: public forms, and who has not confirmed yet. */
export const consentSignUp: Migration = {
  up: async (db) => {
    await sql
      .raw(`
      create table sign_up_forms (
        id uuid primary key,
        entity_id uuid not null references entities,
        -- The last part of the public address.
        slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 3 and 60),
        name text not null check (length(name) between 1 and 80),
        intro_de text not null default '' check (length(intro_de) <= 600),
        intro_en text not null default '' check (length(intro_en) <= 600),
        topic_ids uuid[] not null default '{}',
        is_on boolean not null default false,
        created_by uuid references members on delete set null,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index sign_up_forms_entity on sign_up_forms (entity_id);

      -- Nobody is a talent before the mailbox has answered: until then what was typed is sealed, and gone after seven days (NL-6).
      create table sign_ups (
        id uuid primary key,
        form_id uuid not null references sign_up_forms on delete cascade,
        token_hash text not null unique,
        address_hash text not null,
        sealed text not null,
        -- What was ticked, each with the wording that was shown: [{ purpose, topicId, textId }].
        choices jsonb not null,
        language text not null,
        notice_version text not null,
        created_at timestamptz not null,
        mail_id uuid,
        expires_at timestamptz not null
      );
      create index sign_ups_address on sign_ups (address_hash, created_at desc);
      create index sign_ups_expires on sign_ups (expires_at);

      -- A confirmed sign-up stays as the request it was: when it was asked, by which mail, when it was answered (NL-4).
      alter table consent_requests drop constraint consent_requests_kind_check,
        add constraint consent_requests_kind_check check (kind in ('confirm', 'choose', 'sign_up')),
        add column notice_version text;
    `)
      .execute(db);
  },
};
