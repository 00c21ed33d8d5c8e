import { copyRows } from '#ground/database/copy.ts';
import type { Db } from '#ground/database/database.ts';
import { storableJson } from '#ground/database/storable-json.ts';
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
export const insertImportRows = (db: Db, importId: string, rows: ImportRowRecord[]): Promise<void> =>
  copyRows(db, 'import_rows', rows, {
    import_id: () => importId,
    line: (row) => row.line,
    outcome: (row) => row.outcome,
    talent_id: (row) => row.talentId,
    held_id: (row) => row.heldId,
    problems: (row) => storableJson(row.problems),
    cells: (row) => row.cells && storableJson(row.cells),
    change: (row) => row.change,
  });
