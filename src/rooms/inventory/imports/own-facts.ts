import { sql } from 'kysely';
import type { Db } from '#ground/database/database.ts';
import type { Classification } from '../types.ts';

/** What the inventory itself keeps about people, as facts beside those of the talents room. */
export const BIRTH_DATE_FACT = JSON.stringify(['birth_date']);
export const decisionFact = (segment: string) => JSON.stringify(['decision', segment]);

export const classificationFact = (segment: string, version: number, { code, params }: Classification['reason']) =>
  JSON.stringify([
    'classification',
    segment,
    version,
    code,
    Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);

interface ClassificationRow {
  talent_id: string;
  segment: string;
  rule_version: number;
  reason_code: string;
  reason_params: Classification['reason']['params'];
  decision: string | null;
}

/** Two statements for any number of people. */
export async function listOwnFacts(db: Db, talentIds: string[]): Promise<{ talentId: string; fact: string }[]> {
  if (talentIds.length === 0) return [];
  const { rows: classified } = await sql<ClassificationRow>`
    select talent_id, segment, rule_version, reason_code, reason_params, decision from classifications where talent_id = any(${talentIds}::uuid[])`.execute(
    db,
  );
  const { rows: dated } = await sql<{ talent_id: string }>`
    select talent_id from birth_date_keys where talent_id = any(${talentIds}::uuid[])`.execute(db);
  return [
    ...classified.map((row) => ({ talentId: row.talent_id, fact: factOfRow(row) })),
    ...dated.map(({ talent_id: talentId }) => ({ talentId, fact: BIRTH_DATE_FACT })),
  ];
}

const factOfRow = ({ segment, rule_version, reason_code, reason_params, decision }: ClassificationRow) =>
  decision === null
    ? classificationFact(segment, rule_version, { code: reason_code, params: reason_params })
    : decisionFact(segment);
