import type { Condition, ConditionName, FilterSentence } from '../../schema-filter.ts';

export type Term = FilterSentence['terms'][number];
export type Group = Extract<Term, { terms: unknown }>;
/** Where a condition stands: place in the sentence, and place in the brackets if it stands in them. */
export interface TermPlace {
  at: number;
  inside?: number;
}

export const EMPTY_SENTENCE: FilterSentence = { join: 'and', terms: [] };

export const isGroup = (term: Term): term is Group => 'terms' in term;

/** How a condition is answered in its editor. */
export type AnswerKind = 'words' | 'days' | 'yes_no' | 'member' | 'choice' | 'fixed';

/** What can be asked for, in the order of the menu. `fixed` comes by links of other rooms only. */
export const ANSWER_KINDS: Record<ConditionName, AnswerKind> = {
  segment: 'words',
  skill: 'words',
  stage: 'choice',
  silentForDays: 'days',
  touchedWithinDays: 'days',
  nextStepWithinDays: 'days',
  hasNextStep: 'yes_no',
  owner: 'member',
  tag: 'words',
  city: 'words',
  employer: 'words',
  role: 'words',
  interest: 'words',
  language: 'choice',
  country: 'words',
  wasWithUs: 'yes_no',
  reachable: 'yes_no',
  erasesWithinDays: 'days',
  createdWithinDays: 'days',
  hasDuplicates: 'yes_no',
  importId: 'fixed',
  pool: 'fixed',
  savedSegment: 'fixed',
};

export const ASKABLE = (Object.keys(ANSWER_KINDS) as ConditionName[]).filter((name) => ANSWER_KINDS[name] !== 'fixed');

/** What a new condition begins with; undefined while an answer is missing. */
export function firstValue(field: ConditionName): Condition['value'] | undefined {
  const kind = ANSWER_KINDS[field];
  if (kind === 'days') return field === 'nextStepWithinDays' ? 7 : 90;
  if (kind === 'yes_no') return 'yes';
  return kind === 'member' ? ['me'] : undefined;
}

export function termAt({ terms }: FilterSentence, { at, inside }: TermPlace): Condition | undefined {
  const term = terms[at];
  if (term === undefined) return undefined;
  if (isGroup(term)) return inside === undefined ? undefined : term.terms[inside];
  return term;
}

export function withTerm(sentence: FilterSentence, { at, inside }: TermPlace, changed: Condition): FilterSentence {
  const terms = sentence.terms.map((term, i) => {
    if (i !== at) return term;
    if (!isGroup(term)) return changed;
    return { ...term, terms: term.terms.map((one, k) => (k === inside ? changed : one)) };
  });
  return { ...sentence, terms };
}

export const withNewTerm = (sentence: FilterSentence, added: Condition): FilterSentence => ({
  ...sentence,
  terms: [...sentence.terms, added],
});

/** A condition with an alternative becomes a second sentence in brackets, joined the other way. */
export function withAlternative(sentence: FilterSentence, at: number, added: Condition): FilterSentence {
  const join = sentence.join === 'and' ? 'or' : 'and';
  const terms = sentence.terms.map((term, i): Term => {
    if (i !== at) return term;
    return isGroup(term) ? { ...term, terms: [...term.terms, added] } : { join, terms: [term, added] };
  });
  return { ...sentence, terms };
}

/** Brackets with one condition left lose their brackets. */
export function withoutTerm(sentence: FilterSentence, { at, inside }: TermPlace): FilterSentence {
  const terms = sentence.terms.flatMap((term, i): Term[] => {
    if (i !== at) return [term];
    if (!isGroup(term) || inside === undefined) return [];
    const left = term.terms.filter((_, k) => k !== inside);
    const [only] = left;
    return left.length === 1 && only ? [only] : left.length === 0 ? [] : [{ ...term, terms: left }];
  });
  return { ...sentence, terms };
}

export const placesOf = ({ terms }: FilterSentence): TermPlace[] =>
  terms.flatMap((term, at) => (isGroup(term) ? term.terms.map((_, inside) => ({ at, inside })) : [{ at }]));
