import { call } from '#ground/http/client.ts';
import type { PaletteThing } from '#ground/ui/room-web.ts';
import { listCampaignsRoute } from '../../contract-writing.ts';
import { addressOfLetter } from './address-of-letter.ts';

/** Letters to many whose name has the words in it. */
export async function listPaletteThings(search: string, signal: AbortSignal): Promise<PaletteThing[]> {
  const { items } = await call(listCampaignsRoute, { query: { search } }, { signal });
  return items.map((campaign) => ({
    id: campaign.id,
    name: campaign.name,
    kindKey: 'palette.kind',
    to: addressOfLetter(campaign),
  }));
}
