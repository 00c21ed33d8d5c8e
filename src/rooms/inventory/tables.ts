// Written by "npm run db:types" from the migrated database. Not edited by hand.
import type { Generated } from 'kysely';
import type { GeneratedJson, Json, Timestamp } from '#ground/database/column-types.ts';

declare module '#ground/database/database.ts' {
  interface Tables {
    imports: {
      id: string;
      entity_id: string;
      file_name: string;
      file_sha256: string;
      file_bytes: number;
      stored_as: string | null;
      state: string;
      format: Json;
      headers: GeneratedJson;
      mapping: GeneratedJson;
      basis: GeneratedJson;
      row_total: number | null;
      next_line: Generated<number>;
      rows_read: Generated<number>;
      counts: GeneratedJson;
      check_result: Json | null;
      failure: Json | null;
      started_by: string | null;
      created_at: Timestamp;
      started_at: Timestamp | null;
      finished_at: Timestamp | null;
      undone_at: Timestamp | null;
      wish: string | null;
    };
    imports_view: {
      id: string | null;
      entity_id: string | null;
      started_by: string | null;
      state: string | null;
    };
    import_rows: {
      import_id: string;
      line: number;
      outcome: string;
      talent_id: string | null;
      held_id: string | null;
      problems: GeneratedJson;
      cells: Json | null;
      change: Json | null;
    };
    import_corrections: {
      import_id: string;
      line: number;
      column_index: number;
      value: string;
    };
    import_profiles: {
      id: string;
      entity_id: string;
      name: string;
      header_signature: string;
      format: Json;
      mapping: Json;
      basis: GeneratedJson;
      used_at: Timestamp;
    };
    source_records: {
      id: string;
      talent_id: string;
      import_id: string | null;
      system: string;
      source_id: string;
      payload: Json;
      payload_hash: string;
      merge_id: string | null;
      received_at: Timestamp;
    };
    held_people: {
      id: string;
      entity_id: string;
      import_id: string | null;
      imported_by: string | null;
      first_name: Generated<string>;
      last_name: Generated<string>;
      email: string | null;
      email_hash: string | null;
      system: string;
      source_id: string | null;
      row_hash: string;
      legal_segment: string;
      segments: Generated<string[]>;
      obtained_on: string;
      erase_on: string;
      invited_at: Timestamp | null;
      invitation_hash: string | null;
      invitation_text: string | null;
      invitation_language: string | null;
      created_at: Timestamp;
    };
    classification_rules: {
      version: number;
      rules: Json;
      set_by: string | null;
      set_at: Timestamp;
      note: string | null;
    };
    classifications: {
      talent_id: string;
      segment: string;
      rule_version: number;
      reason_code: string;
      reason_params: GeneratedJson;
      decided_by: string | null;
      decision: string | null;
      classified_at: Timestamp;
    };
    birth_date_keys: {
      talent_id: string;
      keys: Json;
    };
    linkage_models: {
      id: string;
      entity_id: string;
      model: Json;
      trained_on_people: number;
      trained_at: Timestamp;
    };
    duplicate_pairs: {
      id: string;
      entity_id: string;
      talent_a: string;
      talent_b: string;
      probability: number;
      weight_bits: number;
      fields: Json;
      state: Generated<string>;
      decided_by: string | null;
      decided_at: Timestamp | null;
      merge_id: string | null;
      found_at: Timestamp;
    };
  }
}
