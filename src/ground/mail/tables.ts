// Written by "npm run db:types" from the migrated database. Not edited by hand.
import type { Generated } from 'kysely';
import type { Timestamp } from '#ground/database/column-types.ts';

declare module '#ground/database/database.ts' {
  interface Tables {
    mails: {
      id: string;
      kind: string;
      form: string;
      about_id: string;
      to_address: string | null;
      from_name: string | null;
      reply_to_name: string | null;
      reply_to_address: string | null;
      subject: string | null;
      text: string | null;
      language: string;
      created_at: Timestamp;
      next_try_at: Timestamp;
      send_until: Timestamp;
      state: Generated<string>;
      tries: Generated<number>;
      last_error_code: string | null;
      sent_at: Timestamp | null;
      contact_purpose: string | null;
      contact_topic: string | null;
    };
  }
}
