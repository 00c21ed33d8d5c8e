import type { CampaignRow } from '../../schema-writing.ts';

/** Where a press on a letter leads: to where there is something to do. */
export function addressOfLetter({ id, state }: Pick<CampaignRow, 'id' | 'state'>): string {
  if (state === 'draft') return `/campaigns/${id}`;
  return state === 'finished' || state === 'cancelled' ? `/campaigns/${id}/result` : `/campaigns/${id}/send`;
}
