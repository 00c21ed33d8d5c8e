import type { FilterSentence, ListFilterInput } from '../../schema-filter.ts';
import { condition, CONDITION_NAMES, filterSentence } from '../../schema-filter.ts';
import type { ViewState } from '../../schema-many.ts';
import { SORTS, type Sort } from '../../types.ts';
import { EMPTY_SENTENCE, type Term } from '../sentence/sentence-model.ts';
import { type ShownColumn, shownColumnsOf, writtenColumns } from './columns.ts';

/** What the address of the list says. Everything that makes the list look as it does stands here. */
export interface ListSearch {
  q?: string;
  filter?: FilterSentence;
  sort?: Sort;
  direction?: 'asc' | 'desc';
  columns?: ShownColumn[];
  /** The saved view it came from. */
  view?: string;
  /** Person in the side panel. */
  open?: string;
  /** `add` opens the form for a new person. */
  act?: 'add';
}

/**
 * Reads an address, also one written by hand or by another room (`?segment=silver_medalist&silentForDays=90`):
 * such flat conditions become terms of the sentence. What cannot be read is left out.
 */
export function readListSearch(given: Record<string, unknown>): ListSearch {
  const sentence = withFlat(readSentence(given.filter), flatTerms(given));
  return compact({
    q: textOf(given.q),
    filter: sentence.terms.length > 0 ? sentence : undefined,
    sort: SORTS.find((sort) => sort === given.sort),
    direction: given.direction === 'asc' || given.direction === 'desc' ? given.direction : undefined,
    columns: shownColumnsOf(given.columns),
    view: textOf(given.view),
    open: textOf(given.open),
    act: given.act === 'add' ? 'add' : undefined,
  });
}

/** A number in the address was perhaps meant as a word: `q=4711`. */
const textOf = (value: unknown) =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;

function readSentence(given: unknown): FilterSentence {
  const parsed = filterSentence.safeParse(typeof given === 'string' ? parse(given) : given);
  return parsed.success ? parsed.data : EMPTY_SENTENCE;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function flatTerms(given: Record<string, unknown>): Term[] {
  return CONDITION_NAMES.flatMap((field) => {
    if (given[field] === undefined) return [];
    const parsed = condition.safeParse({ field, value: given[field] });
    return parsed.success ? [parsed.data] : [];
  });
}

function withFlat(sentence: FilterSentence, flat: Term[]): FilterSentence {
  if (flat.length === 0) return sentence;
  if (sentence.join === 'and' || sentence.terms.length < 2) return { join: 'and', terms: [...flat, ...sentence.terms] };
  const inner = sentence.terms.flatMap((term) => ('terms' in term ? term.terms : [term]));
  return { join: 'and', terms: [...flat, { join: 'or', terms: inner }] };
}

export const sentenceOf = ({ filter }: ListSearch): FilterSentence => filter ?? EMPTY_SENTENCE;

/** The filter as the server takes it. */
export function filterOf({ q, filter }: Pick<ListSearch, 'q' | 'filter'>): ListFilterInput {
  return compact({ q, filter: filter && filter.terms.length > 0 ? JSON.stringify(filter) : undefined });
}

export const orderOf = ({ sort, direction }: ListSearch): Pick<ListSearch, 'sort' | 'direction'> =>
  compact({ sort, direction });

/** What a saved view keeps: filter, order and columns. */
export function viewStateOf(search: ListSearch): ViewState {
  const columns = search.columns && writtenColumns(search.columns);
  return { filter: filterOf(search) as ViewState['filter'], ...orderOf(search), ...(columns ? { columns } : {}) };
}

/** The address of a saved view. */
export function searchOfView({ id, view }: { id: string; view: ViewState }): ListSearch {
  return { ...readListSearch({ ...view.filter, ...compact(view), filter: view.filter.filter }), view: id };
}

/** Whether the list shows something else than its saved view. */
export const isChanged = (search: ListSearch, view: ViewState): boolean =>
  JSON.stringify(viewStateOf(search)) !== JSON.stringify(viewStateOf(searchOfView({ id: '', view })));

function compact<T extends object>(given: T): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
}
