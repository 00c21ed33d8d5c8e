import type { Migration } from 'kysely/migration';
import { sql } from 'kysely';

/** Whom should I contact today, and why? */
export const careCreate: Migration = {
  up: async (db) => {
    await sql
      .raw(`
      -- Which contents, which rhythm, which channels, for whom.
      create table care_plans (
        id uuid primary key,
        entity_id uuid not null references entities,
        name text not null check (length(name) between 1 and 80),
        pool_id uuid references pools on delete cascade,
        segment_id uuid references saved_segments on delete cascade,
        rhythm text not null check (rhythm in ('every', 'on_event', 'per_project')),
        every_days integer check (every_days between 7 and 1095),
        channels text[] not null check (channels <@ array['mail', 'newsletter', 'phone', 'meeting', 'linkedin', 'portal', 'letter'] and cardinality(channels) > 0),
        content_kinds text[] not null default '{}',
        topic_ids uuid[] not null default '{}',
        -- Whose holidays count, e.g. 'CH-ZH', 'DE-BW', 'AT'.
        region text not null check (region ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
        starts_on date not null,
        ends_on date,
        state text not null default 'running' check (state in ('draft', 'running', 'paused', 'ended')),
        owner_id uuid references members on delete set null,
        created_by uuid references members on delete set null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        version integer not null default 1,
        check (num_nonnulls(pool_id, segment_id) = 1),
        check ((rhythm = 'every') = (every_days is not null)),
        check (ends_on is null or ends_on >= starts_on)
      );
      create index care_plans_entity on care_plans (entity_id, state);
      create index care_plans_pool on care_plans (pool_id) where pool_id is not null;
      create index care_plans_segment on care_plans (segment_id) where segment_id is not null;

      -- The year view: what is told when.
      create table care_plan_contents (
        plan_id uuid not null references care_plans on delete cascade,
        content_id uuid not null references content_items on delete cascade,
        on_date date not null,
        channel text not null,
        primary key (plan_id, content_id, on_date)
      );
      create index care_plan_contents_content on care_plan_contents (content_id);

      -- Everyone under a plan, with the next date as it stands. Who leaves the pool leaves the plan.
      create table care_memberships (
        plan_id uuid not null references care_plans on delete cascade,
        talent_id uuid not null references talents on delete cascade,
        joined_on date not null,
        -- A rhythm of this person's own.
        every_days integer check (every_days between 7 and 1095),
        paused_until date,
        -- Set by "done" without a contact: the rhythm counts from here when there was no contact later.
        counted_from date,
        next_due_on date,
        left_on date,
        -- Came or went with this merge; goes back with it.
        merge_id uuid,
        primary key (plan_id, talent_id)
      );
      create index care_memberships_talent on care_memberships (talent_id);
      create index care_memberships_due on care_memberships (next_due_on) where left_on is null and next_due_on is not null;
      create index care_memberships_plan_due on care_memberships (plan_id, next_due_on, talent_id) where left_on is null;

      -- Days on which nobody works, by region, with the next day on which somebody does; written from a maintained library of holidays.
      create table care_days_off (
        region text not null,
        on_date date not null,
        next_working_on date not null,
        -- Null: a weekend and nothing else.
        holiday text,
        primary key (region, on_date)
      );

      -- What stands in Today. "occasion" makes it one: the same occasion is never shown twice.
      create table reminders (
        id uuid primary key,
        entity_id uuid not null references entities,
        talent_id uuid not null references talents on delete cascade,
        kind text not null check (kind in ('promise', 'reply', 'consent_ends', 'life_event', 'cadence', 'come_back', 'warmth', 'content', 'task', 'hand_over')),
        occasion text not null,
        -- Who it is for: the owner, a deputy who stands in, or the owner of the plan. Nobody: everybody who sees the person.
        member_id uuid references members on delete set null,
        plan_id uuid references care_plans on delete cascade,
        source_id uuid,
        due_on date not null,
        facts jsonb not null default '{}',
        state text not null default 'open' check (state in ('open', 'snoozed', 'done', 'not_now', 'withdrawn')),
        snoozed_until date,
        first_shown_on date,
        closed_at timestamptz,
        closed_by uuid references members on delete set null,
        close_reason text,
        created_at timestamptz not null,
        -- Moved here by this merge; goes back with it.
        merge_id uuid,
        unique (talent_id, kind, occasion),
        check ((state = 'snoozed') = (snoozed_until is not null))
      );
      create index reminders_today on reminders (member_id, due_on) where state = 'open';
      create index reminders_entity_open on reminders (entity_id, due_on) where state = 'open';
      create index reminders_snoozed on reminders (member_id, snoozed_until) where state = 'snoozed';
      create index reminders_plan on reminders (plan_id) where plan_id is not null;
      create index reminders_standing on reminders (kind, talent_id) where state in ('open', 'snoozed');

      -- What somebody did in Today, so that it can be taken back for ten minutes.
      create table care_acts (
        id uuid primary key,
        member_id uuid not null references members on delete cascade,
        talent_id uuid not null references talents on delete cascade,
        kind text not null check (kind in ('done', 'snooze', 'not_now', 'hand_over')),
        at timestamptz not null,
        -- Rows as they were: { reminders: [...], memberships: [...], notNowId?, handoverId? }
        before jsonb not null,
        undone_at timestamptz
      );
      create index care_acts_talent on care_acts (talent_id, at desc);

      -- The structured answer "not now": reason and the day to come back.
      create table not_nows (
        id uuid primary key,
        talent_id uuid not null references talents on delete cascade,
        reason_kind text not null check (reason_kind in ('project', 'notice_period', 'family', 'new_job', 'training', 'wants_quiet', 'other')),
        reason text check (length(reason) <= 500),
        come_back_on date not null,
        recorded_by uuid references members on delete set null,
        recorded_at timestamptz not null,
        ended_at timestamptz,
        merge_id uuid
      );
      create index not_nows_current on not_nows (talent_id, come_back_on) where ended_at is null;

      create table life_events (
        id uuid primary key,
        talent_id uuid not null references talents on delete cascade,
        kind text not null check (kind in ('graduation', 'contract_end', 'anniversary', 'notice_period_end', 'project_end', 'other')),
        on_date date not null,
        is_yearly boolean not null default false,
        note text check (length(note) <= 300),
        source text not null default 'member',
        created_by uuid references members on delete set null,
        created_at timestamptz not null,
        merge_id uuid
      );
      create index life_events_talent on life_events (talent_id);
      create index life_events_on_date on life_events (on_date);

      create table sequences (
        id uuid primary key,
        entity_id uuid not null references entities,
        name text not null check (length(name) between 1 and 80),
        -- [{ afterDays, kind: 'mail'|'linkedin'|'call'|'meeting', title, text? }]
        steps jsonb not null,
        pool_id uuid references pools on delete cascade,
        segment_id uuid references saved_segments on delete cascade,
        -- 'by_hand' or 'automatic': whether new people of the pool or segment enter by themselves.
        entry text not null check (entry in ('by_hand', 'automatic')),
        exit_rule jsonb not null default '{}',
        state text not null default 'draft' check (state in ('draft', 'running', 'paused', 'ended')),
        owner_id uuid references members on delete set null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        version integer not null default 1,
        check (num_nonnulls(pool_id, segment_id) <= 1)
      );
      create index sequences_entity on sequences (entity_id, state);

      create table sequence_runs (
        id uuid primary key,
        sequence_id uuid not null references sequences on delete cascade,
        talent_id uuid not null references talents on delete cascade,
        started_at timestamptz not null,
        started_by uuid references members on delete set null,
        -- Index of the next step; equal to the number of steps when finished.
        next_step integer not null default 0,
        next_on date,
        -- Contacts up to here are taken into account: that of a step done does not stop the next one.
        touched_at timestamptz,
        state text not null default 'running' check (state in ('running', 'finished', 'stopped')),
        stop_reason text check (stop_reason in ('reply', 'touch', 'withdrawn', 'not_allowed', 'left_pool', 'silence', 'by_hand', 'sequence_ended', 'merged')),
        ended_at timestamptz,
        merge_id uuid,
        check ((state = 'running') = (ended_at is null)),
        check ((state = 'stopped') = (stop_reason is not null))
      );
      create unique index sequence_runs_one on sequence_runs (sequence_id, talent_id) where state = 'running';
      create index sequence_runs_due on sequence_runs (next_on) where state = 'running';
      create index sequence_runs_talent on sequence_runs (talent_id);

      -- Owners leave, relationships stay.
      create table handovers (
        id uuid primary key,
        entity_id uuid not null references entities,
        from_member uuid not null references members,
        to_member uuid not null references members,
        introduction text not null check (length(introduction) between 1 and 4000),
        offered_by uuid references members on delete set null,
        offered_at timestamptz not null,
        accept_by date not null,
        state text not null default 'offered' check (state in ('offered', 'accepted', 'declined', 'expired', 'withdrawn')),
        answered_at timestamptz,
        answer_note text,
        check (from_member <> to_member)
      );
      create index handovers_to on handovers (to_member) where state = 'offered';
      create index handovers_from on handovers (from_member, offered_at desc);
      create table handover_people (
        handover_id uuid not null references handovers on delete cascade,
        talent_id uuid not null references talents on delete cascade,
        merge_id uuid,
        primary key (handover_id, talent_id)
      );
      create index handover_people_talent on handover_people (talent_id);

      -- How a team member wants their morning.
      create table today_settings (
        member_id uuid primary key references members on delete cascade,
        reminder_order text[] not null default '{}',
        per_day integer not null default 5 check (per_day between 1 and 15),
        digest_on boolean not null default false,
        digest_hour integer not null default 7 check (digest_hour between 0 and 23),
        region text check (region ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
        updated_at timestamptz not null
      );

      -- A digest is sent once a day, whatever happens to the process.
      create table digests (
        member_id uuid not null references members on delete cascade,
        on_date date not null,
        sent_at timestamptz not null,
        primary key (member_id, on_date)
      );

      create table calendar_feeds (
        member_id uuid primary key references members on delete cascade,
        token_hash text not null unique,
        created_at timestamptz not null
      );

      -- How far the daily work has come, so that a killed or late run catches up (and a clock that jumps is noticed).
      create table care_days (
        entity_id uuid not null references entities on delete cascade,
        on_date date not null,
        -- Steps that are done: a killed run goes on with the next one.
        done_steps text[] not null default '{}',
        finished_at timestamptz,
        primary key (entity_id, on_date)
      );
      -- When the daily work last looked at the clock, and since when it waits because the clock had jumped.
      create table care_clock (
        entity_id uuid primary key references entities on delete cascade,
        seen_at timestamptz not null,
        halted_at timestamptz
      );

      create view care_view as
        select m.talent_id, min(m.next_due_on) as next_due_on
        from care_memberships m join care_plans p on p.id = m.plan_id and p.state = 'running'
        where m.left_on is null group by m.talent_id;
    `)
      .execute(db);
  },
};
