import type { Ctx } from '#ground/context.ts';
import type { Evidence } from '../schema-matches.ts';
import type { FindingDecision } from '../scoring/types.ts';

/** What humans said about findings, by person; one statement. Only decided findings are kept in the database: the rest is read anew. */
export async function listFindingDecisions(
  { db }: Pick<Ctx, 'db'>,
  talentIds: string[],
): Promise<Map<string, FindingDecision[]>> {
  if (talentIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('talent_findings')
    .selectAll()
    .where('talent_id', 'in', talentIds)
    .where('decision', 'is not', null)
    .orderBy('id')
    .execute();
  const byTalent = Map.groupBy(rows, ({ talent_id }) => talent_id);
  return new Map([...byTalent].map(([talentId, all]) => [talentId, all.map(decisionOf)]));
}

interface DecidedRow {
  concept_id: string;
  stance: string;
  decision: string | null;
  sentence: string;
  span_from: number;
  span_to: number;
  source_kind: string;
  source_id: string | null;
  said_on: string | null;
}

const decisionOf = (row: DecidedRow): FindingDecision => ({
  conceptId: row.concept_id,
  stance: row.stance as FindingDecision['stance'],
  decision: row.decision === 'rejected' ? 'rejected' : 'confirmed',
  sentence: row.sentence,
  spanFrom: row.span_from,
  spanTo: row.span_to,
  source: row.source_kind as Evidence['source'],
  sourceId: row.source_id,
  on: row.said_on,
});
