import { useEffect, useSyncExternalStore } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '../Button.tsx';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import styles from './toast.module.css';
import { clearToasts, shownToasts, type ShownToast, undoNewest, watchToasts } from './toasts.ts';

/** Where toasts appear, once in the shell. The thin rule is the clock: it stops while hovered or focused. */
export function ToastPlace() {
  const toasts = useSyncExternalStore(watchToasts, shownToasts);
  const newest = toasts.at(-1);
  return (
    <output className={styles.place}>
      {newest && <ToastCard key={newest.id} toast={newest} earlier={toasts.length - 1} />}
    </output>
  );
}

function ToastCard({ toast, earlier }: { toast: ShownToast; earlier: number }) {
  const t = useMessages('ui');
  useUndoKey(toast);
  return (
    <div className={styles.toast}>
      <span>
        {toast.message}{' '}
        {earlier > 0 && <span className={styles.earlier}>{t('toast.earlier', { count: earlier })}</span>}
      </span>
      {toast.undo ? (
        <Button keys="mod+z" className={styles.button} onClick={() => void undoNewest()}>
          {t('toast.undo')}
        </Button>
      ) : (
        <Button className={styles.button} onClick={clearToasts}>
          {t('toast.close')}
        </Button>
      )}
      <i className={styles.clock} onAnimationEnd={clearToasts} />
    </div>
  );
}

function useUndoKey(toast: ShownToast) {
  const t = useMessages('ui');
  useShortcuts(toast.undo ? [{ keys: 'mod+z', label: t('toast.undo'), run: () => void undoNewest() }] : []);
  // With reduced motion the clock has no visible way to run out, so a plain timer ends it.
  useEffect(() => {
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches) return undefined;
    const timer = setTimeout(clearToasts, 20_000);
    return () => clearTimeout(timer);
  }, []);
}
