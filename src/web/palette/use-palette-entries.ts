import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useMessagesOf } from '#ground/i18n/use-messages.ts';
import { readVisits } from '#ground/ui/recent.ts';
import { useSession } from '#ground/ui/session/session.ts';
import { rooms } from '../rooms.ts';
import { navOf } from '../shell/navigation.ts';
import { useThings } from './use-things.ts';
import { found, type PaletteEntry, type SuggestedPerson } from './palette-entries.ts';

/** Everything that fits the query, in the order of the groups; recent pages while it is empty. */
export function usePaletteEntries(query: string): PaletteEntry[] {
  const wanted = useDeferredValue(query.trim());
  const people = usePeople(wanted);
  const things = useThings(wanted);
  const fixed = useFixedEntries();
  if (wanted === '') return [...recentEntries(), ...fixed];
  return [...people, ...things, ...found(fixed, wanted)];
}

function useFixedEntries(): PaletteEntry[] {
  const of = useMessagesOf(rooms.map(({ room }) => room));
  const permissions = useSession()?.permissions ?? [];
  const places = navOf(rooms, permissions).map(({ room, to, labelKey }) => ({
    id: to,
    group: 'rooms' as const,
    label: of(room)(labelKey),
    to,
  }));
  const acts = rooms
    .flatMap(({ room, paletteActions = [] }) => paletteActions.map((action) => ({ ...action, room })))
    .filter(({ permission }) => permission === undefined || permissions.includes(permission))
    .map(({ id, room, labelKey, to, search, keys }) => ({
      id,
      group: 'acts' as const,
      label: of(room)(labelKey),
      to,
      search,
      keys: keys?.[0],
    }));
  return [...places, ...acts];
}

function usePeople(query: string): PaletteEntry[] {
  const { data } = useQuery({
    queryKey: ['/talents/suggest', query],
    enabled: query.length >= 2 && rooms.some(({ room }) => room === 'talents'),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => suggest(query, signal),
  });
  return (query.length < 2 ? [] : (data ?? [])).map((person) => ({
    id: person.id,
    group: 'people',
    label: person.name,
    to: `/talents/${person.id}`,
    person,
  }));
}

async function suggest(query: string, signal: AbortSignal): Promise<SuggestedPerson[]> {
  const response = await fetch(`/api/v1/talents/suggest?q=${encodeURIComponent(query)}`, {
    credentials: 'same-origin',
    signal,
  });
  if (!response.ok) return [];
  const { items } = (await response.json()) as { items: SuggestedPerson[] };
  return items;
}

const recentEntries = (): PaletteEntry[] =>
  readVisits().map(({ to, label }) => ({ id: `recent ${to}`, group: 'recent', label, to }));
