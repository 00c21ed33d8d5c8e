import type { Migration } from 'kysely/migration';
import { sql } from 'kysely';

/** What we have to say: updates, events, articles, insights of colleagues, learning offers. */
export const contentCreate: Migration = {
  up: async (db) => {
    await sql
      .raw(`
      create table content_items (
        id uuid primary key,
        entity_id uuid not null references entities,
        kind text not null check (kind in ('update', 'event', 'article', 'employee_insight', 'learning_offer')),
        title text not null check (length(title) between 1 and 160),
        summary text not null default '' check (length(summary) <= 2000),
        link text check (length(link) <= 500),
        language text not null check (language in ('de', 'en', 'fr', 'it')),
        topic_ids uuid[] not null default '{}',
        -- Words as they were written, and the same folded, to be matched with people's interests.
        words text[] not null default '{}',
        keywords text[] not null default '{}',
        -- An event's day, or the day from which it may be told.
        on_date date,
        usable_until date,
        created_by uuid references members on delete set null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        version integer not null default 1,
        archived_at timestamptz
      );
      create index content_items_entity on content_items (entity_id, created_at desc, id) where archived_at is null;
      create index content_items_topics on content_items using gin (topic_ids);

      create view content_view as
        select id, entity_id, kind, title, summary, link, language, topic_ids, keywords, on_date, usable_until, created_at
        from content_items where archived_at is null;
    `)
      .execute(db);
  },
};
