import type { QueryClient } from '@tanstack/react-query';

const OURS = /^\/(campaign|sender|brand|letter|mailbox)/;

/** After an act: every read of this room is fetched anew. */
export const forgetCampaigns = (cache: QueryClient): Promise<void> =>
  cache.invalidateQueries({ predicate: ({ queryKey: [path] }) => typeof path === 'string' && OURS.test(path) });
