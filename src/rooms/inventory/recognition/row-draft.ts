import type { CellProblem, ColumnMapping, ImportedApplication, ImportedEmployment, ImportedPerson } from '../types.ts';
import type { NameOrder } from '../values/parse-person-name.ts';

/** What is known of the row's surroundings. */
export interface RowContext {
  /** ISO 3166-1 alpha-2, for phone numbers without a country code. */
  country: string;
  /** `YYYY-MM-DD`; dates of the past must not lie behind it. */
  today: string;
  /** A person of LinkedIn's own file is a contact from there. */
  fileKind?: 'csv' | 'xlsx' | 'vcard' | 'linkedin' | 'cv';
}

/** A person while the cells of one row are being read. */
export interface RowDraft {
  person: ImportedPerson;
  application: ImportedApplication;
  employment: Partial<ImportedEmployment>;
  contact: NonNullable<ImportedPerson['contact']>;
  consent: { isGiven?: boolean; on?: string; until?: string };
  names: { full?: string; first?: string; last?: string; order?: NameOrder };
  problems: CellProblem[];
}

export interface Cell {
  /** Tidied and not blank, except for free texts: they keep their lines. */
  text: string;
  mapping: ColumnMapping;
  context: RowContext;
}

export function emptyDraft(): RowDraft {
  return {
    person: { firstName: '', lastName: '', emails: [], phones: [], links: [], skills: [], interests: [], tags: [] },
    application: {},
    employment: {},
    contact: {},
    consent: {},
    names: {},
    problems: [],
  };
}

/** Leaves the value out and says so. */
export function dropValue(
  draft: Pick<RowDraft, 'problems'>,
  mapping: ColumnMapping,
  code: string,
  params: Record<string, string | number> = {},
): void {
  draft.problems.push({
    column: mapping.column,
    field: mapping.field,
    severity: 'dropped',
    code: `problem.${code}`,
    params,
  });
}
