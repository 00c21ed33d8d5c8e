import { useMessages } from '#ground/i18n/use-messages.ts';
import type { CampaignState, HaltReason } from '../../types.ts';

/** Where a campaign stands, in words; a halted one says why. */
export function useStateWords(): (campaign: { state: CampaignState; haltReason: HaltReason | null }) => string {
  const t = useMessages('campaigns');
  return ({ state, haltReason }) =>
    haltReason !== null && (state === 'waiting' || state === 'paused')
      ? t(`list.halted.${haltReason}`)
      : t(`list.state.${state}`);
}
