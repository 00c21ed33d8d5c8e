import type { QueryClient } from '@tanstack/react-query';

/** Fetches anew whatever shows pools, segments and the people in them. */
export const forgetPools = (cache: QueryClient): Promise<void> =>
  cache.invalidateQueries({
    predicate: ({ queryKey: [path] }) => /^\/(pools|segments|talents|clean-ups)/.test(String(path)),
  });
