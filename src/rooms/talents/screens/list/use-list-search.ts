import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useRef } from 'react';
import { type ListSearch, readListSearch } from './list-search.ts';

/** The search part of the address: the sentence as an object, columns as short words. */
export function addressOfSearch({ columns, ...search }: ListSearch): Record<string, unknown> {
  const written = columns?.map(({ name, width }) => (width === undefined ? name : `${name}*${width}`)).join();
  return { ...search, ...(written ? { columns: written } : {}) };
}

export type ChangeSearch = (change: Partial<ListSearch>, how?: 'push' | 'replace') => void;

/** What the address says, and how to change it. The list has no other memory. */
export function useListSearch(): [ListSearch, ChangeSearch] {
  const given: Record<string, unknown> = useSearch({ strict: false });
  const key = JSON.stringify(given);
  // oxlint-disable-next-line react/exhaustive-deps -- the key is the search
  const search = useMemo(() => readListSearch(given), [key]);
  const navigate = useNavigate();
  const latest = useRef(search);
  latest.current = search;
  const change = useCallback<ChangeSearch>(
    (wanted, how = 'push') => {
      const next = { ...latest.current, ...wanted };
      latest.current = next;
      void navigate({
        to: '/talents',
        search: dropEmpty(addressOfSearch(next)),
        replace: how === 'replace',
        resetScroll: false,
        // The person in the panel has the address of the page about them.
        ...(next.open ? { mask: { to: '/talents/$talentId', params: { talentId: next.open } } as never } : {}),
      });
    },
    [navigate],
  );
  return [search, change];
}

const dropEmpty = (search: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ''));
