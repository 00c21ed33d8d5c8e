import type { QueryClient } from '@tanstack/react-query';

const OURS = /^\/(today|talents|plans|sequences|handovers|reminders|pools|segments)/;

/** Fetches anew whatever an act of care may have changed: Today, people, plans, hand-overs. */
export const forgetCare = (cache: QueryClient): Promise<void> =>
  cache.invalidateQueries({ predicate: ({ queryKey: [path] }) => OURS.test(String(path)) });
