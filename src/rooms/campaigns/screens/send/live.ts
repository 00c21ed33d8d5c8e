import type { CampaignState } from '../../types.ts';

const WHILE_SENDING_MS = 1500;
const WHILE_WAITING_MS = 10_000;
/** Counting a hundred thousand rows is work for the database. */
const FIGURES_MS = 5000;

/** How often a screen asks anew: often while letters leave, seldom while somebody else may act, never at the end. */
export function everyMs(state: CampaignState): number | false {
  switch (state) {
    case 'preparing':
    case 'sending':
      return WHILE_SENDING_MS;
    case 'finished':
    case 'cancelled':
    case 'draft':
      return false;
    default:
      return WHILE_WAITING_MS;
  }
}

export const isMoving = (state: CampaignState): boolean => state === 'preparing' || state === 'sending';

/** The same for what has to be counted. */
export function figuresEveryMs(state: CampaignState): number | false {
  const every = everyMs(state);
  return every === false ? false : Math.max(every, FIGURES_MS);
}
