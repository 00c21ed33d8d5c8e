import { useMessages } from '#ground/i18n/use-messages.ts';
import { useMay } from '#ground/ui/session/session.ts';
import { useShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';
import { ContactForm } from './ContactForm.tsx';
import { NoteForm } from './NoteForm.tsx';
import { PromiseForm } from './PromiseForm.tsx';

export type OpenAct = 'contact' | 'note' | 'promise';

interface ActFormsProps {
  talentId: string;
  open: OpenAct | undefined;
  onOpen: (act: OpenAct | undefined) => void;
}

/** Log a contact (C), write a note (N), give a promise (T): one letter opens, Ctrl Enter saves, Esc leaves. */
export function ActForms({ talentId, open, onOpen }: ActFormsProps) {
  const t = useMessages('talents');
  const mayWrite = useMay('talents.write');
  useShortcuts(
    mayWrite
      ? [
          { keys: 'c', label: t('contact.open'), run: () => onOpen('contact') },
          { keys: 'n', label: t('note.open'), run: () => onOpen('note') },
          { keys: 't', label: t('promise.give'), run: () => onOpen('promise') },
        ]
      : [],
  );
  const form = { talentId, onDone: () => onOpen(undefined) };
  if (open === 'contact') return <ContactForm {...form} />;
  if (open === 'note') return <NoteForm {...form} />;
  return open === 'promise' ? <PromiseForm {...form} /> : null;
}
