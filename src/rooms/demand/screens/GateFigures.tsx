import { useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { readDemandFigures } from '../contract.ts';
import styles from './demands.module.css';

/** How often known people came first, and where hires came from; too little data is an answer. */
export function GateFigures() {
  const t = useMessages('demand');
  const formats = useFormats();
  const { data } = useRead(readDemandFigures, {});
  if (!data) return null;
  const { looked, skipped } = data.gate;
  const all = looked + skipped;
  const hires = data.hires.toSorted((a, b) => b.count - a.count);
  return (
    <>
      <h2 className={styles.asideHead}>{t('figures.gate')}</h2>
      <p className={styles.asideText}>
        {all === 0
          ? t('figures.none')
          : t('figures.rate', { share: formats.percent(looked / all), count: all, looked })}
      </p>
      <h2 className={styles.asideHead}>{t('figures.hires')}</h2>
      {hires.length === 0 && <p className={styles.asideText}>{t('figures.no_hires')}</p>}
      {hires.length > 0 && (
        <dl className={styles.counts}>
          {hires.map(({ source, count }) => (
            <div key={source}>
              <dt>{t(`source.${source}`)}</dt>
              <dd>{formats.number(count)}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className={styles.quietText}>{t('figures.since', { date: formats.dateLong(data.since) })}</p>
    </>
  );
}
