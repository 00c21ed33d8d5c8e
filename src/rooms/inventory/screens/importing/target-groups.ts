import type { ColumnMapping, TargetField } from '../../types.ts';

/** In which groups the mapper offers what a column can become. */
export const TARGET_GROUPS: readonly { group: string; fields: readonly TargetField[] }[] = [
  { group: '', fields: ['skip'] },
  {
    group: 'person',
    fields: [
      'full_name',
      'first_name',
      'last_name',
      'birth_name',
      'title',
      'salutation',
      'address_form',
      'language',
      'source_id',
    ],
  },
  {
    group: 'reach',
    fields: ['email', 'phone', 'linkedin_url', 'xing_url', 'website', 'street', 'postcode', 'city', 'country'],
  },
  { group: 'work', fields: ['employer', 'role', 'since_on', 'skills', 'interests'] },
  {
    group: 'application',
    fields: [
      'application_vacancy', 'application_on', 'application_stage', 'application_outcome', 'application_rating', 'application_place',
      'application_field_size', 'application_source', 'rejected_on', 'rejection_reason',
    ], // prettier-ignore
  },
  {
    group: 'employment',
    fields: [
      'employment_kind', 'employment_role', 'employment_unit', 'employment_entered_on', 'employment_left_on', 'exit_reason', 'rehire_wish',
    ], // prettier-ignore
  },
  { group: 'contact', fields: ['contact_source', 'referred_by', 'connected_on', 'last_contact_on', 'tags', 'note'] },
  { group: 'consent', fields: ['consent', 'consent_on', 'consent_until'] },
];

/** Our own words that the words of a column are matched to. */
const WORD_LISTS = {
  stage: ['applied', 'screened', 'phone', 'interview', 'second_interview', 'assessment', 'final', 'offer'],
  outcome: ['rejected', 'withdrawn', 'declined_offer', 'hired', 'open'],
  employment_kind: ['employee', 'intern', 'working_student', 'apprentice', 'trainee', 'freelancer', 'thesis'],
  rehire_wish: ['yes', 'no', 'unknown'],
  language: ['de', 'en', 'fr', 'it'],
  address_form: ['du', 'sie'],
} as const;

/** A stage column may hold outcomes and the other way round; both are understood when the row is read. */
const LISTS_OF: Partial<Record<TargetField, readonly (keyof typeof WORD_LISTS)[]>> = {
  application_stage: ['stage', 'outcome'],
  application_outcome: ['outcome', 'stage'],
  employment_kind: ['employment_kind'],
  rehire_wish: ['rehire_wish'],
  language: ['language'],
  address_form: ['address_form'],
};

/** Our words for a field, grouped by the list they stand in. */
export const wordsOf = (field: TargetField): { list: keyof typeof WORD_LISTS; word: string }[] =>
  (LISTS_OF[field] ?? []).flatMap((list) => WORD_LISTS[list].map((word) => ({ list, word })));

const QUIET_SHOWN = 4;
const FEWEST_TO_FOLD = 3;

/** Sure or empty: nobody has to look at it. */
export const isQuiet = ({
  confidence,
  isSensitive,
  words,
}: Pick<ColumnMapping, 'confidence' | 'isSensitive' | 'words'>) =>
  !isSensitive && (confidence === 'dropped' || (confidence === 'sure' && words === undefined));

const isQuestion = ({ confidence }: Pick<ColumnMapping, 'confidence'>) =>
  confidence === 'ask' || confidence === 'guessed';

/** The columns worth reading: questions first, then in the file's order; and the quiet rest that is folded away. */
export function foldColumns<Column extends Pick<ColumnMapping, 'confidence' | 'isSensitive' | 'words'>>(
  columns: readonly Column[],
) {
  const quiet = columns.filter(isQuiet);
  const folded = quiet.slice(QUIET_SHOWN);
  if (folded.length < FEWEST_TO_FOLD) return { shown: columns, folded: [] };
  const shown = columns.filter((column) => !folded.includes(column));
  return { shown: [...shown.filter(isQuestion), ...shown.filter((column) => !isQuestion(column))], folded };
}

const DOUBTS = new Set([
  'header_similar', 'header_abbreviated', 'header_part', 'values_differ', 'beside_first_name', 'unknown', 'taken', 'words_partly',
  'scale_unknown', 'scale_ambiguous', 'scale_guessed', 'date_order_open', 'consent_text', 'consent_date', 'former_mail_unclear',
]); // prettier-ignore

/** The recognition had a doubt. A column that is sure all the same was answered by a person. */
export const isDoubt = ({ code }: ColumnMapping['reason']) => DOUBTS.has(code.replace(/^recognition\./, ''));
