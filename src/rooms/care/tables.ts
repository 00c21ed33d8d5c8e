// Written by "npm run db:types" from the migrated database. Not edited by hand.
import type { Generated } from 'kysely';
import type { GeneratedJson, Json, Timestamp } from '#ground/database/column-types.ts';

declare module '#ground/database/database.ts' {
  interface Tables {
    care_plans: {
      id: string;
      entity_id: string;
      name: string;
      pool_id: string | null;
      segment_id: string | null;
      rhythm: string;
      every_days: number | null;
      channels: string[];
      content_kinds: Generated<string[]>;
      topic_ids: Generated<string[]>;
      region: string;
      starts_on: string;
      ends_on: string | null;
      state: Generated<string>;
      owner_id: string | null;
      created_by: string | null;
      created_at: Timestamp;
      updated_at: Timestamp;
      version: Generated<number>;
    };
    care_plan_contents: {
      plan_id: string;
      content_id: string;
      on_date: string;
      channel: string;
    };
    care_memberships: {
      plan_id: string;
      talent_id: string;
      joined_on: string;
      every_days: number | null;
      paused_until: string | null;
      counted_from: string | null;
      next_due_on: string | null;
      left_on: string | null;
      merge_id: string | null;
    };
    reminders: {
      id: string;
      entity_id: string;
      talent_id: string;
      kind: string;
      occasion: string;
      member_id: string | null;
      plan_id: string | null;
      source_id: string | null;
      due_on: string;
      facts: GeneratedJson;
      state: Generated<string>;
      snoozed_until: string | null;
      first_shown_on: string | null;
      closed_at: Timestamp | null;
      closed_by: string | null;
      close_reason: string | null;
      created_at: Timestamp;
      merge_id: string | null;
    };
    not_nows: {
      id: string;
      talent_id: string;
      reason_kind: string;
      reason: string | null;
      come_back_on: string;
      recorded_by: string | null;
      recorded_at: Timestamp;
      ended_at: Timestamp | null;
      merge_id: string | null;
    };
    life_events: {
      id: string;
      talent_id: string;
      kind: string;
      on_date: string;
      is_yearly: Generated<boolean>;
      note: string | null;
      source: Generated<string>;
      created_by: string | null;
      created_at: Timestamp;
      merge_id: string | null;
    };
    sequences: {
      id: string;
      entity_id: string;
      name: string;
      steps: Json;
      pool_id: string | null;
      segment_id: string | null;
      entry: string;
      exit_rule: GeneratedJson;
      state: Generated<string>;
      owner_id: string | null;
      created_at: Timestamp;
      updated_at: Timestamp;
      version: Generated<number>;
    };
    sequence_runs: {
      id: string;
      sequence_id: string;
      talent_id: string;
      started_at: Timestamp;
      started_by: string | null;
      next_step: Generated<number>;
      next_on: string | null;
      touched_at: Timestamp | null;
      state: Generated<string>;
      stop_reason: string | null;
      ended_at: Timestamp | null;
      merge_id: string | null;
    };
    handovers: {
      id: string;
      entity_id: string;
      from_member: string;
      to_member: string;
      introduction: string;
      offered_by: string | null;
      offered_at: Timestamp;
      accept_by: string;
      state: Generated<string>;
      answered_at: Timestamp | null;
      answer_note: string | null;
    };
    handover_people: {
      handover_id: string;
      talent_id: string;
      merge_id: string | null;
    };
    today_settings: {
      member_id: string;
      reminder_order: Generated<string[]>;
      per_day: Generated<number>;
      digest_on: Generated<boolean>;
      digest_hour: Generated<number>;
      region: string | null;
      updated_at: Timestamp;
    };
    digests: {
      member_id: string;
      on_date: string;
      sent_at: Timestamp;
    };
    calendar_feeds: {
      member_id: string;
      token_hash: string;
      created_at: Timestamp;
    };
    care_days: {
      entity_id: string;
      on_date: string;
      done_steps: Generated<string[]>;
      finished_at: Timestamp | null;
    };
    care_days_off: {
      region: string;
      on_date: string;
      next_working_on: string;
      holiday: string | null;
    };
    care_acts: {
      id: string;
      member_id: string;
      talent_id: string;
      kind: string;
      at: Timestamp;
      before: Json;
      undone_at: Timestamp | null;
    };
    care_clock: {
      entity_id: string;
      seen_at: Timestamp;
      halted_at: Timestamp | null;
    };
    care_view: {
      talent_id: string | null;
      next_due_on: string | null;
    };
  }
}
