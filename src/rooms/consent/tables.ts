// Written by "npm run db:types" from the migrated database. Not edited by hand.
import type { Generated } from 'kysely';
import type { GeneratedTimestamp, Timestamp } from '#ground/database/column-types.ts';

declare module '#ground/database/database.ts' {
  interface Tables {
    retention_settings: {
      version: number;
      country_profile: string;
      months_after_rejection: number;
      consent_months: Generated<number>;
      interest_months: Generated<number>;
      set_by: string | null;
      set_at: Timestamp;
    };
    interest_assessments: {
      id: string;
      entity_id: string;
      segment: string;
      purpose: string;
      reasoning: string;
      dated_on: string;
      review_on: string;
      recorded_by: string | null;
      created_at: Timestamp;
    };
    consent_texts: {
      id: string;
      entity_id: string;
      purpose: string;
      language: string;
      version: number;
      body: string;
      sha256: string;
      created_at: Timestamp;
    };
    consent_events: {
      id: string;
      talent_id: string;
      kind: string;
      purpose: string;
      text_id: string | null;
      channel: string;
      form: string;
      evidence: string | null;
      recorded_by: string | null;
      occurred_at: Timestamp;
      expires_on: string | null;
      created_at: GeneratedTimestamp;
    };
    grounds: {
      id: string;
      talent_id: string;
      segment: string;
      purpose: string;
      basis: string;
      country_profile: string;
      source: string;
      obtained_on: string;
      erase_on: string;
      erase_reason: string;
      consent_event_id: string | null;
      assessment_id: string | null;
      origin: Generated<string>;
      created_at: Timestamp;
      ended_at: Timestamp | null;
    };
    suppressions: {
      hash: string;
      kind: string;
      scope: string;
      reason: string;
      created_at: Timestamp;
      review_on: string;
    };
    silences: {
      id: string;
      talent_id: string;
      reason: string;
      starts_on: string;
      ends_on: string;
      recorded_by: string | null;
      created_at: Timestamp;
    };
  }
}
