import { sql } from 'kysely';
import type { Db } from '#ground/database/database.ts';
import type { Answer } from './policy.ts';
import { groundKey } from './policy.ts';
import type { Ground } from './schema.ts';

/** The settings in force: the newest version. */
export const findPeriods = (db: Db) =>
  db.selectFrom('retention_settings').selectAll().orderBy('version', 'desc').limit(1).executeTakeFirst();

export interface GroundRow {
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
  origin: string;
  created_at: Date;
}

export interface ConsentEventRow {
  id: string;
  talent_id: string;
  kind: 'given' | 'confirmed';
  purpose: string;
  text_id: string;
  channel: string;
  form: string;
  evidence: string;
  recorded_by: string | null;
  occurred_at: string;
  expires_on: string;
}

/** Any number of rows in one statement: the rows travel as one JSON parameter. */
export async function insertGrounds(db: Db, rows: GroundRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into grounds (id, talent_id, segment, purpose, basis, country_profile, source, obtained_on, erase_on, erase_reason, consent_event_id, assessment_id, origin, created_at)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      id uuid, talent_id uuid, segment text, purpose text, basis text, country_profile text, source text, obtained_on date, erase_on date,
      erase_reason text, consent_event_id uuid, assessment_id uuid, origin text, created_at timestamptz)`.execute(db);
}

export async function insertConsentEvents(db: Db, rows: ConsentEventRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into consent_events (id, talent_id, kind, purpose, text_id, channel, form, evidence, recorded_by, occurred_at, expires_on)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      id uuid, talent_id uuid, kind text, purpose text, text_id uuid, channel text, form text, evidence text, recorded_by uuid, occurred_at timestamptz, expires_on date)`.execute(
    db,
  );
}

/** Which of these keyed hashes may not come back; one statement. */
export async function listSuppressed(db: Db, hashes: string[], scope: 'no_mail' | 'no_record'): Promise<string[]> {
  if (hashes.length === 0) return [];
  const { rows } = await sql<{ hash: string }>`
    select hash from suppressions where hash = any(${hashes}::text[]) and scope = ${scope}`.execute(db);
  return rows.map(({ hash }) => hash);
}

/** The grounds that these people stand on already, by `groundKey`. */
export async function listKnownGrounds(db: Db, talentIds: string[]): Promise<Set<string>> {
  if (talentIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('grounds')
    .select(['talent_id', 'segment', 'basis', 'obtained_on'])
    .where('talent_id', 'in', talentIds)
    .where('ended_at', 'is', null)
    .execute();
  return new Set(rows.map(groundKey));
}

/** What these people answered about staying in touch, for any purpose that a ground may have. */
export async function listAnswers(db: Db, talentIds: string[]): Promise<Map<string, Answer[]>> {
  if (talentIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('consent_events')
    .select(['talent_id', 'kind', 'occurred_at'])
    .where('talent_id', 'in', talentIds)
    .where('kind', 'in', ['given', 'confirmed', 'refused', 'withdrawn'])
    .where('purpose', 'in', ['talent_pool', 'alumni_network', 'contact_network'])
    .execute();
  const answers = Map.groupBy(rows, ({ talent_id }) => talent_id);
  return new Map(
    [...answers].map(([talentId, some]) => [
      talentId,
      some.map(({ kind, occurred_at }) => ({
        kind: kind as Answer['kind'],
        on: occurred_at.toISOString().slice(0, 10),
      })),
    ]),
  );
}

export async function listGroundsOf(db: Db, talentIds: string[]): Promise<Map<string, Ground[]>> {
  if (talentIds.length === 0) return new Map();
  const { rows } = await sql<GroundListing>`
    select g.id, g.talent_id, g.segment, g.purpose, g.basis, g.country_profile, g.source, g.obtained_on, g.erase_on, g.erase_reason,
      e.occurred_at as consent_at, e.form as consent_form, t.version as text_version
    from grounds g
    left join consent_events e on e.id = g.consent_event_id
    left join consent_texts t on t.id = e.text_id
    where g.talent_id = any(${talentIds}) and g.ended_at is null
    order by g.erase_on desc`.execute(db);
  const found = new Map<string, Ground[]>();
  for (const row of rows) found.set(row.talent_id, [...(found.get(row.talent_id) ?? []), groundFrom(row)]);
  return found;
}

interface GroundListing extends Omit<GroundRow, 'consent_event_id' | 'assessment_id' | 'origin' | 'created_at'> {
  consent_at: Date | null;
  consent_form: string | null;
  text_version: number | null;
}

function groundFrom(row: GroundListing): Ground {
  return {
    id: row.id,
    segment: row.segment as Ground['segment'],
    purpose: row.purpose,
    basis: row.basis as Ground['basis'],
    countryProfile: row.country_profile as Ground['countryProfile'],
    source: row.source,
    obtainedOn: row.obtained_on,
    eraseOn: row.erase_on,
    eraseReason: row.erase_reason,
    consent: row.consent_at
      ? { on: row.consent_at.toISOString().slice(0, 10), form: row.consent_form ?? '', textVersion: row.text_version }
      : null,
  };
}
