import { dayFrom, inGerman } from '../calendar.ts';
import type { Random } from '../random.ts';

export type Answer = 'agreed' | 'agreed_undated' | 'agreed_long_ago' | 'refused' | 'never_asked';

/** How the consent column of a file reads, e.g. `ja (14.03.2026)`. */
export interface Consent {
  answer: Answer;
  cell: string;
}

export type AnswerWeights = Record<Answer, number>;

/** Consents last twelve months: nobody's ends within the next days, and the ends are spread over the year. */
const OLDEST_DAYS = 345;

/**
 * @param writtenOn the day of the export; nobody agrees after it
 * @param today the day of planting
 */
export function consentFor(
  random: Random,
  weights: AnswerWeights,
  { writtenOn, today, oldestDays = OLDEST_DAYS }: { writtenOn: string; today: string; oldestDays?: number },
): Consent {
  const answer = random.weighted(weights);
  const newest = Math.round((Date.parse(today) - Date.parse(writtenOn)) / 86_400_000) + 2;
  const agreedOn = dayFrom(today, -random.whole(newest, oldestDays));
  const longAgo = dayFrom(today, -random.whole(420, 900));
  const cells: Record<Answer, string> = {
    agreed: `ja (${inGerman(agreedOn)})`,
    agreed_undated: 'ja',
    agreed_long_ago: `ja (${inGerman(longAgo)})`,
    refused: 'nein',
    never_asked: '',
  };
  return { answer, cell: cells[answer] };
}
