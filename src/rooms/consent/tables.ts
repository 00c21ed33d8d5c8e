// Written by "npm run db:types" from the migrated database. Not edited by hand.
import type { Generated } from 'kysely';
import type { GeneratedTimestamp, Json, Timestamp } from '#ground/database/column-types.ts';

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
      channels: Generated<string[]>;
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
      topic_id: string | null;
      request_id: string | null;
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
      ended_at: Timestamp | null;
      ended_by: string | null;
    };
    sign_up_forms: {
      id: string;
      entity_id: string;
      slug: string;
      name: string;
      intro_de: Generated<string>;
      intro_en: Generated<string>;
      topic_ids: Generated<string[]>;
      is_on: Generated<boolean>;
      created_by: string | null;
      created_at: Timestamp;
      updated_at: Timestamp;
      address_form: Generated<string>;
    };
    sign_ups: {
      id: string;
      form_id: string;
      token_hash: string;
      address_hash: string;
      sealed: string;
      choices: Json;
      language: string;
      notice_version: string;
      created_at: Timestamp;
      mail_id: string | null;
      expires_at: Timestamp;
    };
    topics: {
      id: string;
      entity_id: string;
      name_de: string;
      name_en: string;
      created_at: Timestamp;
      retired_at: Timestamp | null;
    };
    consent_requests: {
      id: string;
      talent_id: string;
      kind: string;
      token_hash: string;
      address_hash: string;
      choices: Json;
      language: string;
      created_by: string | null;
      created_at: Timestamp;
      mail_id: string | null;
      expires_at: Timestamp;
      answered_at: Timestamp | null;
      answer: string | null;
      notice_version: string | null;
    };
    preference_links: {
      talent_id: string;
      token_hash: string;
      generation: Generated<number>;
      created_at: Timestamp;
    };
    consent_reminders: {
      talent_id: string;
      erase_on: string;
      days_before: number;
      sent_at: Timestamp;
    };
    consent_nights: {
      at: Timestamp;
      outcome: string;
      erased: Generated<number>;
      failed: Generated<string[]>;
    };
    instances: {
      is_one: Generated<boolean>;
      instance_id: string | null;
      instance_count: Generated<number>;
      quarantined_at: Timestamp | null;
      quarantine_reason: string | null;
    };
    contact_limits: {
      entity_id: string;
      version: number;
      total_per_30_days: number;
      bulk_per_30_days: number;
      first_contacts_per_day: number;
      set_by: string | null;
      set_at: Timestamp;
    };
    information_duties: {
      talent_id: string;
      inform_by: string;
      informed_at: Timestamp | null;
      informed_by: string | null;
      notice_version: string | null;
      how: string | null;
    };
    objections: {
      id: string;
      talent_id: string;
      scope: string;
      raised_at: Timestamp;
      via: string;
      recorded_by: string | null;
      decided_at: Timestamp | null;
      decision: string | null;
    };
    consent_proofs: {
      id: string;
      address_hash: string;
      purpose: string;
      kind: string;
      text_sha256: string | null;
      text_version: number | null;
      occurred_at: Timestamp;
      keep_until: string;
    };
    consent_view: {
      talent_id: string | null;
      purpose: string | null;
      topic_id: string | null;
      channel: string | null;
      kind: string | null;
      form: string | null;
      occurred_at: Timestamp | null;
      expires_on: string | null;
    };
    quiet_view: {
      talent_id: string | null;
      from_on: string | null;
      until_on: string | null;
      why: string | null;
    };
  }
}
