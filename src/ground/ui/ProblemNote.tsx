import type { ReactNode } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { useProblemWords } from '#ground/i18n/use-problem-words.ts';
import { ErrorNote } from './ErrorNote.tsx';

/** A failed call as a note: the server's reason in the reader's words, what was kept, what helps, and the reference. */
export function ProblemNote({ problem, kept, onRetry }: { problem: unknown; kept?: ReactNode; onRetry?: () => void }) {
  const t = useMessages('ui');
  const words = useProblemWords();
  const { id, code, status } = factsOf(problem);
  return (
    <ErrorNote
      what={words(problem)}
      kept={kept}
      now={code === 'accounts.not_allowed' ? t('error.who_permits') : undefined}
      // What is not permitted or not there is neither the second time.
      onRetry={status === FORBIDDEN || status === MISSING ? undefined : onRetry}
      id={id || undefined}
    />
  );
}

const FORBIDDEN = 403;
const MISSING = 404;

const factsOf = (problem: unknown): { id?: string; code?: string; status?: number } =>
  typeof problem === 'object' && problem !== null ? problem : {};
