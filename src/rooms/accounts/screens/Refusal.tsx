import { useProblemWords } from '#ground/i18n/use-problem-words.ts';
import type { ApiProblem } from '#ground/http/client.ts';
import { ErrorNote } from '#ground/ui/ErrorNote.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';

/** A refusal explains itself; only a failure of the server needs its reference number. */
export function Refusal({ problem }: { problem: Pick<ApiProblem, 'code'> & Partial<ApiProblem> }) {
  const words = useProblemWords();
  return (problem.status ?? 0) >= 500 ? <ProblemNote problem={problem} /> : <ErrorNote what={words(problem)} />;
}
