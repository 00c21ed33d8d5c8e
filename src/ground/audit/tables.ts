// Written by "npm run db:types" from the migrated database. Not edited by hand.
import type { Generated } from 'kysely';
import type { GeneratedJson, Timestamp } from '#ground/database/column-types.ts';

declare module '#ground/database/database.ts' {
  interface Tables {
    audit_entries: {
      seq: Generated<number>;
      at: Timestamp;
      member_id: string | null;
      action: string;
      subject_kind: string | null;
      subject_ids: Generated<string[]>;
      details: GeneratedJson;
      mac: Buffer | null;
    };
  }
}
