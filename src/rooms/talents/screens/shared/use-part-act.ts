import { useQueryClient } from '@tanstack/react-query';
import type { ClientAnswer, RouteContract } from '#ground/http/contract.ts';
import { useAct } from '#ground/http/use-call.ts';
import { forgetTalents } from './forget-talents.ts';
import { useSaid } from './use-said.ts';

/** A change of one person that can be taken back: says it, and fetches anew what shows people. */
export function usePartAct<R extends RouteContract>(route: R, message: string, onDone?: () => void) {
  const cache = useQueryClient();
  const say = useSaid();
  return useAct(route, {
    onDone: (answer: ClientAnswer<R>) => {
      say(message, (answer as { actId: string }).actId);
      void forgetTalents(cache);
      onDone?.();
    },
  });
}
