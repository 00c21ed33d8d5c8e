import { useQueryClient } from '@tanstack/react-query';
import { call } from '#ground/http/client.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { useProblemWords } from '#ground/i18n/use-problem-words.ts';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { deleteTalent } from '../../contract.ts';
import { forgetTalents } from '../shared/forget-talents.ts';

/** Says that somebody was added. Taking it back means the bin: nobody disappears without a trace. */
export function useSaidAdded(): (talentId: string, name: string) => void {
  const t = useMessages('talents');
  const cache = useQueryClient();
  const words = useProblemWords();
  const takeBack = async (talentId: string, name: string) => {
    try {
      await call(deleteTalent, { params: { talentId } });
      showToast({ message: t('bin.moved', { name }) });
    } catch (problem) {
      showToast({ message: words(problem) });
    }
    await forgetTalents(cache);
  };
  return (talentId, name) => showToast({ message: t('add.done', { name }), undo: () => takeBack(talentId, name) });
}
