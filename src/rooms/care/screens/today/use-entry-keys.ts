import { useMessages } from '#ground/i18n/use-messages.ts';
import { useMay } from '#ground/ui/session/session.ts';
import { useShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';
import type { OpenAct } from './OpenedEntry.tsx';
import type { EntryActs } from './use-entry-acts.ts';

interface EntryKeys {
  acts: EntryActs;
  act: OpenAct | undefined;
  onAct: (act: OpenAct) => void;
}

/** One letter per act, the same in both languages; none while a form is open. */
export function useEntryKeys({ acts, act, onAct }: EntryKeys): void {
  const t = useMessages('care');
  const mayWork = useMay('care.work');
  const mayHandOver = useMay('care.hand_over');
  const opens = (keys: string, label: string, which: OpenAct) => ({ keys, label: t(label), run: () => onAct(which) });
  const shortcuts = [
    opens('c', 'entry.act.contact', 'contact'),
    opens('s', 'entry.act.snooze', 'snooze'),
    opens('w', 'entry.act.not_now', 'not_now'),
    ...(mayHandOver ? [opens('u', 'entry.act.hand_over', 'hand_over')] : []),
    { keys: 'd', label: t('entry.act.done'), run: () => void acts.done() },
    opens('t', 'promise.title', 'promise'),
    opens('n', 'note.title', 'note'),
  ];
  useShortcuts(mayWork && act === undefined ? shortcuts : []);
}
