import type { ErrorComponentProps } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiProblem } from '#ground/http/client.ts';
import { useProblemWords } from '#ground/i18n/use-problem-words.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { ErrorNote } from '#ground/ui/ErrorNote.tsx';
import styles from './state-page.module.css';

/** A screen that could not be shown. The reference is the server's, or one of this page. */
export function FailurePage({ error, reset }: ErrorComponentProps) {
  const t = useMessages('web');
  const words = useProblemWords();
  const [own] = useState(() => `B-${Date.now().toString(36).slice(-5).toUpperCase()}`);
  const isProblem = error instanceof ApiProblem;
  return (
    <div className={styles.page}>
      <h1>{t('failure.what')}</h1>
      <ErrorNote
        what={isProblem ? words(error) : t('failure.unknown')}
        kept={t('failure.kept')}
        onRetry={reset}
        id={(isProblem && error.id) || own}
      />
    </div>
  );
}
