import type { z } from 'zod';
import type { campaignResultAnswer } from '../../schema-sending.ts';

export type CampaignResultAnswer = z.infer<typeof campaignResultAnswer>;
export type Shown = CampaignResultAnswer['all'];

interface Outcome {
  key: keyof Shown;
  name: string;
  /** What came back was never delivered: a share of all that were handed over. */
  isOfSent?: true;
}

/** What came of the letters, in the order in which one asks. */
export const OUTCOMES: readonly Outcome[] = [
  { key: 'delivered', name: 'delivered' },
  { key: 'replied', name: 'replied' },
  { key: 'unsubscribed', name: 'unsubscribed' },
  { key: 'bouncedPermanent', name: 'bounced_permanent', isOfSent: true },
  { key: 'bouncedTemporary', name: 'bounced_temporary', isOfSent: true },
  { key: 'complained', name: 'complained' },
  { key: 'autoReplied', name: 'auto_replied' },
];

/** Shares of very few say nothing. */
const LEAST_FOR_SHARE = 20;

/** Of so many letters, 0 to 1; undefined where a share would say nothing. */
export function shareOf(count: number | null, letters: number | null): number | undefined {
  if (count === null || letters === null || letters < LEAST_FOR_SHARE) return undefined;
  return Math.min(1, count / letters);
}

export type Standing = 'nothing' | 'too_few' | 'shown';

/** Whether there is anything to show yet, and whether it may be shown. */
export function standingOf({ figures, all }: Pick<CampaignResultAnswer, 'figures' | 'all'>): Standing {
  if (figures.accepted === 0) return 'nothing';
  return all.delivered === null ? 'too_few' : 'shown';
}

/** Opened most by people first; what only programs opened comes after. */
export const sortedClicks = (clicks: CampaignResultAnswer['clicks']): CampaignResultAnswer['clicks'] =>
  clicks.toSorted(
    (a, b) => (b.byPeople ?? 0) - (a.byPeople ?? 0) || (b.byScanners ?? 0) - (a.byScanners ?? 0) || a.number - b.number,
  );

/** The address as one reads it: without what every address has. */
export const shortUrl = (url: string): string => url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
