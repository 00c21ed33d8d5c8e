import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';

interface Merge {
  mergeId: string;
  keptId: string;
  goneId: string;
}

/** A human's word goes along, except where there is one about the same already; rows remember the merge that moved them. */
const MOVED = [
  {
    table: 'talent_findings',
    unless: sql`exists (select 1 from talent_findings k where k.talent_id = kept.id and k.concept_id = x.concept_id and k.stance = x.stance)`,
  },
  {
    table: 'match_decisions',
    unless: sql`x.undone_at is null and exists (select 1 from match_decisions k where k.talent_id = kept.id and k.demand_id = x.demand_id and k.undone_at is null)`,
  },
] as const;

/** What humans said of somebody holds for the record that stays. Alerts are found anew; those of the record that goes are hidden with it. */
export async function mergeMatching({ db }: Ctx, { mergeId, keptId, goneId }: Merge): Promise<void> {
  for (const { table, unless } of MOVED)
    await sql`
      update ${sql.table(table)} x set talent_id = kept.id, merge_id = ${mergeId} from (select ${keptId}::uuid as id) kept
      where x.talent_id = ${goneId} and not (${unless})`.execute(db);
}

/** The two are two people again. */
export async function partMatching({ db }: Ctx, { mergeId, keptId, goneId }: Merge): Promise<void> {
  for (const { table } of MOVED)
    await sql`
      update ${sql.table(table)} set talent_id = ${goneId}, merge_id = null where talent_id = ${keptId} and merge_id = ${mergeId}`.execute(
      db,
    );
}
