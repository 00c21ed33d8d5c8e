import { useAct, useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { confirmHouse, readHouseState, releaseNight } from '../contract-settings.ts';
import styles from './consent-page.module.css';

/** Only when something is wrong: this may be a copy, the clock jumped, somebody could not be erased. */
export function HousePart() {
  const { data } = useRead(readHouseState, {});
  if (!data) return null;
  return (
    <>
      {data.quarantine && <Quarantine {...data.quarantine} />}
      {data.night?.outcome === 'halted' && <Halted at={data.night.at} />}
    </>
  );
}

function Quarantine({ since, reason }: { since: string; reason: string }) {
  const t = useMessages('consent');
  const formats = useFormats();
  const mayConfirm = useMay('accounts.manage_installation');
  const act = useAct(confirmHouse, { stale: [readHouseState] });
  return (
    <section className={styles.alarm} aria-label={t('house.copy.title')}>
      <h2>{t('house.copy.title')}</h2>
      <p>{t(`house.copy.reason.${reason}`)}</p>
      <p>{t('house.copy.effect', { since: formats.dateTime(since) })}</p>
      {mayConfirm ? (
        <Button busy={act.isPending} onClick={() => act.mutate({})}>
          {t('house.copy.confirm')}
        </Button>
      ) : (
        <p className={styles.quiet}>{t('house.only_administration')}</p>
      )}
      {act.error && <ProblemNote problem={act.error} />}
    </section>
  );
}

function Halted({ at }: { at: string }) {
  const t = useMessages('consent');
  const formats = useFormats();
  const mayRelease = useMay('accounts.manage_installation');
  const act = useAct(releaseNight, { stale: [readHouseState] });
  return (
    <section className={styles.alarm} aria-label={t('house.clock.title')}>
      <h2>{t('house.clock.title')}</h2>
      <p>{t('house.clock.what', { at: formats.dateTime(at) })}</p>
      {mayRelease ? (
        <Button busy={act.isPending} onClick={() => act.mutate({})}>
          {t('house.clock.release')}
        </Button>
      ) : (
        <p className={styles.quiet}>{t('house.only_administration')}</p>
      )}
      {act.error && <ProblemNote problem={act.error} />}
    </section>
  );
}
