import type { Migration } from 'kysely/migration';
import { sql } from 'kysely';

/** One letter to many people, each their own: what is written, who gets it, what became of every single one. */
export const campaignsCreate: Migration = {
  up: async (db) => {
    await sql
      .raw(`
      -- How letters of a company look: logo, colours, font, the lines at the foot.
      create table brands (
        id uuid primary key,
        entity_id uuid not null references entities,
        name text not null check (length(name) between 1 and 80),
        design jsonb not null default '{}',
        is_default boolean not null default false,
        created_by uuid references members on delete set null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        version integer not null default 1,
        archived_at timestamptz
      );
      create index brands_entity on brands (entity_id) where archived_at is null;
      create unique index brands_default on brands (entity_id) where is_default and archived_at is null;

      -- Where bounces, complaints and replies are read.
      create table mailboxes (
        id uuid primary key,
        entity_id uuid not null references entities,
        name text not null check (length(name) between 1 and 80),
        -- imaps://user:password@host/folder, sealed.
        imap_url_sealed text not null,
        folder text not null default 'INBOX',
        -- RFC 3501: numbers of messages hold only as long as this does.
        uid_validity bigint,
        last_uid bigint not null default 0,
        is_active boolean not null default true,
        read_at timestamptz,
        last_error_code text,
        created_by uuid references members on delete set null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        version integer not null default 1
      );
      create index mailboxes_entity on mailboxes (entity_id);

      -- In whose name letters go out, through which server, signed with which key.
      create table sender_identities (
        id uuid primary key,
        entity_id uuid not null references entities,
        name text not null check (length(name) between 1 and 80),
        from_name text not null check (length(from_name) between 1 and 120),
        from_address text not null check (length(from_address) <= 254),
        reply_to_address text check (length(reply_to_address) <= 254),
        -- Where bounces go (the envelope's sender); empty: the sender's own address.
        bounce_address text check (length(bounce_address) <= 254),
        postal_address text not null check (length(postal_address) between 5 and 400),
        -- smtps://user:password@host:465, sealed; null: the server of the installation.
        smtp_url_sealed text,
        smtp_host text,
        -- 'here': this program signs (DKIM); 'relay': the server does.
        signs text not null default 'here' check (signs in ('here', 'relay')),
        dkim_selector text not null check (dkim_selector ~ '^[a-z0-9]([a-z0-9-]{0,40}[a-z0-9])?$'),
        -- Private keys, sealed; the public halves are what is published in the name system.
        dkim_rsa_sealed text not null,
        dkim_rsa_public text not null,
        dkim_ed25519_sealed text not null,
        dkim_ed25519_public text not null,
        per_hour integer check (per_hour between 1 and 1000000),
        per_domain_per_hour integer check (per_domain_per_hour between 1 and 1000000),
        connections integer not null default 8 check (connections between 1 and 50),
        -- A new sender begins small: mails on the first day, doubled with every day until the end of the plan.
        warm_up_starts_on date,
        warm_up_first_day integer check (warm_up_first_day between 10 and 100000),
        warm_up_days integer check (warm_up_days between 1 and 60),
        mailbox_id uuid references mailboxes on delete set null,
        -- The last look at SPF, DKIM, DMARC, reverse name and TLS: [{ check, state, code, params }].
        findings jsonb not null default '[]',
        checked_at timestamptz,
        is_ready boolean not null default false,
        -- Somebody sends all the same, and says why (EM-1).
        overridden_by uuid references members on delete set null,
        overridden_at timestamptz,
        override_reason text check (length(override_reason) between 10 and 500),
        created_by uuid references members on delete set null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        version integer not null default 1,
        archived_at timestamptz,
        check ((overridden_at is null) = (override_reason is null)),
        check ((warm_up_starts_on is null) = (warm_up_first_day is null) and (warm_up_starts_on is null) = (warm_up_days is null))
      );
      create index sender_identities_entity on sender_identities (entity_id) where archived_at is null;

      -- When the next mail of a sender to one domain may leave, shared by all workers; '*' stands for all domains together.
      create table sending_lanes (
        sender_id uuid not null references sender_identities on delete cascade,
        domain text not null,
        next_at timestamptz not null,
        -- Temporary refusals in a row; one mail that is taken ends the row.
        refusals integer not null default 0,
        held_until timestamptz,
        primary key (sender_id, domain)
      );

      create table campaign_settings (
        entity_id uuid primary key references entities,
        -- From how many recipients a second person has to agree.
        four_eyes_from integer not null default 200 check (four_eyes_from between 1 and 1000000),
        -- A language model that helps with drafts; off until somebody chooses an address and switches it on.
        assistance_is_on boolean not null default false,
        assistance_url text check (length(assistance_url) <= 500),
        assistance_model text check (length(assistance_model) <= 120),
        assistance_key_sealed text,
        -- Of the provider, when the words leave this machine.
        assistance_country text check (assistance_country ~ '^[A-Z]{2}$'),
        assistance_contract_on date,
        updated_by uuid references members on delete set null,
        updated_at timestamptz not null
      );

      create table campaign_templates (
        id uuid primary key,
        entity_id uuid not null references entities,
        name text not null check (length(name) between 1 and 80),
        purpose text not null default '' check (length(purpose) <= 300),
        -- Shape: schema-letter.ts of the room.
        letter jsonb not null,
        brand_id uuid references brands on delete set null,
        created_by uuid references members on delete set null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        version integer not null default 1,
        archived_at timestamptz
      );
      create index campaign_templates_entity on campaign_templates (entity_id) where archived_at is null;

      create table campaigns (
        id uuid primary key,
        entity_id uuid not null references entities,
        -- How colleagues call it; the subject stands in the letter.
        name text not null check (length(name) between 1 and 120),
        -- 'newsletter' needs a topic; 'sequence' is a step of a sequence; 'personal' is one letter from one person to another.
        kind text not null default 'newsletter' check (kind in ('newsletter', 'sequence', 'personal')),
        topic_id uuid references topics,
        brand_id uuid references brands on delete set null,
        sender_id uuid references sender_identities,
        -- Of the kind 'sequence': whose letter this is.
        sequence_id uuid references sequences on delete set null,
        pool_id uuid references pools on delete set null,
        segment_id uuid references saved_segments on delete set null,
        -- The language of those for whose language there is no letter.
        main_language text not null default 'de' check (main_language in ('de', 'en')),
        -- The version that is written on, or that was approved.
        letter_version integer not null default 1,
        state text not null default 'draft' check (state in ('draft', 'in_review', 'approved', 'scheduled', 'preparing', 'sending', 'paused', 'waiting', 'cancelled', 'finished')),
        -- Why it stands still: by_hand, complaints, bounces, overdue, sender.
        halt_reason text check (halt_reason in ('by_hand', 'complaints', 'bounces', 'overdue', 'sender')),
        -- Where it goes on after a halt.
        halted_in text check (halted_in in ('scheduled', 'preparing', 'sending')),
        halted_at timestamptz,
        scheduled_for timestamptz,
        -- Hours of the day, where the recipient lives, between which it may arrive; null: at any time.
        window_from_hour integer check (window_from_hour between 0 and 23),
        window_until_hour integer check (window_until_hour between 1 and 24),
        -- Whether links lead past a counter that is the same for everybody; otherwise straight to their address (EM-8).
        counts_clicks boolean not null default false,
        -- The first threshold was crossed and told (.1 % complaints).
        warned_at timestamptz,
        started_at timestamptz,
        prepared_at timestamptz,
        -- When somebody last looked after it: a long gap means that the house stood still (RL-10).
        worked_at timestamptz,
        finished_at timestamptz,
        -- Counted when it ended, so that they stay when people are erased.
        figures jsonb,
        created_by uuid references members on delete set null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        version integer not null default 1,
        deleted_at timestamptz,
        check ((state in ('paused', 'waiting')) = (halt_reason is not null)),
        check (num_nonnulls(window_from_hour, window_until_hour) in (0, 2) and coalesce(window_from_hour < window_until_hour, true)),
        check (num_nonnulls(pool_id, segment_id) <= 1)
      );
      create index campaigns_entity on campaigns (entity_id, created_at desc, id) where deleted_at is null;
      create index campaigns_at_work on campaigns (state) where state in ('scheduled', 'preparing', 'sending', 'paused', 'waiting');

      -- Every version that was saved; the one that was approved is the one that goes out.
      create table campaign_versions (
        campaign_id uuid not null references campaigns on delete cascade,
        number integer not null,
        -- Shape: schema-letter.ts of the room.
        letter jsonb not null,
        -- What the writer tells who reads it before it goes out.
        note text check (length(note) <= 1000),
        made_by uuid references members on delete set null,
        made_at timestamptz not null,
        primary key (campaign_id, number)
      );

      -- Pictures of letters; who reads a letter fetches them from here, and one address serves all readers.
      create table letter_pictures (
        id uuid primary key,
        entity_id uuid not null references entities,
        -- Name of the file below the folder of files: the same picture is kept once.
        content_hash text not null,
        media_type text not null check (media_type in ('image/png', 'image/jpeg', 'image/gif')),
        width integer not null check (width between 1 and 10000),
        height integer not null check (height between 1 and 10000),
        bytes integer not null check (bytes between 1 and 5242880),
        name text not null check (length(name) <= 200),
        created_by uuid references members on delete set null,
        created_at timestamptz not null
      );
      create unique index letter_pictures_content on letter_pictures (entity_id, content_hash);

      create table campaign_approvals (
        id uuid primary key,
        campaign_id uuid not null references campaigns on delete cascade,
        letter_version integer not null,
        decision text not null check (decision in ('approved', 'returned')),
        note text check (length(note) <= 1000),
        -- How many it would have reached at that moment.
        audience integer not null,
        by_member uuid references members on delete set null,
        at timestamptz not null
      );
      create index campaign_approvals_campaign on campaign_approvals (campaign_id, at desc);

      -- Processes that send; one that shows no sign of life any more gives back what it had taken.
      create table sending_workers (
        id uuid primary key,
        campaign_id uuid not null references campaigns on delete cascade,
        started_at timestamptz not null,
        alive_until timestamptz not null
      );

      -- Everybody who would get the letter, fixed when it starts. No reference to talents: it would lock and rewrite every person's row;
      -- who is erased is taken out of here in the same transaction.
      create table campaign_recipients (
        campaign_id uuid not null references campaigns on delete cascade,
        talent_id uuid not null,
        -- Comparable form of the address; empty once it is not needed any more.
        address text collate "C",
        domain text collate "C",
        language text not null,
        zone text not null,
        state text not null check (state in ('queued', 'claimed', 'handing_over', 'accepted', 'failed', 'uncertain', 'left_out')),
        -- Why it was left out, or what the server said: never a name or an address.
        code text,
        tries integer not null default 0,
        -- Empty as long as nobody has put it off.
        not_before timestamptz,
        claimed_by uuid,
        -- How often it was taken: what was made for an earlier taking must not leave any more.
        claims integer not null default 0,
        changed_at timestamptz not null,
        primary key (campaign_id, talent_id)
      -- Every row is written three times on its way, and none of these writes touches an index: room is left beside it, and nothing that
      -- changes on the way is indexed but the time of what was put off.
      ) with (fillfactor = 60);
      create index campaign_recipients_talent on campaign_recipients (talent_id);
      create index campaign_recipients_put_off on campaign_recipients (campaign_id, not_before) where not_before is not null;

      -- What came back about a letter, each thing once.
      create table bounces (
        id uuid primary key,
        campaign_id uuid references campaigns on delete cascade,
        talent_id uuid not null references talents on delete cascade,
        kind text not null check (kind in ('permanent', 'temporary', 'complaint')),
        -- Enhanced status code (RFC 3463), e.g. 5.1.1, or the kind of feedback (RFC 5965).
        code text,
        occurred_at timestamptz not null,
        received_at timestamptz not null,
        -- Says that two notices are one.
        notice_key text not null unique
      );
      create index bounces_campaign on bounces (campaign_id, kind);
      create index bounces_talent on bounces (talent_id, occurred_at desc);

      -- Messages that were read, so that none is read twice, even when the mailbox numbers them anew.
      create table mailbox_messages (
        mailbox_id uuid not null references mailboxes on delete cascade,
        message_hash text not null,
        uid_validity bigint not null,
        uid bigint not null,
        found text not null check (found in ('bounce', 'delay', 'complaint', 'auto_reply', 'reply', 'unsubscribe', 'unknown', 'unreadable')),
        read_at timestamptz not null,
        primary key (mailbox_id, message_hash)
      );
      create index mailbox_messages_read_at on mailbox_messages (read_at);

      create table replies (
        id uuid primary key,
        campaign_id uuid references campaigns on delete cascade,
        talent_id uuid not null references talents on delete cascade,
        kind text not null check (kind in ('reply', 'auto_reply')),
        touchpoint_id uuid,
        received_at timestamptz not null,
        message_hash text not null unique
      );
      create index replies_campaign on replies (campaign_id, kind);
      create index replies_talent on replies (talent_id);

      create table unsubscribes (
        campaign_id uuid not null references campaigns on delete cascade,
        talent_id uuid not null references talents on delete cascade,
        via text not null check (via in ('one_click', 'page', 'mail')),
        at timestamptz not null,
        primary key (campaign_id, talent_id)
      );
      create index unsubscribes_talent on unsubscribes (talent_id);

      -- Addresses in a letter, so that visits can be counted per campaign and link, never per person (EM-8).
      create table campaign_links (
        campaign_id uuid not null references campaigns on delete cascade,
        number integer not null,
        url text not null check (length(url) <= 2000),
        primary key (campaign_id, number)
      );
      -- An address has one number, however many processes send; it may be too long to stand in an index itself.
      create unique index campaign_links_url on campaign_links (campaign_id, md5(url));
      create table clicks (
        campaign_id uuid not null,
        link_number integer not null,
        on_date date not null,
        by_whom text not null check (by_whom in ('person', 'scanner')),
        count integer not null default 0,
        primary key (campaign_id, link_number, on_date, by_whom),
        foreign key (campaign_id, link_number) references campaign_links on delete cascade
      );
    `)
      .execute(db);
  },
};
