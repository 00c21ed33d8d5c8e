import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Section } from '#ground/ui/Page.tsx';
import type { PeriodsInForce } from '../schema.ts';
import styles from './consent-page.module.css';

/** Earlier versions of the periods; each still holds for whoever came under it. */
export function PeriodsHistory({ periods: { history } }: { periods: PeriodsInForce }) {
  const t = useMessages('consent');
  const formats = useFormats();
  const earlier = history.slice(1);
  return (
    <Section title={t('periods.history')}>
      {earlier.length === 0 && <p className={styles.quiet}>{t('periods.no_history')}</p>}
      <ol className={styles.history}>
        {earlier.map(({ version, setAt, ...months }) => (
          <li key={version}>
            <b>{t('periods.version', { version })}</b> <time dateTime={setAt}>{formats.dateShort(setAt)}</time>
            <p>{t('periods.was', months)}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
