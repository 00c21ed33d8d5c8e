import { useRead } from '#ground/http/use-call.ts';
import { readCampaignRoute } from '../../contract-writing.ts';
import type { CampaignDetail } from '../../schema-writing.ts';
import { everyMs } from './live.ts';

interface Live {
  campaign: CampaignDetail;
  problem: unknown;
  retry: () => void;
}

/** The campaign as it is now, asked as often as its state moves; also while somebody else approves it. */
export function useLiveCampaign(first: CampaignDetail): Live {
  const { data, error, refetch } = useRead(
    readCampaignRoute,
    { params: { campaignId: first.id } },
    { refetchInterval: everyMs(first.state) },
  );
  return { campaign: data ?? first, problem: error, retry: () => void refetch() };
}
