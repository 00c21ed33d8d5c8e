import type { ListSearch } from '../list/list-search.ts';

/** The list one came from, so that its people can be walked on their pages. Forgotten with the tab. */
export interface Walk {
  ids: readonly string[];
  total: number;
  back: ListSearch;
}

let walk: Walk | undefined;

export const rememberWalk = (next: Walk): void => {
  walk = next;
};

export const currentWalk = (): Walk | undefined => walk;
