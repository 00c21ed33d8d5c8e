import type { ProposalReason } from '../schema-clean-up.ts';
import type { Decision } from '../types.ts';

/** What decides about one person of a pool. Dates are `YYYY-MM-DD`. */
export interface CleanUpFacts {
  stage: string;
  /** Last contact from human to human, and the last one by the person. */
  lastTouchOn: string | null;
  lastAnswerOn: string | null;
  addedOn: string;
  eraseOn: string;
  nextStepOn: string | null;
  promiseDueOn: string | null;
  /** Withdrew or refused to be kept, and nothing else holds. */
  refusedOn: string | null;
  hasMail: boolean;
  hasWorkingMail: boolean;
  hasPhone: boolean;
  hasProfileLink: boolean;
}

export interface Proposal {
  proposal: Decision;
  /** The one that decides first. */
  reasons: ProposalReason[];
}

/** Data that goes within so many days is no reason to keep somebody in a pool. */
const ERASES_SOON_DAYS = 30;
const MS_PER_DAY = 86_400_000;

/**
 * Stay, pause or leave, and why. Whoever said no leaves, whatever else; what we promised or planned keeps somebody in; only then silence
 * and reach are asked. The last word has a human being.
 */
export function proposalFor(facts: CleanUpFacts, asked: { silentForMonths: number; today: string }): Proposal {
  return (
    leavesByWord(facts) ?? staysByWord(facts, asked.today) ?? byReach(facts, asked.today) ?? bySilence(facts, asked)
  );
}

const because = (proposal: Decision, code: string, params: ProposalReason['params'] = {}): Proposal => ({
  proposal,
  reasons: [{ code, params }],
});

function leavesByWord({ refusedOn, stage }: CleanUpFacts): Proposal | undefined {
  if (refusedOn !== null) return because('leave', 'refused', { on: refusedOn });
  if (stage === 'ended' || stage === 'hired') return because('leave', `stage_${stage}`);
  return undefined;
}

function staysByWord({ promiseDueOn, nextStepOn, stage }: CleanUpFacts, today: string): Proposal | undefined {
  if (promiseDueOn !== null) return because('stay', 'promise_open', { on: promiseDueOn });
  if (nextStepOn !== null && nextStepOn >= today) return because('stay', 'next_step', { on: nextStepOn });
  if (stage === 'in_application' || stage === 'ready') return because('stay', `stage_${stage}`);
  if (stage === 'paused' || stage === 'not_now') return because('pause', `stage_${stage}`);
  return undefined;
}

function byReach(facts: CleanUpFacts, today: string): Proposal | undefined {
  if (facts.eraseOn <= daysAfter(today, ERASES_SOON_DAYS))
    return because('leave', 'erases_soon', { on: facts.eraseOn });
  if (facts.hasWorkingMail || facts.hasPhone || facts.hasProfileLink) return undefined;
  return because('leave', facts.hasMail ? 'bounced' : 'unreachable');
}

function bySilence(
  { lastTouchOn, lastAnswerOn, addedOn }: CleanUpFacts,
  { silentForMonths, today }: { silentForMonths: number; today: string },
): Proposal {
  const since = monthsBefore(today, silentForMonths);
  if (lastTouchOn !== null && lastTouchOn >= since) return because('stay', 'touched', { on: lastTouchOn });
  // Whoever came in meanwhile had no time to be silent.
  if (addedOn >= since) return because('stay', 'new', { on: addedOn });
  if (lastAnswerOn !== null) return because('pause', 'silent', { on: lastTouchOn, answered: lastAnswerOn });
  return lastTouchOn === null
    ? because('leave', 'never_touched')
    : because('leave', 'never_answered', { on: lastTouchOn });
}

const daysAfter = (day: string, days: number) =>
  new Date(Date.parse(day) + days * MS_PER_DAY).toISOString().slice(0, 10);

function monthsBefore(day: string, months: number): string {
  const moved = new Date(`${day}T00:00:00Z`);
  const wanted = moved.getUTCDate();
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(wanted, lastDay));
  return moved.toISOString().slice(0, 10);
}
