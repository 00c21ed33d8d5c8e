import type { SenderCard } from '../../schema-sending.ts';

const MS_PER_DAY = 86_400_000;
/** From here on no company of ours feels the limit. */
const BEYOND = 1_000_000;
const MOST_SHOWN = 14;

export interface WarmUpDay {
  on: string;
  most: number;
}

/** How many letters the plan allows on each of its days: twice as many as the day before. */
export function warmUpDays({ startsOn, firstDay, days }: NonNullable<SenderCard['warmUp']>): WarmUpDay[] {
  const first = Date.parse(`${startsOn}T00:00:00Z`);
  return Array.from({ length: Math.min(days, MOST_SHOWN) }, (_, day) => ({
    on: new Date(first + day * MS_PER_DAY).toISOString().slice(0, 10),
    most: firstDay * 2 ** day,
  })).filter(({ most }) => most < BEYOND);
}

export type WarmUpStanding = 'ahead' | 'running' | 'over';

export function warmUpStanding({ startsOn, days }: NonNullable<SenderCard['warmUp']>, today: string): WarmUpStanding {
  if (today < startsOn) return 'ahead';
  const end = new Date(Date.parse(`${startsOn}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10);
  return today < end ? 'running' : 'over';
}
