import type { Migration } from 'kysely/migration';
import { sql } from 'kysely';

/** Mails on their way out, written in the transaction of the change that needs them. */
export const mailCreate: Migration = {
  up: async (db) => {
    await sql
      .raw(`
      create table mails (
        id uuid primary key,
        -- Which mail of which room, e.g. 'accounts.invitation'.
        kind text not null,
        -- A notice of the program may come twice after a crash; a letter from one person to another goes at most once.
        form text not null check (form in ('notice', 'letter')),
        -- The person it is about, so that it goes with them.
        about_id uuid not null,
        -- Address, names and text are emptied in every final state. The text is sealed: it holds a link that works.
        to_address text,
        from_name text,
        reply_to_name text,
        reply_to_address text,
        subject text,
        text text,
        language text not null,
        created_at timestamptz not null,
        next_try_at timestamptz not null,
        send_until timestamptz not null,
        -- 'failed': handed over and no answer came, so nobody knows. 'given_up': surely not accepted by the server.
        state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'given_up')),
        tries integer not null default 0,
        last_error_code text,
        sent_at timestamptz,
        check (state <> 'waiting' or (to_address is not null and text is not null))
      );
      create index mails_due on mails (next_try_at) where state = 'waiting';
      create index mails_about on mails (about_id);
      create index mails_created_at on mails (created_at);
    `)
      .execute(db);
  },
};
