// Written by "npm run db:types" from the migrated database. Not edited by hand.
import type { Generated } from 'kysely';
import type { GeneratedJson, Json, Timestamp } from '#ground/database/column-types.ts';

declare module '#ground/database/database.ts' {
  interface Tables {
    role_families: {
      id: string;
      entity_id: string;
      name: string;
      created_at: Timestamp;
    };
    demands: {
      id: string;
      entity_id: string;
      kind: string;
      title: string;
      description: Generated<string>;
      unit_id: string | null;
      role_family_id: string | null;
      headcount: number;
      from_on: string | null;
      likelihood_share: number;
      city: string | null;
      country: string | null;
      may_be_remote: boolean | null;
      hours_min_share: number | null;
      hours_max_share: number | null;
      must: GeneratedJson;
      nice: GeneratedJson;
      languages: GeneratedJson;
      state: Generated<string>;
      opened_on: string | null;
      advertised_on: string | null;
      closed_on: string | null;
      closed_because: string | null;
      gate: Generated<string>;
      gate_reason: string | null;
      gate_known_count: number | null;
      gate_by: string | null;
      gate_at: Timestamp | null;
      owner_id: string | null;
      created_by: string | null;
      created_at: Timestamp;
      updated_at: Timestamp;
      version: Generated<number>;
    };
    hires: {
      id: string;
      entity_id: string;
      demand_id: string | null;
      talent_id: string | null;
      source: string;
      role_family_id: string | null;
      hired_on: string;
      starts_on: string | null;
      cost_cents: number | null;
      left_on: string | null;
      rating_share: number | null;
      recorded_by: string | null;
      recorded_at: Timestamp;
      undone_at: Timestamp | null;
    };
    demands_view: {
      id: string | null;
      entity_id: string | null;
      kind: string | null;
      title: string | null;
      unit_id: string | null;
      role_family_id: string | null;
      headcount: number | null;
      from_on: string | null;
      likelihood_share: number | null;
      city: string | null;
      country: string | null;
      must: Json | null;
      nice: Json | null;
      languages: Json | null;
      description: string | null;
      state: string | null;
      opened_on: string | null;
      advertised_on: string | null;
      gate: string | null;
      owner_id: string | null;
      created_at: Timestamp | null;
      updated_at: Timestamp | null;
    };
  }
}
