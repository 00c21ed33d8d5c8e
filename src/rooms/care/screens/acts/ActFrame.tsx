import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import styles from './acts.module.css';

interface ActFrameProps {
  title: string;
  save: string;
  busy: boolean;
  /** Nothing to save yet. */
  isEmpty: boolean;
  problem: unknown;
  onSave: () => void;
  onLeave: () => void;
  children: ReactNode;
}

/** A small form that opens in place: the first field has the focus, the text stays when saving fails, Esc leaves. */
export function ActFrame({ title, save, busy, isEmpty, problem, onSave, onLeave, children }: ActFrameProps) {
  const t = useMessages('care');
  const frame = useRef<HTMLFormElement>(null);
  useEffect(() => {
    frame.current
      ?.querySelector<HTMLElement>('textarea, select, input:not([type="date"]), button[aria-pressed]')
      ?.focus();
    frame.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (!isEmpty && !busy) onSave();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onLeave();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc and Ctrl Enter for the whole form
    <form ref={frame} className={styles.frame} aria-label={title} onSubmit={submit} onKeyDown={keys}>
      <p className={styles.title}>{title}</p>
      {children}
      {problem !== null && problem !== undefined && <ProblemNote problem={problem} kept={t('act.text_stays')} />}
      <div className={styles.buttons}>
        <Button type="submit" look="filled" keys="mod+enter" busy={busy} disabled={isEmpty}>
          {save}
        </Button>
        <Button look="bare" keys="escape" onClick={onLeave}>
          {t('act.leave')}
        </Button>
      </div>
    </form>
  );
}
