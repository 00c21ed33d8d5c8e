import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import type { Classification } from '../types.ts';

/** One statement for any number of people. What a human has decided stays; a newer reason replaces an older one. */
export async function insertClassifications(
  ctx: Ctx,
  entries: { talentId: string; classifications: Classification[] }[],
): Promise<void> {
  const rows = entries.flatMap(({ talentId, classifications }) =>
    classifications.map(({ segment, ruleVersion, reason }) => ({
      talent_id: talentId,
      segment,
      rule_version: ruleVersion,
      reason_code: reason.code,
      reason_params: reason.params,
    })),
  );
  if (rows.length === 0) return;
  await sql`
    insert into classifications (talent_id, segment, rule_version, reason_code, reason_params, classified_at)
    select distinct on (talent_id, segment) talent_id, segment, rule_version, reason_code, reason_params, ${ctx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (talent_id uuid, segment text, rule_version int, reason_code text, reason_params jsonb)
    on conflict (talent_id, segment) do update
      set rule_version = excluded.rule_version, reason_code = excluded.reason_code, reason_params = excluded.reason_params, classified_at = excluded.classified_at
      where classifications.decision is null`.execute(ctx.db);
}
