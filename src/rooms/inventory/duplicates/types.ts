import type { FieldName, LevelName, LevelTable } from './fields.ts';

/** Keyed hashes of a birth date and of its parts, in hexadecimal. The date itself never reaches the engine. */
export interface BirthDateKeys {
  whole: string;
  /** Equal for two dates that are the same or have day and month swapped. */
  dayMonthUnordered: string;
  yearMonth: string;
  yearDay: string;
  monthDay: string;
  year: string;
}

/** What the engine may know about one talent or one source record. Absent and empty mean the same: unknown. */
export interface ComparisonRecord {
  id: string;
  title?: string;
  firstName?: string;
  lastName?: string;
  birthName?: string;
  emails: string[];
  /** E.164 or as received. */
  phones: string[];
  birthDateKeys?: BirthDateKeys;
  /** Street with house number. */
  street?: string;
  postcode?: string;
  city?: string;
  employer?: string;
  /** Personnel numbers, social security numbers: values that belong to one person. */
  otherIds?: string[];
  /** Addresses of profiles, such as LinkedIn. */
  links?: string[];
}

/** One bar of the waterfall: what this field says for (positive) or against (negative) one person, in bits. */
export interface FieldWeight {
  field: FieldName | 'prior' | 'other_explanation' | 'common_record';
  level: LevelName | 'prior' | 'relative' | 'namesake' | 'no_other' | 'common_record';
  weightBits: number;
}

export interface ScoredPair {
  a: string;
  b: string;
  /** 0 to 1, calibrated as far as the model fits. */
  probability: number;
  /** log2 of the odds; the sum of the weights of all `fields`, the prior included. */
  weightBits: number;
  fields: FieldWeight[];
}

/** Everything that was learned, as plain JSON. It holds no personal values: only hashes of values that are shared. */
export interface LinkageModel {
  version: 1;
  recordCount: number;
  /** Share of all possible pairs that are one person, relatives at one address, or namesakes. */
  shares: { same: number; relative: number; namesake: number };
  same: LevelTable;
  relative: LevelTable;
  namesake: LevelTable;
  /** Level probabilities of two records taken at random. */
  chance: LevelTable;
  /** [hash of field and value, number of people], for values that at least three people share. */
  frequent: [number, number][];
  /** Number of people with a known value, per kind of value. */
  known: Record<string, number>;
}
