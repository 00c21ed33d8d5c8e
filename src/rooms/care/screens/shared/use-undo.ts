import { useQueryClient } from '@tanstack/react-query';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { useProblemWords } from '#ground/i18n/use-problem-words.ts';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { forgetCare } from './forget-care.ts';

type Undo = (takeBack: () => Promise<unknown>, onBack?: () => void) => Promise<void>;

/** Takes an act back and says so when the screen shows it; `onBack` only runs when it could be taken back. */
export function useUndo(): Undo {
  const t = useMessages('care');
  const cache = useQueryClient();
  const words = useProblemWords();
  return async (takeBack, onBack) => {
    try {
      await takeBack();
      await forgetCare(cache);
      onBack?.();
      showToast({ message: t('undo.done') });
    } catch (problem) {
      showToast({ message: words(problem) });
      await forgetCare(cache);
    }
  };
}
