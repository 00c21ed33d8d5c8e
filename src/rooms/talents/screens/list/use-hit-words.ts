import { useMessages } from '#ground/i18n/use-messages.ts';

export interface Hits {
  value: number;
  isExact: boolean;
}

/** "47 Treffer", or "mehr als 10’000 Treffer" where the count stopped. */
export function useHitWords(): (hits: Hits) => string {
  const t = useMessages('talents');
  return ({ value, isExact }) => t(isExact ? 'list.hits' : 'list.hits_more', { count: value });
}
