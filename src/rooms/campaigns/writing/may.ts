import type { Actor } from '#ground/context.ts';
import type { Permission } from '#rooms/accounts/index.ts';
import { may } from '#rooms/accounts/index.ts';
import type { CampaignDetail } from '../schema-writing.ts';
import type { CampaignState } from '../types.ts';

export const BEFORE_SENDING: readonly CampaignState[] = ['draft', 'in_review', 'approved'];
export const UNDER_WAY: readonly CampaignState[] = ['scheduled', 'preparing', 'sending', 'paused', 'waiting'];
export const OVER: readonly CampaignState[] = ['cancelled', 'finished'];
const RUNNING: readonly CampaignState[] = ['scheduled', 'preparing', 'sending'];

export interface Standing {
  state: CampaignState;
  hasStarted: boolean;
}

/** Only what nobody got can be removed. */
export const isRemovable = ({ state, hasStarted }: Standing): boolean =>
  BEFORE_SENDING.includes(state) || (state === 'cancelled' && !hasStarted);

/** What a member may do with a campaign now; the acts ask for themselves again. */
export function mayWith(actor: Pick<Actor, 'kind' | 'role'>, standing: Standing): CampaignDetail['may'] {
  const { state } = standing;
  const isIn = (permission: Permission, ...states: readonly CampaignState[]) =>
    states.includes(state) && may(actor, permission);
  return {
    write: isIn('campaigns.write', 'draft'),
    askForReview: isIn('campaigns.write', 'draft'),
    takeBack: isIn('campaigns.write', 'in_review', 'approved'),
    approve: isIn('campaigns.approve', 'in_review'),
    schedule: isIn('campaigns.send', 'approved'),
    pause: isIn('campaigns.send', ...RUNNING),
    resume: isIn('campaigns.send', 'paused', 'waiting'),
    cancel: isIn('campaigns.send', ...UNDER_WAY),
    remove: isRemovable(standing) && may(actor, 'campaigns.write'),
  };
}
