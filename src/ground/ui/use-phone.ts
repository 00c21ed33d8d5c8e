import { useSyncExternalStore } from 'react';

/** The width at which lists become two lines and panels become pages; the same as in the style sheets. */
const PHONE = '(max-width: 800px)';

/** Whether the screen is as narrow as a phone. */
export const useIsPhone = (): boolean => useSyncExternalStore(watch, () => matchMedia(PHONE).matches);

function watch(watcher: () => void) {
  const query = matchMedia(PHONE);
  query.addEventListener('change', watcher);
  return () => query.removeEventListener('change', watcher);
}
