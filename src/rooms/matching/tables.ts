// Written by "npm run db:types" from the migrated database. Not edited by hand.
import type { Generated } from 'kysely';
import type { GeneratedJson, GeneratedTimestamp, Json, Timestamp } from '#ground/database/column-types.ts';

declare module '#ground/database/database.ts' {
  interface Tables {
    directory_imports: {
      id: string;
      source: string;
      version: string;
      concept_count: number;
      label_count: number;
      imported_by: string | null;
      imported_at: Timestamp;
    };
    directory_tables: {
      import_id: string;
      name: string;
      content: Buffer;
    };
    talent_findings: {
      id: string;
      talent_id: string;
      concept_id: string;
      kind: string;
      stance: string;
      source_kind: string;
      source_id: string | null;
      sentence: string;
      span_from: number;
      span_to: number;
      said_on: string | null;
      directory_version: string;
      found_at: Timestamp;
      decision: string | null;
      decided_by: string | null;
      decided_at: Timestamp | null;
      merge_id: string | null;
    };
    match_index_news: {
      seq: Generated<number>;
      talent_id: string;
      at: GeneratedTimestamp;
    };
    match_weights: {
      entity_id: string;
      demand_id: string | null;
      version: number;
      weights: Json;
      set_by: string | null;
      set_at: Timestamp;
      note: string | null;
    };
    match_runs: {
      id: string;
      entity_id: string;
      demand_id: string | null;
      by_member: string | null;
      at: Timestamp;
      purpose: string;
      level: string;
      rule_version: string;
      directory_version: string;
      model: string | null;
      weights: Json;
      demand: Json;
      ranked_count: number;
      not_shown: GeneratedJson;
      took_ms: number;
      model_weight: number | null;
      model_outcome: string | null;
      ignored_count: Generated<number>;
    };
    match_results: {
      run_id: string;
      talent_id: string;
      place: number;
      score_points: number;
      known_points: number;
      criteria: Json;
    };
    match_decisions: {
      id: string;
      demand_id: string;
      talent_id: string;
      decision: string;
      reason: string | null;
      decided_by: string;
      decided_at: Timestamp;
      undone_at: Timestamp | null;
      merge_id: string | null;
    };
    match_alerts: {
      id: string;
      demand_id: string;
      talent_id: string;
      kind: string;
      fingerprint: string;
      run_id: string;
      score_points: number;
      known_points: number;
      created_at: Timestamp;
      closed_at: Timestamp | null;
      closed_by: string | null;
    };
    match_alert_reads: {
      demand_id: string;
      demand_updated_at: Timestamp;
    };
    match_alert_clock: {
      is_one: Generated<boolean>;
      seq: number;
    };
    match_model: {
      is_one: Generated<boolean>;
      is_on: Generated<boolean>;
      address: string;
      model: string;
      sealed_key: string | null;
      weight: number;
      country: string | null;
      contract_on: string | null;
      timeout_ms: number;
      changed_by: string | null;
      changed_at: Timestamp;
    };
    match_vectors: {
      model: string;
      text_hash: Buffer;
      vector: Buffer;
    };
    match_model_calls: {
      id: string;
      at: Timestamp;
      by_member: string | null;
      demand_id: string | null;
      address: string;
      model: string;
      text_count: number;
      character_count: number;
      outcome: string;
      took_ms: number;
    };
  }
}
