import { useMessages } from '#ground/i18n/use-messages.ts';
import styles from './skeleton.module.css';

/** Still hairlines where rows will be. The word for screen readers comes once. */
export function SkeletonRows({ rows = 12 }: { rows?: number }) {
  const t = useMessages('ui');
  return (
    <div className={styles.rows}>
      <output className={styles.word}>{t('loading')}</output>
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} className={styles.row}>
          <i className={styles.bar} style={{ width: `${18 + ((i * 7) % 14)}%` }} />
          <i className={styles.thin} style={{ width: `${24 + ((i * 11) % 18)}%` }} />
        </div>
      ))}
    </div>
  );
}

/** A page that is on its way: title, a rule, rows. */
export function SkeletonPage() {
  return (
    <div className={styles.page}>
      <i className={styles.title} />
      <SkeletonRows rows={10} />
    </div>
  );
}

export const SkeletonBar = ({ width = '60%' }: { width?: string }) => <i className={styles.bar} style={{ width }} />;
