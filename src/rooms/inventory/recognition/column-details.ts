import { readChoice, readYesNo, type ChoiceKind } from '../values/parse-choice.ts';
import { findDateOrder } from '../values/parse-date.ts';
import { findDecimal } from '../values/parse-number.ts';
import { findScale } from '../values/rating.ts';
import { isGivenName } from '../values/name-words.ts';
import { isBlank, tidyText } from '../values/text-form.ts';
import type { ColumnMapping, Confidence, TargetField } from '../types.ts';

interface ColumnSample {
  header: string;
  values: readonly string[];
  /** ISO 3166-1 alpha-2 or `EU`. */
  country: string;
}

type Details = Pick<ColumnMapping, 'dateOrder' | 'decimal' | 'scale' | 'words'>;

/** How the values of a column are to be read as `field`; `doubt` is set when a human should look. */
interface ColumnDetails extends Details {
  doubt?: { confidence: Exclude<Confidence, 'sure' | 'dropped'>; reason: ColumnMapping['reason'] };
  /** A reason that says more than "sure". */
  note?: ColumnMapping['reason'];
}

const DATES = new Set<TargetField>([
  'since_on', 'application_on', 'rejected_on', 'employment_entered_on', 'employment_left_on',
  'connected_on', 'last_contact_on', 'consent', 'consent_on', 'consent_until', 'birth_date',
]); // prettier-ignore

/** Fields whose words are translated, with the list of words that knows them. */
export const CHOICE_OF_FIELD: Partial<Record<TargetField, ChoiceKind>> = {
  application_stage: 'stage',
  application_outcome: 'outcome',
  employment_kind: 'employment_kind',
  language: 'language',
  address_form: 'address_form',
};

/** Date order, decimal sign, rating scale and matched words of a column; also to be asked when a mapping is corrected by hand. */
export function columnDetails(field: TargetField, sample: ColumnSample): ColumnDetails {
  if (DATES.has(field)) return dateDetails(sample.values);
  if (field === 'application_rating') return ratingDetails(sample);
  if (field === 'application_place' || field === 'application_field_size')
    return { decimal: findDecimal(sample.values) };
  if (field === 'full_name') return nameDetails(sample.values);
  if (field === 'rehire_wish') return wordDetails(sample.values, yesNoWord);
  const kind = CHOICE_OF_FIELD[field];
  return kind ? wordDetails(sample.values, (text) => choiceWord(text, field, kind)) : {};
}

function dateDetails(values: readonly string[]): ColumnDetails {
  const dateOrder = findDateOrder(values);
  if (dateOrder) return { dateOrder };
  const open = values.map(tidyText).find((value) => /^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}/.test(value));
  if (!open) return {};
  return {
    dateOrder: 'dmy',
    doubt: {
      confidence: 'guessed',
      reason: { code: 'recognition.date_order_open', params: { sample: open.slice(0, 10) } },
    },
  };
}

function ratingDetails({ header, values, country }: ColumnSample): ColumnDetails {
  const found = findScale(values, { header, country });
  const decimal = findDecimal(values);
  if (!found)
    return {
      decimal,
      scale: { best: 5, worst: 1 },
      doubt: { confidence: 'ask', reason: { code: 'recognition.scale_unknown', params: {} } },
    };
  const { scale, sign, isAmbiguous } = found;
  const ends = { low: Math.min(scale.best, scale.worst), high: Math.max(scale.best, scale.worst), best: scale.best };
  if (isAmbiguous)
    return {
      decimal,
      scale,
      doubt: { confidence: 'ask', reason: { code: 'recognition.scale_ambiguous', params: ends } },
    };
  if (sign === 'numbers')
    return {
      decimal,
      scale,
      doubt: { confidence: 'guessed', reason: { code: 'recognition.scale_guessed', params: ends } },
    };
  return { decimal, scale, note: { code: `recognition.scale_${sign}`, params: ends } };
}

/** `words.order` tells how full names without a comma are written: `last_first` or `first_last`. */
function nameDetails(values: readonly string[]): ColumnDetails {
  const pairs = values
    .map((value) => tidyText(value).split(' '))
    .filter((words) => words.length === 2 && !words[0]?.endsWith(','));
  const lastFirst = pairs.filter(([first = '', last = '']) => isGivenName(last) && !isGivenName(first)).length;
  const firstLast = pairs.filter(([first = '', last = '']) => isGivenName(first) && !isGivenName(last)).length;
  if (lastFirst > firstLast * 3) return { words: { order: 'last_first' } };
  return firstLast > lastFirst * 3 ? { words: { order: 'first_last' } } : {};
}

const MOST_WORDS = 200;

/** Unknown words stand in the list with an empty answer, so that a screen can offer them for matching. */
function wordDetails(values: readonly string[], wordOf: (text: string) => string | undefined): ColumnDetails {
  const distinct = [...new Set(values.map(tidyText).filter((value) => !isBlank(value)))].slice(0, MOST_WORDS);
  if (distinct.length === 0) return {};
  const pairs = distinct.map((text) => [text, wordOf(text) ?? ''] as const);
  const words = Object.fromEntries(pairs);
  const unknown = pairs.filter(([, word]) => word === '');
  const count = pairs.length - unknown.length;
  if (unknown.length === 0) return { words, note: { code: 'recognition.words_known', params: { count } } };
  const params = { count: unknown.length, known: count, word: unknown[0]?.[0].slice(0, 40) ?? '' };
  return { words, doubt: { confidence: 'guessed', reason: { code: 'recognition.words_partly', params } } };
}

/** A stage cell may hold only an outcome ("Absage") and the other way round: both are understood when the row is read. */
function choiceWord(text: string, field: TargetField, kind: ChoiceKind): string | undefined {
  const reading = readChoice(text, kind);
  if (reading.kind === 'choice') return reading.value;
  if (field !== 'application_stage' && field !== 'application_outcome') return undefined;
  const other = readChoice(text, field === 'application_stage' ? 'outcome' : 'stage');
  return other.kind === 'choice' ? other.value : undefined;
}

function yesNoWord(text: string): string | undefined {
  const reading = readYesNo(text);
  return reading.kind === 'answer' ? reading.answer : undefined;
}
