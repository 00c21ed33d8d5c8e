import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { newId } from '#ground/ids.ts';
import type { ResultRecord } from '../runs/log.ts';

export interface Told {
  demandId: string;
  talentId: string;
  fingerprint: string;
  isOpen: boolean;
}

/** What was told about these demands or people before. */
export async function listTold(
  { db }: Ctx,
  { demandIds, talentIds }: { demandIds?: string[]; talentIds?: string[] },
): Promise<Told[]> {
  const { rows } = await sql<Told>`
    select demand_id as "demandId", talent_id as "talentId", fingerprint, closed_at is null as "isOpen" from match_alerts
    where ${demandIds ? sql`demand_id = any(${demandIds}::uuid[])` : sql`talent_id = any(${talentIds ?? []}::uuid[])`}`.execute(
    db,
  );
  return rows;
}

/** About whom a human has decided already, or who was hired: there is nothing to point at any more. */
export async function listSettled(
  { db }: Ctx,
  { demandIds, talentIds }: { demandIds: string[]; talentIds: string[] },
): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    select demand_id || ' ' || talent_id as key from match_decisions
      where undone_at is null and demand_id = any(${demandIds}::uuid[]) and talent_id = any(${talentIds}::uuid[])
    union select demand_id || ' ' || talent_id from hires
      where undone_at is null and demand_id = any(${demandIds}::uuid[]) and talent_id = any(${talentIds}::uuid[])`.execute(
    db,
  );
  return new Set(rows.map(({ key }) => key));
}

export const pairKey = (demandId: string, talentId: string): string => `${demandId} ${talentId}`;

export interface NewAlert extends ResultRecord {
  fingerprint: string;
}

/** One statement. Whoever put the same pair aside sees it again, because something else speaks for it now. */
export async function keepAlerts(
  { db, now }: Ctx,
  about: { demandId: string; kind: 'demand' | 'talent'; runId: string },
  alerts: NewAlert[],
): Promise<void> {
  const rows = alerts.map(({ talentId, fingerprint, points, knownPoints }) => ({
    id: newId(now.getTime()),
    talentId,
    fingerprint,
    points,
    knownPoints,
  }));
  await sql`
    insert into match_alerts as a (id, demand_id, talent_id, kind, fingerprint, run_id, score_points, known_points, created_at)
    select r.id, ${about.demandId}, r."talentId", ${about.kind}, r.fingerprint, ${about.runId}, r.points, r."knownPoints", ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "talentId" uuid, fingerprint text, points real, "knownPoints" real)
    join talents_view t on t.id = r."talentId"
    on conflict (demand_id, talent_id) do update set kind = excluded.kind, fingerprint = excluded.fingerprint, run_id = excluded.run_id,
      score_points = excluded.score_points, known_points = excluded.known_points, created_at = excluded.created_at, closed_at = null, closed_by = null
      where a.fingerprint <> excluded.fingerprint`.execute(db);
}

/** What does not fit any more is not pointed at any more; what a human put aside stays remembered. */
export async function withdrawAlerts({ db }: Ctx, demandId: string, talentIds: string[]): Promise<void> {
  if (talentIds.length === 0) return;
  await db
    .deleteFrom('match_alerts')
    .where('demand_id', '=', demandId)
    .where('talent_id', 'in', talentIds)
    .where('closed_at', 'is', null)
    .execute();
}
