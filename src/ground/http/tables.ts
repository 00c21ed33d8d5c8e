// Written by "npm run db:types" from the migrated database. Not edited by hand.
import type { GeneratedTimestamp, Json } from '#ground/database/column-types.ts';

declare module '#ground/database/database.ts' {
  interface Tables {
    idempotency_keys: {
      member_id: string;
      key: string;
      route: string;
      body_hash: string;
      status: number | null;
      answer: Json | null;
      created_at: GeneratedTimestamp;
    };
  }
}
