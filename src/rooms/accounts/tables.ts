// Written by "npm run db:types" from the migrated database. Not edited by hand.
import type { Generated } from 'kysely';
import type { GeneratedTimestamp, Timestamp } from '#ground/database/column-types.ts';

declare module '#ground/database/database.ts' {
  interface Tables {
    installation: {
      id: Generated<boolean>;
      company_name: string;
      country_profile: string;
      language: string;
      is_demo: Generated<boolean>;
      created_at: GeneratedTimestamp;
    };
    entities: {
      id: string;
      name: string;
      country_profile: string;
      created_at: GeneratedTimestamp;
    };
    members: {
      id: string;
      name: string;
      email: string;
      email_verified: Generated<boolean>;
      image: string | null;
      role: string;
      language: Generated<string>;
      time_zone: Generated<string>;
      theme: Generated<string>;
      density: Generated<string>;
      disabled_at: Timestamp | null;
      created_at: GeneratedTimestamp;
      updated_at: GeneratedTimestamp;
    };
    member_entities: {
      member_id: string;
      entity_id: string;
    };
    sessions: {
      id: string;
      member_id: string;
      token: string;
      expires_at: Timestamp;
      ip_address: string | null;
      user_agent: string | null;
      created_at: GeneratedTimestamp;
      updated_at: GeneratedTimestamp;
    };
    credentials: {
      id: string;
      member_id: string;
      provider_id: string;
      account_id: string;
      password: string | null;
      access_token: string | null;
      refresh_token: string | null;
      id_token: string | null;
      access_token_expires_at: Timestamp | null;
      refresh_token_expires_at: Timestamp | null;
      scope: string | null;
      created_at: GeneratedTimestamp;
      updated_at: GeneratedTimestamp;
    };
    verifications: {
      id: string;
      identifier: string;
      value: string;
      expires_at: Timestamp;
      created_at: GeneratedTimestamp;
      updated_at: GeneratedTimestamp;
    };
    rate_limits: {
      id: string;
      key: string;
      count: number;
      last_request: number;
    };
  }
}
