import { useMessages } from '#ground/i18n/use-messages.ts';
import type { ImportView } from '../../schema.ts';
import { CountBar } from './CountBar.tsx';
import styles from './import-page.module.css';

/** What the dry run found; before it, what it would do. */
export function Forecast({ view: { check } }: { view: ImportView }) {
  const t = useMessages('inventory');
  return (
    <section aria-label={t('forecast.title')}>
      <h2 className={styles.head}>{t('forecast.title')}</h2>
      {check ? (
        <CountBar counts={check.counts} tense="future" />
      ) : (
        <p className={styles.after}>{t('forecast.unknown')}</p>
      )}
    </section>
  );
}
