import type { ReactNode } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import styles from './error-note.module.css';
import textStyles from './text.module.css';

interface ErrorNoteProps {
  /** What happened, as a sentence. */
  what: ReactNode;
  /** What was kept. */
  kept?: ReactNode;
  /** What now, as a sentence, or what the button says. */
  now?: ReactNode;
  onRetry?: () => void;
  retryLabel?: string;
  /** Reference number of the failure, for whoever looks into the log. */
  id?: string;
}

export function ErrorNote({ what, kept, now, onRetry, retryLabel, id }: ErrorNoteProps) {
  const t = useMessages('ui');
  return (
    <div role="alert" className={styles.note}>
      <b>{what}</b> {kept} {now}{' '}
      {onRetry && (
        <button type="button" className={textStyles.link} onClick={onRetry}>
          {retryLabel ?? t('error.retry')}
        </button>
      )}{' '}
      {id && <span className={styles.id}>{t('error.id', { id })}</span>}
    </div>
  );
}
