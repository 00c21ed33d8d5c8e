/** What kind of file was dropped. `linkedin` is LinkedIn's own Connections.csv. */
export type FileKind = 'csv' | 'xlsx' | 'vcard' | 'linkedin' | 'cv';

/** How the file is to be read; every field was recognised and can be corrected by hand. */
export interface FileFormat {
  kind: FileKind;
  encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-15';
  separator?: ',' | ';' | '\t' | '|';
  quote?: '"' | "'" | '';
  /** Name of the worksheet, XLSX only. */
  sheet?: string;
  /** 1-based line (CSV) or row (XLSX) of the column names; rows above it are preamble. */
  headerLine: number;
}

/** One row as the file has it. Dates of XLSX cells come as `YYYY-MM-DD`, numbers with a decimal point. */
export interface SourceRow {
  /** 1-based line in the file (CSV: where the record begins) or row in the sheet; vCard: nth card; CV: 1. */
  line: number;
  cells: string[];
}

export interface FileInspection {
  format: FileFormat;
  headers: string[];
  /** The first rows, at most 200. */
  samples: SourceRow[];
  /** Worksheets to choose from, XLSX only. */
  sheets: string[];
  /** Readable warnings, e.g. `inventory.reading.many_ragged_rows`. */
  warnings: { code: string; params: Record<string, string | number> }[];
}

/** What a column can become. The grouping is the order in which the mapper offers them. */
export const TARGET_FIELDS = [
  'skip',
  'source_id',
  'full_name',
  'first_name',
  'last_name',
  'birth_name',
  'title',
  'salutation',
  'email',
  'phone',
  'linkedin_url',
  'xing_url',
  'website',
  'street',
  'postcode',
  'city',
  'country',
  'language',
  'address_form',
  'employer',
  'role',
  'since_on',
  'application_vacancy',
  'application_on',
  'application_stage',
  'application_outcome',
  'application_rating',
  'application_place',
  'rejected_on',
  'rejection_reason',
  'application_source',
  'application_field_size',
  'employment_kind',
  'employment_role',
  'employment_unit',
  'employment_entered_on',
  'employment_left_on',
  'exit_reason',
  'rehire_wish',
  'contact_source',
  'referred_by',
  'connected_on',
  'last_contact_on',
  'skills',
  'interests',
  'tags',
  'note',
  'consent',
  'consent_on',
  'consent_until',
  'birth_date', // compared as keyed hashes only, never stored
] as const;
export type TargetField = (typeof TARGET_FIELDS)[number];

/** How sure the recognition is; `sure` is quiet on the screen, `ask` needs an answer before the import can run. */
export type Confidence = 'sure' | 'guessed' | 'ask' | 'dropped';

/** One column of the file and what becomes of it. */
export interface ColumnMapping {
  column: number;
  header: string;
  field: TargetField;
  confidence: Confidence;
  /** Why, as a message key in `inventory:recognition.*` with its facts. */
  reason: { code: string; params: Record<string, string | number> };
  /** Columns that must not be taken over (birth date for display, pay, religion …): samples stay hidden. */
  isSensitive: boolean;
  /** For dates: the order found in the values. */
  dateOrder?: 'dmy' | 'mdy' | 'ymd';
  /** For numbers: the decimal sign found. */
  decimal?: ',' | '.';
  /** For ratings: the scale, best value first, e.g. best 1 worst 6 (Swiss/German school marks) or best 5 worst 1. */
  scale?: { best: number; worst: number };
  /** For stage, outcome, employment kind …: file word → our word. */
  words?: Record<string, string>;
}

export type ApplicationStage =
  | 'applied'
  | 'screened'
  | 'phone'
  | 'interview'
  | 'second_interview'
  | 'assessment'
  | 'final'
  | 'offer';
export type ApplicationOutcome = 'rejected' | 'withdrawn' | 'declined_offer' | 'hired' | 'open';
export type EmploymentKind =
  | 'employee'
  | 'intern'
  | 'working_student'
  | 'apprentice'
  | 'trainee'
  | 'freelancer'
  | 'thesis';

export interface ImportedApplication {
  vacancy?: string;
  appliedOn?: string;
  stage?: ApplicationStage;
  outcome?: ApplicationOutcome;
  /** 0 (worst) to 1 (best), from the scale of the column. */
  ratingShare?: number;
  /** Place among the applicants, 1 = hired or first, 2 = runner-up. */
  place?: number;
  fieldSize?: number;
  rejectedOn?: string;
  rejectionReason?: string;
  source?: string;
}

export interface ImportedEmployment {
  kind: EmploymentKind;
  role?: string;
  unit?: string;
  enteredOn?: string;
  leftOn?: string;
  exitReason?: string;
  rehireWish?: 'yes' | 'no' | 'unknown';
}

/** One row of a file in our own words. Calendar dates are `YYYY-MM-DD`. Nothing sensitive survives to this type. */
export interface ImportedPerson {
  sourceId?: string;
  title?: string;
  firstName: string;
  lastName: string;
  birthName?: string;
  /** Lower-cased and checked. */
  emails: string[];
  /** E.164. */
  phones: string[];
  links: { kind: 'linkedin' | 'xing' | 'website'; url: string }[];
  street?: string;
  postcode?: string;
  city?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  language?: 'de' | 'en' | 'fr' | 'it';
  addressForm?: 'du' | 'sie';
  employer?: string;
  role?: string;
  sinceOn?: string;
  application?: ImportedApplication;
  employment?: ImportedEmployment;
  contact?: { source?: string; referredBy?: string; connectedOn?: string };
  lastContactOn?: string;
  skills: string[];
  interests: string[];
  tags: string[];
  note?: string;
  consent?: { isGiven: boolean; on?: string; until?: string };
  /** ISO date, in memory only: the engine turns it into keyed hashes at once and drops it. */
  birthDate?: string;
}

/** Something wrong in one cell. `fatal` keeps the row out; otherwise the one value is left out and named. */
export interface CellProblem {
  column: number;
  field: TargetField;
  severity: 'fatal' | 'dropped';
  code: string;
  params: Record<string, string | number>;
}

export type RowReading =
  | { kind: 'person'; line: number; person: ImportedPerson; problems: CellProblem[] }
  | { kind: 'rejected'; line: number; problems: CellProblem[] }
  | { kind: 'blank'; line: number };

/** The three segments of the article. */
type InventorySegment = 'silver_medalist' | 'former' | 'passive_contact';

/** One classification with its reason, as a message key in `inventory:classification.*`. */
export interface Classification {
  segment: InventorySegment;
  ruleVersion: number;
  reason: { code: string; params: Record<string, string | number> };
}
