import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ApiProblem } from '#ground/http/client.ts';
import type { ClientAnswer, ClientInput, RouteContract } from '#ground/http/contract.ts';
import { keyOf, reading, useAct } from '#ground/http/use-call.ts';
import { listImports, readImport, readSummary } from '../../contract.ts';
import type { ImportView } from '../../schema.ts';
import { isBusy, isSettling } from './import-stage.ts';

const WATCH_EVERY_MS = 700;
const SETTLE_EVERY_MS = 4000;

/** One import, looked at again while something happens to it. */
export function useImport(importId: string) {
  return useQuery<ImportView | null, ApiProblem>({
    ...reading(readImport, { params: { importId } }),
    refetchInterval: ({ state }) => watchEveryMs(state.data),
    refetchIntervalInBackground: false,
  });
}

function watchEveryMs(view: ImportView | null | undefined): number | false {
  if (!view) return false;
  if (isBusy(view)) return WATCH_EVERY_MS;
  return isSettling(view, new Date()) ? SETTLE_EVERY_MS : false;
}

interface ImportRoute extends RouteContract {
  answer: typeof readImport.answer;
}

/** An act on the import: its answer is the import as it is now. */
export function useImportAct<R extends ImportRoute>(route: R, onDone?: (view: ImportView) => void) {
  const keep = useKeepImport();
  return useAct<R>(route, {
    stale: [listImports, readSummary],
    onDone: (answer: ClientAnswer<R>, _input: ClientInput<R>) => {
      const view = answer as ImportView;
      keep(view);
      onDone?.(view);
    },
  });
}

export function useKeepImport() {
  const cache = useQueryClient();
  return (view: ImportView) => cache.setQueryData(keyOf(readImport, { params: { importId: view.id } }), view);
}
