import { readCountry, readPostcode } from '../values/normalise-place.ts';
import { isGivenName, isSalutation, isTitle, isTrailingTitle } from '../values/name-words.ts';
import { readChoice, readYesNo, type ChoiceKind } from '../values/parse-choice.ts';
import { readDate } from '../values/parse-date.ts';
import { readEmails } from '../values/parse-email.ts';
import { readNumber } from '../values/parse-number.ts';
import { readPhones } from '../values/parse-phone.ts';
import { readRating } from '../values/rating.ts';
import { isBlank, tidyText } from '../values/text-form.ts';
import type { TargetField } from '../types.ts';

export type ValueKind =
  | 'email' | 'email_like' | 'phone' | 'phone_like' | 'linkedin' | 'xing' | 'url' | 'date' | 'postcode' | 'number' | 'rating' | 'decimal_rating' | 'place'
  | 'stage' | 'outcome' | 'process' | 'employment_kind' | 'yes_no' | 'language' | 'country' | 'address_form' | 'salutation' | 'given_name' | 'full_name' | 'name_word' | 'academic'; // prettier-ignore

export interface ValueEvidence {
  /** Filled cells among the samples. */
  filled: number;
  /** Share of the filled cells that are of the kind, 0 to 1. */
  share: (kind: ValueKind) => number;
}

/** The kind of value a field needs. Fields without one take any text. */
export const KIND_OF_FIELD: Partial<Record<TargetField, ValueKind>> = {
  email: 'email', phone: 'phone', linkedin_url: 'linkedin', xing_url: 'xing', website: 'url',
  since_on: 'date', application_on: 'date', rejected_on: 'date', employment_entered_on: 'date', employment_left_on: 'date',
  connected_on: 'date', last_contact_on: 'date', consent_on: 'date', consent_until: 'date', birth_date: 'date',
  postcode: 'postcode', application_rating: 'rating', application_place: 'place', application_field_size: 'number',
  application_stage: 'stage', application_outcome: 'outcome', employment_kind: 'employment_kind',
  rehire_wish: 'yes_no', consent: 'yes_no', language: 'language', country: 'country', address_form: 'address_form',
  title: 'academic', salutation: 'salutation', first_name: 'name_word', last_name: 'name_word', full_name: 'name_word', birth_name: 'name_word',
}; // prettier-ignore

/** Kinds that can name a field without any header, and how far they may be trusted (0 to 1). */
export const FIELD_OF_KIND: { kind: ValueKind; field: TargetField; trust: number }[] = [
  { kind: 'email', field: 'email', trust: 0.92 },
  { kind: 'linkedin', field: 'linkedin_url', trust: 0.92 },
  { kind: 'xing', field: 'xing_url', trust: 0.92 },
  { kind: 'salutation', field: 'salutation', trust: 0.9 },
  { kind: 'full_name', field: 'full_name', trust: 0.72 },
  { kind: 'given_name', field: 'first_name', trust: 0.7 },
  { kind: 'phone', field: 'phone', trust: 0.7 },
  { kind: 'stage', field: 'application_stage', trust: 0.68 },
  { kind: 'outcome', field: 'application_outcome', trust: 0.66 },
  { kind: 'employment_kind', field: 'employment_kind', trust: 0.66 },
  { kind: 'url', field: 'website', trust: 0.62 },
  { kind: 'country', field: 'country', trust: 0.6 },
  { kind: 'address_form', field: 'address_form', trust: 0.6 },
  { kind: 'language', field: 'language', trust: 0.55 },
  { kind: 'decimal_rating', field: 'application_rating', trust: 0.55 },
  { kind: 'postcode', field: 'postcode', trust: 0.5 },
];

const MOST_CELLS = 60;

/** Looks at the first filled cells of a column; each kind is computed when it is asked for. */
export function valueEvidence(values: readonly string[], country: string): ValueEvidence {
  const filled = values.map(tidyText).filter((value) => !isBlank(value));
  const cells = filled.slice(0, MOST_CELLS);
  const seen = new Map<ValueKind, number>();
  const share = (kind: ValueKind) => {
    const known = seen.get(kind);
    if (known !== undefined) return known;
    const fitting = cells.filter((cell) => TESTS[kind](cell, country)).length;
    const result = cells.length === 0 ? 0 : settled(kind, fitting / cells.length, cells);
    seen.set(kind, result);
    return result;
  };
  return { filled: filled.length, share };
}

