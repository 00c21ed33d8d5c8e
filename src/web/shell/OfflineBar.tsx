import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { currentReach, watchReach } from '#ground/http/client.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import textStyles from '#ground/ui/text.module.css';
import styles from './offline-bar.module.css';

const RETRY_MS = 10_000;

/** A bar, never a covering layer: what is on the screen can still be read, and drafts stay. */
export function OfflineBar() {
  const t = useMessages('web');
  const queries = useQueryClient();
  const isOnline = useSyncExternalStore(watchOnline, () => navigator.onLine);
  const reach = useSyncExternalStore(watchReach, currentReach);
  const isAway = !isOnline || reach === 'unreachable';
  useEffect(() => {
    if (!isAway) return undefined;
    const timer = setInterval(() => void queries.invalidateQueries(), RETRY_MS);
    return () => clearInterval(timer);
  }, [isAway, queries]);
  return (
    <output>
      {isAway && (
        <span className={styles.bar}>
          {t(isOnline ? 'offline.server' : 'offline.network')}{' '}
          <button type="button" className={textStyles.link} onClick={() => void queries.invalidateQueries()}>
            {t('offline.retry')}
          </button>
        </span>
      )}
    </output>
  );
}

function watchOnline(watcher: () => void) {
  addEventListener('online', watcher);
  addEventListener('offline', watcher);
  return () => {
    removeEventListener('online', watcher);
    removeEventListener('offline', watcher);
  };
}
