import type { NewAssessment } from '../schema.ts';

export const ASSESSED_SEGMENTS = ['passive_contact', 'referral'] as const;
export type DraftField = 'purpose' | 'reasoning' | 'reviewOn';

const SHORTEST_PURPOSE = 3;
const SHORTEST_REASONING = 20;

/** Reviewed a year later unless somebody says otherwise. @param today `YYYY-MM-DD` */
export const emptyDraft = (today: string): NewAssessment => ({
  segment: 'passive_contact',
  purpose: '',
  reasoning: '',
  reviewOn: yearLater(today),
});

/** The 29 February becomes the 28th. */
const yearLater = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4).replace('-02-29', '-02-28')}`;

/** What is still missing, as message keys below `assessments`. */
export function mistakesOf({ purpose, reasoning, reviewOn }: NewAssessment, today: string) {
  const found: Partial<Record<DraftField, 'purpose_short' | 'reasoning_short' | 'review_missing'>> = {};
  if (purpose.trim().length < SHORTEST_PURPOSE) found.purpose = 'purpose_short';
  if (reasoning.trim().length < SHORTEST_REASONING) found.reasoning = 'reasoning_short';
  if (reviewOn <= today) found.reviewOn = 'review_missing';
  return found;
}
