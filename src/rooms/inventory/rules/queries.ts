import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { copyRows } from '#ground/database/copy.ts';
import type { Classification } from '../types.ts';

/** What stood there before a rule had its say; null when nothing did. */
export interface ReplacedClassification {
  talentId: string;
  segment: string;
  before: { rule_version: number; reason_code: string; reason_params: unknown; classified_at: string } | null;
}

interface Classified {
  talentId: string;
  classifications: Classification[];
}

/** Of people who are new. */
export const copyClassifications = ({ db, now }: Ctx, entries: Classified[]): Promise<void> =>
  copyRows(
    db,
    'classifications',
    entries.flatMap(({ talentId, classifications }) => classifications.map((one) => ({ talentId, ...one }))),
    {
      talent_id: (row) => row.talentId,
      segment: (row) => row.segment,
      rule_version: (row) => row.ruleVersion,
      reason_code: (row) => row.reason.code,
      reason_params: (row) => row.reason.params,
      classified_at: () => now,
    },
  );

/**
 * Of people who are here; one statement for any number. What a human has decided stays; a newer reason replaces an older one.
 * @returns what was really added or replaced
 */
export async function insertClassifications(ctx: Ctx, entries: Classified[]): Promise<ReplacedClassification[]> {
  const all = entries.flatMap(({ talentId, classifications }) =>
    classifications.map(({ segment, ruleVersion, reason }) => ({
      talent_id: talentId,
      segment,
      rule_version: ruleVersion,
      reason_code: reason.code,
      reason_params: reason.params,
    })),
  );
  // Two rows of a file about one person: the later one counts.
  const rows = [...new Map(all.map((row) => [`${row.talent_id} ${row.segment}`, row])).values()];
  if (rows.length === 0) return [];
  const { rows: replaced } = await sql<ReplacedClassification>`
    with r as (
      select talent_id, segment, rule_version, reason_code, reason_params
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (talent_id uuid, segment text, rule_version int, reason_code text, reason_params jsonb)),
    old as materialized (select c.* from r join classifications c on c.talent_id = r.talent_id and c.segment = r.segment),
    written as (
    insert into classifications (talent_id, segment, rule_version, reason_code, reason_params, classified_at)
    select talent_id, segment, rule_version, reason_code, reason_params, ${ctx.now}::timestamptz from r
    on conflict (talent_id, segment) do update
      set rule_version = excluded.rule_version, reason_code = excluded.reason_code, reason_params = excluded.reason_params, classified_at = excluded.classified_at
      where classifications.decision is null
        and (classifications.rule_version, classifications.reason_code, classifications.reason_params) is distinct from (excluded.rule_version, excluded.reason_code, excluded.reason_params)
    returning talent_id, segment)
    select w.talent_id as "talentId", w.segment, case when o.talent_id is not null then
      jsonb_build_object('rule_version', o.rule_version, 'reason_code', o.reason_code, 'reason_params', o.reason_params, 'classified_at', o.classified_at) end as before
    from written w left join old o on o.talent_id = w.talent_id and o.segment = w.segment`.execute(ctx.db);
  return replaced;
}

/** Gives back what a rule had replaced, and removes what it had added; a human's word since then stays. */
export async function restoreClassifications(
  { db }: Pick<Ctx, 'db'>,
  entries: ReplacedClassification[],
): Promise<void> {
  if (entries.length === 0) return;
  const rows = JSON.stringify(entries);
  await sql`
    delete from classifications c using jsonb_to_recordset(${rows}::jsonb) as r ("talentId" uuid, segment text, before jsonb)
    where c.talent_id = r."talentId" and c.segment = r.segment and c.decision is null and coalesce(r.before, 'null') = 'null'`.execute(
    db,
  );
  await sql`
    update classifications c set rule_version = (r.before ->> 'rule_version')::int, reason_code = r.before ->> 'reason_code', reason_params = r.before -> 'reason_params',
      classified_at = (r.before ->> 'classified_at')::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as r ("talentId" uuid, segment text, before jsonb)
    where c.talent_id = r."talentId" and c.segment = r.segment and c.decision is null and coalesce(r.before, 'null') <> 'null'`.execute(
    db,
  );
}
