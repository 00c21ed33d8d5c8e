import { useQueryClient } from '@tanstack/react-query';
import { call } from '#ground/http/client.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { useProblemWords } from '#ground/i18n/use-problem-words.ts';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { undoAct } from '../../contract.ts';
import { forgetTalents } from './forget-talents.ts';

/** Says what was done and offers to take it back for ten seconds. */
export function useSaid(): (message: string, actId: string) => void {
  const t = useMessages('talents');
  const cache = useQueryClient();
  const words = useProblemWords();
  const takeBack = async (actId: string) => {
    try {
      const { kept } = await call(undoAct, { params: { actId } });
      showToast({ message: kept > 0 ? t('undo.partly', { count: kept }) : t('undo.done') });
    } catch (problem) {
      showToast({ message: words(problem) });
    }
    await forgetTalents(cache);
  };
  return (message, actId) => showToast({ message, undo: () => takeBack(actId) });
}
