import { sql } from 'kysely';
import { copyRows } from '#ground/database/copy.ts';
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

export const insertGrounds = (db: Db, rows: GroundRow[]): Promise<void> =>
  copyRows(db, 'grounds', rows, {
    id: (row) => row.id,
    talent_id: (row) => row.talent_id,
    segment: (row) => row.segment,
    purpose: (row) => row.purpose,
    basis: (row) => row.basis,
    country_profile: (row) => row.country_profile,
    source: (row) => row.source,
    obtained_on: (row) => row.obtained_on,
    erase_on: (row) => row.erase_on,
    erase_reason: (row) => row.erase_reason,
    consent_event_id: (row) => row.consent_event_id,
    assessment_id: (row) => row.assessment_id,
    origin: (row) => row.origin,
    created_at: (row) => row.created_at,
  });

export const insertConsentEvents = (db: Db, rows: ConsentEventRow[]): Promise<void> =>
  copyRows(db, 'consent_events', rows, {
    id: (row) => row.id,
    talent_id: (row) => row.talent_id,
    kind: (row) => row.kind,
    purpose: (row) => row.purpose,
    text_id: (row) => row.text_id,
    channel: (row) => row.channel,
    form: (row) => row.form,
    evidence: (row) => row.evidence,
    recorded_by: (row) => row.recorded_by,
    occurred_at: (row) => row.occurred_at,
    expires_on: (row) => row.expires_on,
  });

/** Who has a clock already keeps it, and who joins a record that was told needs none. */
export async function insertDuties(db: Db, talentIds: string[], informBy: string): Promise<void> {
  if (talentIds.length === 0) return;
  await sql`
    insert into information_duties (talent_id, inform_by) select distinct w.id, ${informBy}::date from unnest(${talentIds}::uuid[]) w(id)
    on conflict (talent_id) do nothing`.execute(db);
}

/** Which of these keyed hashes may not come back; one statement. */
export async function listSuppressed(db: Db, hashes: string[], scope: 'no_mail' | 'no_record'): Promise<string[]> {
  if (hashes.length === 0) return [];
  const { rows } = await sql<{ hash: string }>`
    select hash from suppressions where hash = any(${hashes}::text[]) and scope = ${scope}`.execute(db);
  return rows.map(({ hash }) => hash);
}

/**
 * More than anybody has. Each person is looked up on their own (`lateral … limit`): in a fast import the planner knows nothing of the
 * rows of the last minutes and would read whole tables instead.
 */
const ROWS_OF_ONE = 10_000;

/** The grounds that these people stand on already, by `groundKey`. */
export async function listKnownGrounds(db: Db, talentIds: string[]): Promise<Set<string>> {
  if (talentIds.length === 0) return new Set();
  const { rows } = await sql<Pick<GroundRow, 'talent_id' | 'segment' | 'basis' | 'obtained_on'>>`
    select g.* from unnest(${talentIds}::uuid[]) as w (id)
    cross join lateral (select talent_id, segment, basis, obtained_on from grounds where talent_id = w.id and ended_at is null limit ${ROWS_OF_ONE}) g`.execute(
    db,
  );
  return new Set(rows.map(groundKey));
}

/** What these people answered about staying in touch, for any purpose that a ground may have, also under a record that was joined into theirs. */
export async function listAnswers(db: Db, talentIds: string[]): Promise<Map<string, Answer[]>> {
  if (talentIds.length === 0) return new Map();
  const { rows } = await sql<{ talent_id: string; kind: Answer['kind']; occurred_at: Date }>`
    with recursive records(talent_id, record_id) as (
      select w.id, w.id from unnest(${talentIds}::uuid[]) w(id)
      union all select r.talent_id, m.id from records r join talents m on m.merged_into = r.record_id)
    select r.talent_id, e.kind, e.occurred_at from records r join consent_events e on e.talent_id = r.record_id
    where e.kind in ('given', 'confirmed', 'refused', 'withdrawn')
      and e.purpose in ('talent_pool', 'alumni_network', 'contact_network')`.execute(db);
  const answers = Map.groupBy(rows, ({ talent_id }) => talent_id);
  return new Map(
    [...answers].map(([talentId, some]) => [
      talentId,
      some.map(({ kind, occurred_at }) => ({
        kind,
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
