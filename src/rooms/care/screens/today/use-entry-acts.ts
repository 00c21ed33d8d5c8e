import { useQueryClient } from '@tanstack/react-query';
import { call } from '#ground/http/client.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { useProblemWords } from '#ground/i18n/use-problem-words.ts';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { undoAct } from '#rooms/talents/contract.ts';
import { markDone, takeBackDone, takeBackHandOver, takeBackNotNow, takeBackSnooze } from '../../contract-today.ts';
import type { Acted, HandledOne, QueueEntry } from '../../schema-today.ts';
import { forgetCare } from '../shared/forget-care.ts';
import { nameOf } from '../shared/names.ts';
import { useUndo } from '../shared/use-undo.ts';
import type { HandledAct } from '../../types.ts';
import { forgetHandled, type Handled, rememberHandled } from './handled.ts';

const TAKE_BACK = {
  done: takeBackDone,
  snoozed: takeBackSnooze,
  not_now: takeBackNotNow,
  handed_over: takeBackHandOver,
};

/** The last act first. */
const undoing = (actIds: readonly string[]) => async () => {
  for (const actId of actIds) await call(undoAct, { params: { actId } });
};

/** Somebody the server knows I dealt with, with the way back while there is one. */
export function handledOf({ person, act, on, undo }: HandledOne): Handled {
  const talentId = person.id;
  return { talentId, name: nameOf(person), act, on, takeBack: undo ? wayBack(act, undo) : undefined };
}

function wayBack(act: HandledAct, { reminderId, actIds, until }: NonNullable<HandledOne['undo']>) {
  if (Date.parse(until) <= Date.now()) return undefined;
  if (act === 'contact') return undoing(actIds);
  return reminderId ? () => call(TAKE_BACK[act], { params: { reminderId } }) : undefined;
}

/** The acts on one person of the morning: each folds the entry, says what happened and can be taken back. */
export function useEntryActs(entry: QueueEntry, onHandled: (talentId: string) => void) {
  const t = useMessages('care');
  const formats = useFormats();
  const cache = useQueryClient();
  const words = useProblemWords();
  const settle = useSettle();
  const talentId = entry.person.id;
  const name = nameOf(entry.person);
  const reminderId = entry.reasons[0]?.reminderId ?? '';

  const fold = (act: HandledAct, takeBack: () => Promise<unknown>, on: string | null, message: string) => {
    onHandled(talentId);
    settle({ talentId, name, act, on, takeBack }, message);
  };
  const acted = (act: keyof typeof TAKE_BACK, { on }: Acted, values: Record<string, unknown> = {}) => {
    const day = on ? formats.weekday(on) : '';
    fold(act, () => call(TAKE_BACK[act], { params: { reminderId } }), on, t(`said.${act}`, { name, day, ...values }));
  };
  const undo = useUndo();
  return {
    reminderId,
    logged: (actIds: string[]) => fold('contact', undoing(actIds), null, t('said.contact', { name })),
    snoozed: (answer: Acted) => acted('snoozed', answer),
    putOff: (answer: Acted) => acted('not_now', answer),
    handedOver: (answer: Acted, colleague: string) => acted('handed_over', answer, { colleague }),
    /** Notes and promises leave the person where they are. */
    kept: (message: string, actId: string) => {
      showToast({ message, undo: () => undo(undoing([actId])) });
      void forgetCare(cache);
    },
    done: async () => {
      try {
        acted('done', await call(markDone, { params: { reminderId }, body: {} }));
      } catch (problem) {
        showToast({ message: words(problem) });
        await forgetCare(cache);
      }
    },
  };
}

export type EntryActs = ReturnType<typeof useEntryActs>;

function useSettle(): (handled: Handled, message: string) => void {
  const cache = useQueryClient();
  const takeBack = useTakeBack();
  return (handled, message) => {
    rememberHandled(handled);
    showToast({ message, undo: () => takeBack(handled) });
    void forgetCare(cache);
  };
}

/** Unfolds somebody again, where that is still possible. */
export function useTakeBack(): (handled: Handled) => Promise<void> {
  const undo = useUndo();
  return async (handled) => {
    if (handled.takeBack) await undo(handled.takeBack, () => forgetHandled(handled.talentId));
  };
}
