import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Section } from '#ground/ui/Page.tsx';
import styles from './health.module.css';

export interface HealthBar {
  /** Key of the words. */
  key: string;
  count: number;
}

/** Shares of a pool as bars that begin at zero, with number and share beside. */
export function HealthBars({ title, bars, people }: { title: string; bars: readonly HealthBar[]; people: number }) {
  const t = useMessages('pools');
  const formats = useFormats();
  return (
    <Section title={title}>
      <dl>
        {bars.map(({ key, count }) => (
          <div key={key} className={styles.bar}>
            <dt>{t(key)}</dt>
            <dd className={styles.track}>
              <i style={{ width: `${people > 0 ? (count / people) * 100 : 0}%` }} />
            </dd>
            <dd className={styles.number}>
              {t('health.share', {
                number: formats.number(count),
                share: formats.percent(people > 0 ? Math.round((count / people) * 100) / 100 : 0),
              })}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
