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
  const shareOf = useShareWords(people);
  return (
    <Section title={title}>
      <dl>
        {bars.map(({ key, count }) => (
          <div key={key} className={styles.bar}>
            <dt>{t(key)}</dt>
            <dd className={styles.track}>
              <i style={{ width: `${people > 0 ? (count / people) * 100 : 0}%` }} />
            </dd>
            <dd className={styles.number}>{shareOf(count)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

const ONE_PERCENT = 0.01;

/** "13 (48 %)"; few of many are not nobody. */
function useShareWords(people: number): (count: number) => string {
  const t = useMessages('pools');
  const formats = useFormats();
  return (count) => {
    const number = formats.number(count);
    const share = people > 0 ? count / people : 0;
    return share > 0 && share < ONE_PERCENT
      ? t('health.share_below', { number, share: formats.percent(ONE_PERCENT) })
      : t('health.share', { number, share: formats.percent(Math.round(share * 100) / 100) });
  };
}
