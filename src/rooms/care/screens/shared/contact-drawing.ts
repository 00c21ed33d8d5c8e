import type { PermissionState } from '#ground/ui/Permission.tsx';
import type { ContactState } from '../../schema-parts.ts';

/** Nobody has asked yet, or not for this way: a question helps. Everything else that refuses is a no. */
const OPEN = new Set(['never_asked', 'channel_not_named', 'no_ground', 'ground_over', 'holding']);
/** There is no address for it, so nothing was allowed or refused. */
const NO_WAY = new Set(['no_mail', 'no_phone', 'no_post', 'no_profile']);

/** How one way of contact is drawn. */
export function drawnState({ isAllowed, reasons }: ContactState): PermissionState {
  if (isAllowed) return 'ja';
  const refusals = reasons.filter(({ effect }) => effect === 'refuses');
  return refusals.every(({ code }) => OPEN.has(code)) ? 'offen' : 'nein';
}

/** The reason that decides: the first refusal, or what allows it. */
export const decidingReason = ({ isAllowed, reasons }: ContactState): ContactState['reasons'][number] | undefined =>
  reasons.find(({ effect }) => effect === (isAllowed ? 'allows' : 'refuses'));

/** Ways that exist for this person; without a number nobody needs to read that a call is not allowed. */
export const shownWays = (contact: readonly ContactState[]): ContactState[] =>
  contact.filter(({ reasons, channel }) => channel !== 'messenger' && !reasons.some(({ code }) => NO_WAY.has(code)));
