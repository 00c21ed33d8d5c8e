import { sql } from 'kysely';
import type { Db } from '#ground/database/database.ts';
import type { ReplacedClassification } from '../rules/queries.ts';
import type { Outcome } from '../schema.ts';
import type { CellProblem } from '../types.ts';

/** What one row did, so that it can be taken back. */
export interface RowChange {
  /** Rows that were added to somebody who was here: table → ids. */
  added?: Record<string, string[]>;
  /** Fields that were empty and got a value. */
  filled?: Record<string, string>;
  segmentsAdded?: string[];
  tagsAdded?: string[];
  /** Segments that the rules gave or gave another reason, with what stood there before. */
  classified?: Omit<ReplacedClassification, 'talentId'>[];
  hasBirthDateKeys?: true;
}

export interface ImportRowRecord {
  line: number;
  outcome: Outcome;
  talentId: string | null;
  heldId: string | null;
  problems: CellProblem[];
  cells: string[] | null;
  change: RowChange | null;
}

/** One statement for any number of rows. */
export async function insertImportRows(db: Db, importId: string, rows: ImportRowRecord[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into import_rows (import_id, line, outcome, talent_id, held_id, problems, cells, change)
    select ${importId}::uuid, r.line, r.outcome, r."talentId", r."heldId", r.problems, nullif(r.cells, 'null'::jsonb), nullif(r.change, 'null'::jsonb)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (line int, outcome text, "talentId" uuid, "heldId" uuid, problems jsonb, cells jsonb, change jsonb)`.execute(
    db,
  );
}
