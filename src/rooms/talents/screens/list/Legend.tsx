import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import styles from './talents-page.module.css';
import type { Hits } from './use-hit-words.ts';

/** What the strokes mean, below the list. */
export function Legend({ shown, hits }: { shown: number; hits: Hits }) {
  const t = useMessages('talents');
  const formats = useFormats();
  const total = t(hits.isExact ? 'list.number' : 'list.number_more', { number: formats.number(hits.value) });
  return (
    <div className={styles.legend}>
      <span>{t('list.loaded', { shown: formats.number(shown), total })}</span>
      <span>
        <svg width="10" height="14" viewBox="0 0 10 14" aria-hidden="true">
          <path d="M5 13V2" stroke="var(--ink-2)" strokeWidth="1.4" />
        </svg>
        {t('legend.ours')}
      </span>
      <span>
        <svg width="10" height="14" viewBox="0 0 10 14" aria-hidden="true">
          <path d="M5 1v8" stroke="var(--ink)" strokeWidth="1.4" />
          <circle cx="5" cy="11" r="2" fill="var(--ink)" />
        </svg>
        {t('legend.theirs')}
      </span>
      <span>
        <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
          <circle cx="6" cy="6" r="4" fill="none" stroke="var(--ink)" strokeWidth="1.5" />
        </svg>
        {t('legend.planned')}
      </span>
      <span>
        <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
          <circle cx="6" cy="6" r="4" fill="none" stroke="var(--nein)" strokeWidth="2" />
        </svg>
        {t('legend.overdue')}
      </span>
      <span>
        <svg width="6" height="12" viewBox="0 0 6 12" aria-hidden="true">
          <path d="M3 0V12" stroke="var(--ink-2)" strokeWidth="1.5" />
        </svg>
        {t('legend.end')}
      </span>
    </div>
  );
}
