import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import styles from '../talent-profile.module.css';

interface PartFormProps {
  label: string;
  busy: boolean;
  isEmpty: boolean;
  problem: unknown;
  onSave: () => void;
  onLeave: () => void;
  children: ReactNode;
}

export function PartForm({ label, busy, isEmpty, problem, onSave, onLeave, children }: PartFormProps) {
  const t = useMessages('talents');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select')?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isEmpty) onSave();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onLeave();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc for the whole form
    <form ref={form} aria-label={label} className={styles.form} onSubmit={submit} onKeyDown={keys}>
      {children}
      {problem !== null && problem !== undefined && <ProblemNote problem={problem} />}
      <div className={styles.buttons}>
        <Button type="submit" busy={busy} disabled={isEmpty}>
          {t('part.save')}
        </Button>
        <Button look="bare" onClick={onLeave}>
          {t('act.leave')}
        </Button>
      </div>
    </form>
  );
}