/** Whole numbers from 1 to 5 may count anything; only a comma somewhere makes them ratings by themselves. */
function settled(kind: ValueKind, share: number, cells: string[]): number {
  if (kind === 'decimal_rating' && !cells.some((cell) => /^\d[.,]\d/.test(cell) || /[★☆⭐]/u.test(cell))) return 0;
  return share;
}

const isChoice = (kind: ChoiceKind) => (cell: string) => readChoice(cell, kind).kind === 'choice';
const isRating = (cell: string) => readRating(cell, { best: 100, worst: 0 }).kind === 'rating';

const TESTS: Record<ValueKind, (cell: string, country: string) => boolean> = {
  email: (cell) => cell.includes('@') && readEmails(cell).emails.length > 0,
  phone: (cell, country) =>
    /^[^@]*\d[^@]*\d/.test(cell) && !isDateLike(cell) && readPhones(cell, country).phones.length > 0,
  email_like: (cell) => /^[^@\s]+@[^@]+$/.test(cell),
  phone_like: (cell) => /^\+?[\d\s()/.-]{6,24}$/.test(cell) && !isDateLike(cell),
  linkedin: (cell) => /linkedin\.com\//i.test(cell),
  xing: (cell) => /xing\.(?:com|to)\//i.test(cell),
  url: (cell) =>
    /^(?:https?:\/\/|www\.)\S+$/i.test(cell) || /^[\w-]+\.(?:ch|de|at|com|org|net|io|dev|me)(?:\/\S*)?$/i.test(cell),
  date: (cell) => readDate(cell).kind === 'date' || readDate(cell, 'mdy').kind === 'date',
  postcode: (cell, country) =>
    /\d{4}/.test(cell) && readPostcode(cell, POSTCODE_COUNTRIES.has(country) ? country : undefined) !== undefined,
  number: (cell) => readNumber(cell).kind === 'number',
  rating: (cell) => isRating(cell),
  decimal_rating: (cell) => /^[1-6](?:[.,]\d{1,2})?$|^[★☆⭐]{1,5}$/u.test(cell),
  place: (cell) => /^\d{1,3}\.?(?:\s*(?:\/|von|of)\s*\d{1,4})?$|^\d{1,2}\.?\s*(?:platz|rang)$/i.test(cell),
  stage: isChoice('stage'),
  outcome: isChoice('outcome'),
  process: (cell) => readChoice(cell, 'stage').kind === 'choice' || readChoice(cell, 'outcome').kind === 'choice',
  employment_kind: isChoice('employment_kind'),
  yes_no: (cell) => readYesNo(cell).kind === 'answer',
  language: isChoice('language'),
  country: (cell) => (cell.length > 3 || /^(?:CH|DE|AT|D|A|FL)$/.test(cell)) && readCountry(cell) !== undefined,
  address_form: isChoice('address_form'),
  salutation: (cell) => isSalutation(cell) && cell.length < 12,
  given_name: (cell) => cell.split(' ').length <= 3 && isGivenName(cell.split(' ')[0] ?? ''),
  full_name: (cell) => isFullName(cell),
  academic: (cell) => cell.split(' ').every((word) => isTitle(word) || isTrailingTitle(word)),
  name_word: (cell) => /^[\p{L}\p{M}\s.,'’()/&-]+$/u.test(cell) && cell.split(' ').length <= 8,
};

const POSTCODE_COUNTRIES = new Set(['DE', 'CH', 'AT', 'LI']);

const isDateLike = (cell: string) => /^\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b/.test(cell);

function isFullName(cell: string): boolean {
  const words = cell.replace(/[,;]/g, ' ').split(' ').filter(Boolean);
  return words.length >= 2 && words.length <= 6 && !/[\d@/]/.test(cell) && words.some((word) => isGivenName(word));
}
