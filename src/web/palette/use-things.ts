import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useMessagesOf } from '#ground/i18n/use-messages.ts';
import type { PaletteThing } from '#ground/ui/room-web.ts';
import { useSession } from '#ground/ui/session/session.ts';
import { rooms } from '../rooms.ts';
import { found, type PaletteEntry } from './palette-entries.ts';

const LEAST_LETTERS = 2;
/** Of one room, so that no room hides the others. */
const MOST_OF_A_ROOM = 5;
const KEPT_MS = 60_000;

/** Letters, pools and what else the rooms have under a name. */
export function useThings(query: string): PaletteEntry[] {
  const of = useMessagesOf(rooms.map(({ room }) => room));
  const permissions = useSession()?.permissions ?? [];
  const asked = rooms.flatMap(({ room, paletteThings }) =>
    paletteThings && permissions.includes(paletteThings.permission) ? [{ room, ...paletteThings }] : [],
  );
  const answers = useQueries({
    queries: asked.map(({ room, isSearched, list }) => ({
      queryKey: ['palette', room, isSearched ? query : ''],
      enabled: query.length >= LEAST_LETTERS,
      staleTime: KEPT_MS,
      placeholderData: keepPreviousData<PaletteThing[]>,
      // A room that does not answer leaves the others as they are.
      queryFn: ({ signal }: { signal: AbortSignal }) => list(query, signal),
    })),
  });
  if (query.length < LEAST_LETTERS) return [];
  return asked.flatMap(({ room }, i) => {
    const entries = (answers[i]?.data ?? []).map(({ id, name, kindKey, to, search }) => ({
      id,
      group: 'things' as const,
      label: name,
      detail: of(room)(kindKey),
      to,
      ...(search && { search }),
    }));
    return found(entries, query).slice(0, MOST_OF_A_ROOM);
  });
}
