import type { ReactNode } from 'react';
import { useProblemWords } from '#ground/i18n/use-problem-words.ts';
import { ErrorNote } from './ErrorNote.tsx';

/** A failed call as a note: the server's reason in the reader's words, what was kept, and the reference. */
export function ProblemNote({ problem, kept, onRetry }: { problem: unknown; kept?: ReactNode; onRetry?: () => void }) {
  const words = useProblemWords();
  const id = typeof problem === 'object' && problem !== null && 'id' in problem ? String(problem.id) : undefined;
  return <ErrorNote what={words(problem)} kept={kept} onRetry={onRetry} id={id || undefined} />;
}
