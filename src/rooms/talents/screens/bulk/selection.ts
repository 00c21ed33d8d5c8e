import type { Marking } from '#ground/ui/list/selection.ts';
import type { z } from 'zod';
import type { selection as selectionSchema } from '../../schema-many.ts';
import { filterOf, type ListSearch } from '../list/list-search.ts';

export type GivenSelection = z.input<typeof selectionSchema>;

/** Marked rows as the server takes them: their ids, or all hits of the sentence without some. */
export const selectionOf = (marking: Marking, search: ListSearch): GivenSelection =>
  marking.kind === 'some' ? { ids: [...marking.ids] } : { filter: filterOf(search), except: [...marking.except] };
