import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { PersonName } from '#ground/ui/PersonName.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import textStyles from '#ground/ui/text.module.css';
import { listDemands, readDemand, readDemandFigures, undoHire } from '../contract.ts';
import type { Demand, Hire } from '../schema.ts';
import styles from './demands.module.css';
import { HireDialog } from './HireDialog.tsx';

const STALE = [readDemand, listDemands, readDemandFigures];

/** Who was hired, from where: the first figures of the business case. */
export function Hires({ demand }: { demand: Demand }) {
  const t = useMessages('demand');
  const mayRecord = useMay('demand.record_hires');
  const [isOpen, setOpen] = useState(false);
  return (
    <Section
      title={t('hires.title')}
      extra={
        mayRecord &&
        demand.state === 'open' && (
          <button type="button" className={textStyles.link} onClick={() => setOpen(true)}>
            {t('hires.record')}
          </button>
        )
      }
    >
      {demand.hires.length === 0 && <p className={styles.quiet}>{t('hires.none')}</p>}
      <ul className={styles.hires}>
        {demand.hires.map((hire) => (
          <HireRow key={hire.id} hire={hire} demandId={demand.id} mayUndo={mayRecord} />
        ))}
      </ul>
      <HireDialog demand={demand} open={isOpen} onClose={() => setOpen(false)} />
    </Section>
  );
}

function HireRow({ hire, demandId, mayUndo }: { hire: Hire; demandId: string; mayUndo: boolean }) {
  const t = useMessages('demand');
  const formats = useFormats();
  const undo = useAct(undoHire, { stale: STALE });
  return (
    <li>
      {hire.talent ? (
        <Link to="/talents/$talentId" params={{ talentId: hire.talent.id }}>
          <PersonName name={hire.talent.name} size="card" />
        </Link>
      ) : (
        <span>{t('hires.nobody_we_know')}</span>
      )}
      <span className={styles.quiet}>
        {t('hires.how', { source: t(`source.${hire.source}`), date: formats.dateLong(hire.hiredOn) })}
      </span>
      {mayUndo && (
        <Button
          look="bare"
          busy={undo.isPending}
          onClick={() => undo.mutate({ params: { demandId, hireId: hire.id } })}
        >
          {t('hires.undo')}
        </Button>
      )}
      {undo.error && <ProblemNote problem={undo.error} />}
    </li>
  );
}
