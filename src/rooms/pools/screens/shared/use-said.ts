import { useQueryClient } from '@tanstack/react-query';
import { call } from '#ground/http/client.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { useProblemWords } from '#ground/i18n/use-problem-words.ts';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { undoAct } from '#rooms/talents/contract.ts';
import { undoPoolAct } from '../../contract.ts';
import { forgetPools } from './forget-pools.ts';

/** Which room takes the act back: memberships are ours, stages belong to the talents. */
export type ActOf = 'pools' | 'talents';

/** Says what was done and offers to take it back for ten seconds. */
export function useSaid(): (message: string, actId: string, of?: ActOf) => void {
  const t = useMessages('pools');
  const cache = useQueryClient();
  const words = useProblemWords();
  const takeBack = async (actId: string, of: ActOf) => {
    try {
      const { kept } = await call(of === 'pools' ? undoPoolAct : undoAct, { params: { actId } });
      showToast({ message: kept > 0 ? t('board.undone_partly', { count: kept }) : t('board.undone') });
    } catch (problem) {
      showToast({ message: words(problem) });
    }
    await forgetPools(cache);
  };
  return (message, actId, of = 'pools') => showToast({ message, undo: () => takeBack(actId, of) });
}
