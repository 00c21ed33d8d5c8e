import type { Sender } from '../identities/sender.ts';
import { domainOf } from '../identities/sender.ts';
import type { CampaignAtWork } from './campaign-at-work.ts';
import { addressOf } from './headers.ts';
import type { Stationery } from './message.ts';

/** What a letter of this campaign has at its head, whoever gets it. */
export function stationeryOf({ campaign, sender }: { campaign: CampaignAtWork; sender: Sender }): Stationery {
  const address = addressOf(sender.from.address);
  const name = campaign.topicName?.[campaign.mainLanguage] ?? campaign.name;
  return {
    from: { name: sender.from.name, address },
    replyTo: sender.replyTo.map(addressOf),
    list:
      campaign.kind === 'personal'
        ? undefined
        : { id: `${campaign.topicId ?? campaign.id}.list.${domainOf(address)}`, name },
    unsubscribeAddress: addressOf(sender.bounceAddress),
    signers: sender.signers,
  };
}

export const unsubscribeUrl = (baseUrl: string, token: string): string =>
  `${baseUrl}/api/v1/letters/${token}/unsubscribe`;

export const viewUrl = (baseUrl: string, token: string): string => `${baseUrl}/api/v1/letters/${token}`;
