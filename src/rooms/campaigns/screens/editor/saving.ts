import type { ApiProblem } from '#ground/http/client.ts';

/** How what stands on the screen relates to what the server keeps. */
export type Saving =
  | { is: 'saved'; at: Date | undefined }
  | { is: 'waiting' }
  | { is: 'saving' }
  /** No answer, or a failure: tried again by itself. */
  | { is: 'failed'; problem: ApiProblem }
  /** Refused as it is: saved again with the next change. */
  | { is: 'refused'; problem: ApiProblem }
  | { is: 'overtaken' };

/** After the last change, ms: a sentence is saved, not each of its letters. */
export const SAVE_AFTER_MS = 900;
export const TRY_AGAIN_MS = 5000;

export const SAVED: Saving = { is: 'saved', at: undefined };

/** What a failed attempt means for the letter on the screen. */
export function afterFailure(problem: ApiProblem): Saving {
  if (problem.status === 409 && problem.code.endsWith('changed_meanwhile')) return { is: 'overtaken' };
  return problem.status === 0 || problem.status >= 500 ? { is: 'failed', problem } : { is: 'refused', problem };
}

/** How long to wait before it is saved, ms; undefined: not by itself. */
export function waitBeforeSaving(saving: Saving): number | undefined {
  if (saving.is === 'waiting') return SAVE_AFTER_MS;
  return saving.is === 'failed' ? TRY_AGAIN_MS : undefined;
}

/** Leaving the page now would lose something. */
export const isUnsaved = ({ is }: Saving): boolean => is !== 'saved';
