import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { weights, type Weights } from '../schema-matches.ts';

interface MatchSearch {
  order?: 'name' | undefined;
  blind?: 'yes' | undefined;
  /** The visible rules alone. */
  model?: 'no' | undefined;
  /** Weights that are tried and not kept, as JSON. */
  weights?: string | undefined;
}

/** How the matches are looked at stands in the address: reload, back and a copied link show the same. */
export function useMatchSearch(demandId: string) {
  const navigate = useNavigate();
  const search: MatchSearch = useSearch({ strict: false });
  const change = (next: MatchSearch) =>
    void navigate({
      to: '/demands/$demandId',
      params: { demandId },
      search: { ...search, ...next },
      replace: true,
      resetScroll: false,
    });
  const tried = useMemo(() => triedFrom(search.weights), [search.weights]);
  return { search, change, tried };
}

function triedFrom(text: string | undefined): Weights | undefined {
  if (!text) return undefined;
  try {
    return weights.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
