import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '#ground/http/client.ts';
import { keyOf } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { useProblemWords } from '#ground/i18n/use-problem-words.ts';
import { clearToasts, showToast, TOAST_MS } from '#ground/ui/toast/toasts.ts';
import { readTalent } from '#rooms/talents/contract.ts';
import { sendPersonalLetterRoute, startPersonalLetterRoute } from '../../contract-writing.ts';
import { dropLetter, keepLetter, type LetterDraft } from './letter-draft.ts';
import { postAfter } from './outbox.ts';
import type { Addressee } from './types.ts';

/** Sends in ten seconds, from whatever screen one is at then; what did not leave stays a draft. */
export function usePosting({ talentId, name, answers, from }: Addressee): (draft: LetterDraft) => void {
  const t = useMessages('campaigns');
  const words = useProblemWords();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const write = () => void navigate({ to: '/talents/$talentId/letter', params: { talentId } });
  const send = async (draft: LetterDraft) => {
    try {
      await call(sendPersonalLetterRoute, { params: { talentId }, body: { ...draft, answersTouchId: answers } });
      dropLetter(talentId);
      clearToasts();
      showToast({ message: t('personalPage.sent', { name }) });
    } catch (problem) {
      clearToasts();
      showToast({ message: t('personalPage.not_sent', { name, why: words(problem) }) });
      write();
    }
    for (const read of [readTalent, startPersonalLetterRoute]) void cache.invalidateQueries({ queryKey: keyOf(read) });
  };
  return (draft) => {
    keepLetter(talentId, draft);
    const posting = postAfter(TOAST_MS, () => send(draft));
    showToast({
      message: t('personalPage.leaves', { name }),
      undo: () => {
        if (!posting.takeBack()) return showToast({ message: t('personalPage.too_late', { name }) });
        write();
      },
    });
    void navigate(from === 'today' ? { to: '/today' } : { to: '/talents/$talentId', params: { talentId } });
  };
}
