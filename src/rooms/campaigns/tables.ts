// Written by "npm run db:types" from the migrated database. Not edited by hand.
import type { Generated } from 'kysely';
import type { GeneratedJson, Json, Timestamp } from '#ground/database/column-types.ts';

declare module '#ground/database/database.ts' {
  interface Tables {
    brands: {
      id: string;
      entity_id: string;
      name: string;
      design: GeneratedJson;
      is_default: Generated<boolean>;
      created_by: string | null;
      created_at: Timestamp;
      updated_at: Timestamp;
      version: Generated<number>;
      archived_at: Timestamp | null;
    };
    mailboxes: {
      id: string;
      entity_id: string;
      name: string;
      imap_url_sealed: string;
      folder: Generated<string>;
      uid_validity: number | null;
      last_uid: Generated<number>;
      is_active: Generated<boolean>;
      read_at: Timestamp | null;
      last_error_code: string | null;
      created_by: string | null;
      created_at: Timestamp;
      updated_at: Timestamp;
      version: Generated<number>;
    };
    sender_identities: {
      id: string;
      entity_id: string;
      name: string;
      from_name: string;
      from_address: string;
      reply_to_address: string | null;
      bounce_address: string | null;
      postal_address: string;
      smtp_url_sealed: string | null;
      smtp_host: string | null;
      signs: Generated<string>;
      dkim_selector: string;
      dkim_rsa_sealed: string;
      dkim_rsa_public: string;
      dkim_ed25519_sealed: string;
      dkim_ed25519_public: string;
      per_hour: number | null;
      per_domain_per_hour: number | null;
      connections: Generated<number>;
      warm_up_starts_on: string | null;
      warm_up_first_day: number | null;
      warm_up_days: number | null;
      mailbox_id: string | null;
      findings: GeneratedJson;
      checked_at: Timestamp | null;
      is_ready: Generated<boolean>;
      overridden_by: string | null;
      overridden_at: Timestamp | null;
      override_reason: string | null;
      created_by: string | null;
      created_at: Timestamp;
      updated_at: Timestamp;
      version: Generated<number>;
      archived_at: Timestamp | null;
    };
    sending_lanes: {
      sender_id: string;
      domain: string;
      next_at: Timestamp;
      refusals: Generated<number>;
      held_until: Timestamp | null;
    };
    campaign_settings: {
      entity_id: string;
      four_eyes_from: Generated<number>;
      assistance_is_on: Generated<boolean>;
      assistance_url: string | null;
      assistance_model: string | null;
      assistance_key_sealed: string | null;
      assistance_country: string | null;
      assistance_contract_on: string | null;
      updated_by: string | null;
      updated_at: Timestamp;
    };
    campaign_templates: {
      id: string;
      entity_id: string;
      name: string;
      purpose: Generated<string>;
      letter: Json;
      brand_id: string | null;
      created_by: string | null;
      created_at: Timestamp;
      updated_at: Timestamp;
      version: Generated<number>;
      archived_at: Timestamp | null;
    };
    campaigns: {
      id: string;
      entity_id: string;
      name: string;
      kind: Generated<string>;
      topic_id: string | null;
      brand_id: string | null;
      sender_id: string | null;
      sequence_id: string | null;
      pool_id: string | null;
      segment_id: string | null;
      main_language: Generated<string>;
      letter_version: Generated<number>;
      state: Generated<string>;
      halt_reason: string | null;
      halted_in: string | null;
      halted_at: Timestamp | null;
      scheduled_for: Timestamp | null;
      window_from_hour: number | null;
      window_until_hour: number | null;
      counts_clicks: Generated<boolean>;
      warned_at: Timestamp | null;
      started_at: Timestamp | null;
      prepared_at: Timestamp | null;
      worked_at: Timestamp | null;
      finished_at: Timestamp | null;
      figures: Json | null;
      created_by: string | null;
      created_at: Timestamp;
      updated_at: Timestamp;
      version: Generated<number>;
      deleted_at: Timestamp | null;
    };
    campaign_versions: {
      campaign_id: string;
      number: number;
      letter: Json;
      note: string | null;
      made_by: string | null;
      made_at: Timestamp;
    };
    letter_pictures: {
      id: string;
      entity_id: string;
      content_hash: string;
      media_type: string;
      width: number;
      height: number;
      bytes: number;
      name: string;
      created_by: string | null;
      created_at: Timestamp;
    };
    campaign_approvals: {
      id: string;
      campaign_id: string;
      letter_version: number;
      decision: string;
      note: string | null;
      audience: number;
      by_member: string | null;
      at: Timestamp;
    };
    sending_workers: {
      id: string;
      campaign_id: string;
      started_at: Timestamp;
      alive_until: Timestamp;
    };
    campaign_recipients: {
      campaign_id: string;
      talent_id: string;
      address: string | null;
      domain: string | null;
      language: string;
      zone: string;
      state: string;
      code: string | null;
      tries: Generated<number>;
      not_before: Timestamp | null;
      claimed_by: string | null;
      claims: Generated<number>;
      changed_at: Timestamp;
    };
    bounces: {
      id: string;
      campaign_id: string | null;
      talent_id: string;
      kind: string;
      code: string | null;
      occurred_at: Timestamp;
      received_at: Timestamp;
      notice_key: string;
    };
    mailbox_messages: {
      mailbox_id: string;
      message_hash: string;
      uid_validity: number;
      uid: number;
      found: string;
      read_at: Timestamp;
    };
    replies: {
      id: string;
      campaign_id: string | null;
      talent_id: string;
      kind: string;
      touchpoint_id: string | null;
      received_at: Timestamp;
      message_hash: string;
    };
    unsubscribes: {
      campaign_id: string;
      talent_id: string;
      via: string;
      at: Timestamp;
    };
    campaign_links: {
      campaign_id: string;
      number: number;
      url: string;
    };
    clicks: {
      campaign_id: string;
      link_number: number;
      on_date: string;
      by_whom: string;
      count: Generated<number>;
    };
  }
}
