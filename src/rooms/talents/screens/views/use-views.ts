import { useRead } from '#ground/http/use-call.ts';
import { useMay } from '#ground/ui/session/session.ts';
import { listViews } from '../../contract.ts';

/** Counts of views are live, but not to the second. */
const EVERY_MS = 60_000;

export function useViews() {
  const may = useMay('talents.save_views');
  return useRead(listViews, {}, { enabled: may, refetchInterval: EVERY_MS });
}
