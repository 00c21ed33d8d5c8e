import { sql } from 'kysely';
import type { Db } from '#ground/database/database.ts';

export type CampaignKind = 'newsletter' | 'sequence' | 'personal';

/** What a worker has to know of a campaign; read anew with every batch. */
export interface CampaignAtWork {
  id: string;
  entityId: string;
  entityName: string;
  countryProfile: string;
  name: string;
  kind: CampaignKind;
  topicId: string | null;
  topicName: { de: string; en: string } | null;
  senderId: string | null;
  brandId: string | null;
  letterVersion: number;
  mainLanguage: 'de' | 'en';
  state: string;
  window: { fromHour: number; untilHour: number } | undefined;
  countsClicks: boolean;
}

interface Row {
  id: string;
  entity_id: string;
  entity_name: string;
  country_profile: string;
  name: string;
  kind: CampaignKind;
  topic_id: string | null;
  name_de: string | null;
  name_en: string | null;
  sender_id: string | null;
  brand_id: string | null;
  letter_version: number;
  main_language: 'de' | 'en';
  state: string;
  window_from_hour: number | null;
  window_until_hour: number | null;
  counts_clicks: boolean;
}

export async function findCampaignAtWork(db: Db, campaignId: string): Promise<CampaignAtWork | undefined> {
  const { rows } = await sql<Row>`
    select c.id, c.entity_id, e.name as entity_name, e.country_profile, c.name, c.kind, c.topic_id, p.name_de, p.name_en, c.sender_id, c.brand_id, c.letter_version,
      c.main_language, c.state, c.window_from_hour, c.window_until_hour, c.counts_clicks
    from campaigns c join entities e on e.id = c.entity_id left join topics p on p.id = c.topic_id
    where c.id = ${campaignId}::uuid and c.deleted_at is null`.execute(db);
  const [row] = rows;
  return row && atWork(row);
}

const atWork = (row: Row): CampaignAtWork => ({
  id: row.id,
  entityId: row.entity_id,
  entityName: row.entity_name,
  countryProfile: row.country_profile,
  name: row.name,
  kind: row.kind,
  topicId: row.topic_id,
  topicName: row.name_de === null || row.name_en === null ? null : { de: row.name_de, en: row.name_en },
  senderId: row.sender_id,
  brandId: row.brand_id,
  letterVersion: row.letter_version,
  mainLanguage: row.main_language,
  state: row.state,
  countsClicks: row.counts_clicks,
  window:
    row.window_from_hour === null || row.window_until_hour === null
      ? undefined
      : { fromHour: row.window_from_hour, untilHour: row.window_until_hour },
});
