// Written by "npm run db:types" from the migrated database. Not edited by hand.
import type { Generated } from 'kysely';
import type { Timestamp } from '#ground/database/column-types.ts';

declare module '#ground/database/database.ts' {
  interface Tables {
    content_items: {
      id: string;
      entity_id: string;
      kind: string;
      title: string;
      summary: Generated<string>;
      link: string | null;
      language: string;
      topic_ids: Generated<string[]>;
      words: Generated<string[]>;
      keywords: Generated<string[]>;
      on_date: string | null;
      usable_until: string | null;
      created_by: string | null;
      created_at: Timestamp;
      updated_at: Timestamp;
      version: Generated<number>;
      archived_at: Timestamp | null;
    };
    content_view: {
      id: string | null;
      entity_id: string | null;
      kind: string | null;
      title: string | null;
      summary: string | null;
      link: string | null;
      language: string | null;
      topic_ids: string[] | null;
      keywords: string[] | null;
      on_date: string | null;
      usable_until: string | null;
      created_at: Timestamp | null;
    };
  }
}
