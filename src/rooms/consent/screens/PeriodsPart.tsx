import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import type { PeriodsInForce } from '../schema.ts';
import styles from './consent-page.module.css';
import { Marked } from './Marked.tsx';
import type { PartState } from './part.ts';
import { PeriodsForm } from './PeriodsForm.tsx';

/** The periods in force, as the sentences that they mean. */
export function PeriodsPart({ periods, isOpen, onOpen }: PartState & { periods: PeriodsInForce }) {
  const t = useMessages('consent');
  const formats = useFormats();
  const mayChange = useMay('consent.manage_settings');
  const { version, setAt, countryProfile } = periods;
  return (
    <Section
      title={t('periods.title')}
      extra={t(version === 1 ? 'periods.first' : 'periods.in_force', { version, when: formats.dateShort(setAt) })}
    >
      <ul className={styles.sentences}>
        <li>
          <Marked words={t('periods.holding', { count: periods.monthsAfterRejection })} />
        </li>
        <li>
          <Marked words={t('periods.consent', { count: periods.consentMonths })} />
        </li>
        <li>
          <Marked words={t('periods.interest', { count: periods.interestMonths })} />
        </li>
      </ul>
      <p className={styles.quiet}>{t(`periods.profile.${countryProfile}`)}</p>
      {!mayChange && <p className={styles.quiet}>{t('periods.only_others')}</p>}
      {mayChange && !isOpen && (
        <Button className={styles.act} onClick={() => onOpen('periods')}>
          {t('periods.change')}
        </Button>
      )}
      {mayChange && isOpen && <PeriodsForm key={version} periods={periods} onLeave={() => onOpen()} />}
    </Section>
  );
}
