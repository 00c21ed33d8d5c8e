import { Link } from '@tanstack/react-router';
import { useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Phase } from '#ground/ui/Phase.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { readPhases } from '../contract.ts';
import { DRAWN } from './drawn.ts';
import styles from './company-phase.module.css';

/** "Pause seit 3. Februar", and the way to the page about it. */
export function CompanyPhase() {
  const t = useMessages('phases');
  const formats = useFormats();
  const mayRead = useMay('phases.read');
  const maySwitch = useMay('phases.switch');
  const { data } = useRead(readPhases, {}, { enabled: mayRead });
  const current = data?.entities[0]?.current;
  if (!data || (!current && !maySwitch)) return null;
  return (
    <Link to="/phase" className={styles.way}>
      {current ? (
        <Phase
          phase={DRAWN[current.phase]}
          word={t(`since.${current.phase}`, { date: formats.dateShort(current.sinceOn) })}
        />
      ) : (
        t('name_it')
      )}
    </Link>
  );
}
