import type { QueryClient } from '@tanstack/react-query';

/** Fetches anew whatever shows people: lists, profiles, timelines, counts of views. */
export const forgetTalents = (cache: QueryClient): Promise<void> =>
  cache.invalidateQueries({ predicate: ({ queryKey: [path] }) => String(path).startsWith('/talents') });
