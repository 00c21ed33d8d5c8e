/** From so many recipients on a second person agrees, where nobody has set another number. */
export const FOUR_EYES_FROM = 200;

export interface Approval {
  letterVersion: number;
  decision: 'approved' | 'returned';
  byMember: string | null;
}

export interface ToApprove {
  letterVersion: number;
  /** How many get the letter. */
  recipients: number;
  /** From how many on a second person has to agree. */
  threshold: number;
  /** Who wrote it: the campaign and the version. */
  writers: readonly (string | null)[];
  /** Newest first. */
  approvals: readonly Approval[];
}

export type Verdict = 'may_go' | 'not_approved' | 'needs_second_person';

/** Whether a letter may leave: the very version was approved; from a number of recipients on by somebody who did not write it. */
export function fourEyes({ letterVersion, recipients, threshold, writers, approvals }: ToApprove): Verdict {
  const latest = approvals.filter((one) => one.letterVersion === letterVersion);
  if (latest[0]?.decision !== 'approved') return 'not_approved';
  if (recipients < threshold) return 'may_go';
  const isByAnother = latest.some(
    ({ decision, byMember }) => decision === 'approved' && byMember !== null && !writers.includes(byMember),
  );
  return isByAnother ? 'may_go' : 'needs_second_person';
}
