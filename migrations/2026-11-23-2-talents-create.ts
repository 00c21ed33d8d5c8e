import type { Migration } from 'kysely/migration';
import { sql } from 'kysely';

/** The record of one person and everything that happened with them. */
export const talentsCreate: Migration = {
  up: async (db) => {
    await sql
      .raw(`
      create table talents (
        id uuid primary key,
        entity_id uuid not null references entities,
        title text,
        first_name text not null default '',
        last_name text not null default '',
        birth_name text,
        -- Folded for the alphabet of lists ("krahenbuhl-zurcher anneliese"), so that both databases sort alike.
        sort_name text collate "C" not null,
        address_form text check (address_form in ('du', 'sie')),
        language text check (language in ('de', 'en', 'fr', 'it')),
        preferred_channel text check (preferred_channel in ('mail', 'phone', 'linkedin', 'post')),
        "role" text,
        employer text,
        street text,
        postcode text,
        city text,
        country text check (country ~ '^[A-Z]{2}$'),
        wishes text,
        available_from date,
        stage text not null default 'known' check (stage in ('known', 'approached', 'in_exchange', 'interested', 'ready', 'in_application', 'hired', 'paused', 'not_now', 'ended')),
        stage_since timestamptz not null,
        owner_id uuid references members on delete set null,
        deputy_id uuid references members on delete set null,
        segments text[] not null default '{}',
        tags text[] not null default '{}',
        last_touch_at timestamptz,
        last_touch_direction text check (last_touch_direction in ('ours', 'theirs')),
        last_touch_channel text,
        next_step text,
        next_step_on date,
        -- The latest erase-on date of the person's grounds; kept here for lists, written only with the grounds.
        erase_on date not null,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        -- In the bin since; erased 30 days later.
        deleted_at timestamptz,
        deleted_by uuid,
        -- Joined with this person: hidden, but whole, so that the merge can be taken back.
        merged_into uuid references talents on delete cascade,
        check (first_name <> '' or last_name <> '')
      );
      create index talents_by_name on talents (entity_id, sort_name, id) where deleted_at is null;
      create index talents_by_last_touch on talents (entity_id, last_touch_at desc nulls last, id) where deleted_at is null;
      create index talents_by_created on talents (entity_id, created_at desc, id) where deleted_at is null;
      create index talents_by_next_step on talents (entity_id, next_step_on, id) where deleted_at is null;
      create index talents_by_erase_on on talents (entity_id, erase_on, id) where deleted_at is null;
      create index talents_to_erase on talents (erase_on);
      create index talents_by_owner on talents (owner_id) where deleted_at is null;
      create index talents_segments on talents using gin (segments);
      create index talents_tags on talents using gin (tags);
      create index talents_by_city on talents (entity_id, city) where deleted_at is null;
      create index talents_merged on talents (merged_into) where merged_into is not null;
      create index talents_by_employer on talents (lower(employer)) where deleted_at is null;
      create index talents_deleted on talents (deleted_at) where deleted_at is not null;

      create table talent_addresses (
        id uuid primary key,
        talent_id uuid not null references talents on delete cascade,
        kind text not null check (kind in ('email', 'phone', 'linkedin', 'xing', 'website')),
        value text not null,
        -- For comparison: lower case, gmail dots and plus parts removed; phones in E.164.
        normal_form text collate "C" not null,
        label text,
        is_primary boolean not null default false,
        bounced_at timestamptz,
        created_at timestamptz not null default now(),
        unique (talent_id, kind, normal_form)
      );
      create index talent_addresses_lookup on talent_addresses (kind, normal_form);

      create table career_stations (
        id uuid primary key,
        talent_id uuid not null references talents on delete cascade,
        employer text not null,
        "role" text,
        unit text,
        -- With us or elsewhere; "with us" carries the kind of employment.
        is_ours boolean not null default false,
        employment_kind text check (employment_kind in ('employee', 'intern', 'working_student', 'apprentice', 'trainee', 'freelancer', 'thesis')),
        started_on date,
        ended_on date,
        exit_reason text,
        rehire_wish text check (rehire_wish in ('yes', 'no', 'unknown')),
        source text not null,
        created_at timestamptz not null default now(),
        check (ended_on is null or started_on is null or ended_on >= started_on)
      );
      create index career_stations_talent on career_stations (talent_id);

      create table applications (
        id uuid primary key,
        talent_id uuid not null references talents on delete cascade,
        vacancy text,
        applied_on date,
        furthest_stage text check (furthest_stage in ('applied', 'screened', 'phone', 'interview', 'second_interview', 'assessment', 'final', 'offer')),
        outcome text not null default 'open' check (outcome in ('rejected', 'withdrawn', 'declined_offer', 'hired', 'open')),
        rating_share real check (rating_share between 0 and 1),
        place integer check (place > 0),
        field_size integer check (field_size > 0),
        closed_on date,
        closing_reason text,
        channel text,
        source text not null,
        source_key text,
        created_at timestamptz not null default now()
      );
      create index applications_talent on applications (talent_id);

      create table talent_skills (
        id uuid primary key,
        talent_id uuid not null references talents on delete cascade,
        kind text not null check (kind in ('skill', 'interest')),
        name text not null check (length(name) between 1 and 120),
        folded_name text not null,
        evidence text,
        source text not null,
        is_proposed boolean not null default false,
        created_at timestamptz not null default now(),
        unique (talent_id, kind, folded_name)
      );
      create index talent_skills_name on talent_skills (kind, folded_name, talent_id);

      create table notes (
        id uuid primary key,
        talent_id uuid not null references talents on delete cascade,
        body text not null check (length(body) between 1 and 20000),
        written_by uuid references members on delete set null,
        source text not null default 'member',
        -- Facts from the web carry where and when (IN-4).
        source_url text,
        source_seen_on date,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index notes_talent on notes (talent_id, created_at desc);

      create table touchpoints (
        id uuid primary key,
        talent_id uuid not null references talents on delete cascade,
        occurred_at timestamptz not null,
        channel text not null check (channel in ('mail', 'phone', 'meeting', 'event', 'linkedin', 'xing', 'portal', 'newsletter', 'application', 'letter', 'message')),
        direction text not null check (direction in ('ours', 'theirs')),
        is_bulk boolean not null default false,
        subject text,
        body text,
        by_member uuid references members on delete set null,
        source text not null default 'member',
        created_at timestamptz not null default now()
      );
      create index touchpoints_talent on touchpoints (talent_id, occurred_at desc);

      create table promises (
        id uuid primary key,
        talent_id uuid not null references talents on delete cascade,
        what text not null,
        due_on date not null,
        owner_id uuid references members on delete set null,
        given_at timestamptz not null,
        kept_at timestamptz,
        created_at timestamptz not null default now()
      );
      create index promises_talent on promises (talent_id);
      create index promises_open on promises (due_on) where kept_at is null;

      create table talent_files (
        id uuid primary key,
        talent_id uuid not null references talents on delete cascade,
        name text not null,
        media_type text not null,
        size_bytes bigint not null,
        -- Random name below the files folder; nothing of the person is in it.
        stored_as text not null,
        text_content text,
        uploaded_by uuid references members on delete set null,
        created_at timestamptz not null
      );
      create index talent_files_talent on talent_files (talent_id);

      -- What is searched: names folded in every spelling, and the words of everything written about the person.
      create table talent_search (
        talent_id uuid primary key references talents on delete cascade,
        entity_id uuid not null,
        names text not null,
        -- What every reader may find: role, employer, skills, stations.
        words tsvector not null,
        -- What only those may find who may read it: notes, contacts, wishes, texts of files.
        private_words tsvector not null default '',
        is_listed boolean not null default true
      );
      create index talent_search_names on talent_search using gin (names gin_trgm_ops);
      create index talent_search_words on talent_search using gin (words);
      create index talent_search_private_words on talent_search using gin (private_words);

      -- Names that share a part of their three-letter groups with the first word; how many depends on its length, so the caller says it.
      -- The second word, if there is one, begins a name as it is.
      create function talents_like_name(wanted text[], entities uuid[], likeness real, at_most integer) returns table (talent_id uuid, names text)
        language plpgsql as $$ begin
          perform set_config('pg_trgm.word_similarity_threshold', likeness::text, true);
          return query select s.talent_id, s.names from talent_search s
            where wanted[1] <% s.names and (wanted[2] is null or s.names like '% ' || wanted[2] || '%') and s.entity_id = any(entities) and s.is_listed
            order by word_similarity(wanted[1], s.names) desc, s.talent_id limit at_most;
        end $$;

      -- Every change of a field, for undo, for "who changed it a minute ago", and for the person's own view.
      create table talent_changes (
        id uuid primary key,
        talent_id uuid not null references talents on delete cascade,
        -- One act of a person: a bulk act has many changes and is undone as one.
        act_id uuid not null,
        at timestamptz not null,
        by_member uuid references members on delete set null,
        source text not null default 'member',
        field text not null,
        before jsonb,
        after jsonb,
        -- The version of the person that the change made; null for parts that have none.
        version integer,
        undone_at timestamptz
      );
      create index talent_changes_talent on talent_changes (talent_id, at desc);
      create index talent_changes_act on talent_changes (act_id);

      -- One act on many people, with its progress. The changes themselves are in talent_changes.
      create table bulk_acts (
        id uuid primary key,
        by_member uuid references members on delete set null,
        entity_ids uuid[] not null,
        act jsonb not null,
        selection jsonb not null,
        state text not null check (state in ('running', 'done', 'stopped', 'failed', 'undoing', 'undone')),
        total integer not null,
        done integer not null default 0,
        -- People up to this id are dealt with: the job goes on from here after a crash.
        last_id uuid,
        left_out jsonb not null default '[]',
        started_at timestamptz not null,
        finished_at timestamptz,
        wish text check (wish in ('stop'))
      );

      create table talent_merges (
        id uuid primary key,
        kept_id uuid not null references talents on delete cascade,
        gone_id uuid not null,
        -- Everything that is needed to take the merge back, row by row.
        snapshot jsonb not null,
        merged_by uuid references members on delete set null,
        merged_at timestamptz not null,
        undone_at timestamptz
      );
      create index talent_merges_kept on talent_merges (kept_id);
      create index talent_merges_gone on talent_merges (gone_id);

      create table saved_views (
        id uuid primary key,
        owner_id uuid not null references members on delete cascade,
        name text not null check (length(name) between 1 and 80),
        is_shared boolean not null default false,
        is_pinned boolean not null default true,
        -- Filter, order and columns as the list's address has them.
        view jsonb not null,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index saved_views_owner on saved_views (owner_id);

      create view talents_view as
        select id, entity_id, title, first_name, last_name, sort_name, address_form, language, "role", employer, postcode, city, country, stage, owner_id, deputy_id,
          segments, tags, last_touch_at, last_touch_direction, next_step_on, erase_on, created_at
        from talents where deleted_at is null;
    `)
      .execute(db);
  },
};
