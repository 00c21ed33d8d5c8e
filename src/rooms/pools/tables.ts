// Written by "npm run db:types" from the migrated database. Not edited by hand.
import type { Generated } from 'kysely';
import type { Json, Timestamp } from '#ground/database/column-types.ts';

declare module '#ground/database/database.ts' {
  interface Tables {
    pools: {
      id: string;
      entity_id: string;
      name: string;
      purpose: Generated<string>;
      mode: string;
      visibility: string;
      cap_per_owner: number | null;
      owner_id: string | null;
      created_by: string | null;
      created_at: Timestamp;
      updated_at: Timestamp;
      version: Generated<number>;
      archived_at: Timestamp | null;
    };
    pool_team: {
      pool_id: string;
      member_id: string;
    };
    pool_members: {
      pool_id: string;
      talent_id: string;
      added_at: Timestamp;
      added_by: string | null;
      reason: string | null;
      source: Generated<string>;
      paused_until: string | null;
    };
    pool_sign_ups: {
      form_id: string;
      pool_id: string;
    };
    pool_acts: {
      id: string;
      pool_id: string;
      by_member: string | null;
      at: Timestamp;
      undone_at: Timestamp | null;
    };
    pool_act_rows: {
      act_id: string;
      talent_id: string;
      before: Json | null;
      after: Json | null;
    };
    saved_segments: {
      id: string;
      entity_id: string;
      name: string;
      rule: Json;
      visibility: Generated<string>;
      created_by: string | null;
      created_at: Timestamp;
      updated_at: Timestamp;
      version: Generated<number>;
      deleted_at: Timestamp | null;
    };
    clean_up_runs: {
      id: string;
      pool_id: string;
      silent_for_months: number;
      started_by: string | null;
      started_at: Timestamp;
      finished_at: Timestamp | null;
      size_before: number;
      size_after: number | null;
    };
    clean_up_items: {
      run_id: string;
      talent_id: string;
      proposal: string;
      reasons: Json;
      decision: string | null;
      paused_until: string | null;
      decided_by: string | null;
      decided_at: Timestamp | null;
    };
    pools_view: {
      talent_id: string | null;
      pool_id: string | null;
      entity_id: string | null;
      name: string | null;
      mode: string | null;
      visibility: string | null;
      owner_id: string | null;
      added_at: Timestamp | null;
      paused_until: string | null;
    };
  }
}
