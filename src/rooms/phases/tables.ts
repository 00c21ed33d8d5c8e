// Written by "npm run db:types" from the migrated database. Not edited by hand.
import type { Generated } from 'kysely';
import type { Timestamp } from '#ground/database/column-types.ts';

declare module '#ground/database/database.ts' {
  interface Tables {
    units: {
      id: string;
      entity_id: string;
      name: string;
      created_at: Timestamp;
    };
    phases: {
      id: string;
      entity_id: string;
      unit_id: string | null;
      phase: string;
      since_on: string;
      note: string | null;
      set_by: string | null;
      set_at: Timestamp;
      number: Generated<number>;
    };
    phases_view: {
      entity_id: string | null;
      unit_id: string | null;
      phase: string | null;
      since_on: string | null;
      set_at: Timestamp | null;
    };
  }
}
