import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { PersonName } from '#ground/ui/PersonName.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import textStyles from '#ground/ui/text.module.css';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { dismissAlert, listAlerts, undoDismissal } from '../contract-alerts.ts';
import type { MatchAlert } from '../schema-alerts.ts';
import type { Evidence } from '../schema-matches.ts';
import styles from './alerts.module.css';
import { Proofs } from './Proofs.tsx';

const SHOWN_FIRST = 3;
const SHOWN_AT_MOST = 50;

/** Who fits an open demand since something changed; nothing at all where nobody does. Part of Today. */
export function MatchAlerts() {
  const t = useMessages('matching');
  const mayRead = useMay('matching.read');
  const [limit, setLimit] = useState(SHOWN_FIRST);
  const { data } = useRead(listAlerts, { query: { limit } }, { enabled: mayRead });
  if (!data || data.total === 0) return null;
  const more = Math.min(data.total, SHOWN_AT_MOST) - data.items.length;
  return (
    <Section title={t('alerts.title')} extra={t('alerts.count', { count: data.total })}>
      <ul className={styles.alerts}>
        {data.items.map((alert) => (
          <AlertRow key={alert.id} alert={alert} />
        ))}
      </ul>
      {more > 0 && (
        <Button look="bare" className={styles.more} onClick={() => setLimit(SHOWN_AT_MOST)}>
          {t('alerts.more', { count: more })}
        </Button>
      )}
    </Section>
  );
}

function AlertRow({ alert }: { alert: MatchAlert }) {
  const t = useMessages('matching');
  const { demand, talentId, name, role, employer } = alert;
  const who = [role, employer].filter(Boolean).join(', ');
  return (
    <li className={styles.alert}>
      <div className={styles.words}>
        <p>
          <Link to="/talents/$talentId" params={{ talentId }} className={styles.person}>
            <PersonName name={name} size="card" />
          </Link>{' '}
          {who && <span className={styles.quiet}>{who}</span>}
        </p>
        <p>
          {t(`alerts.kind.${alert.kind}`)}{' '}
          <Link to="/demands/$demandId" params={{ demandId: demand.id }} className={textStyles.link}>
            {demand.title}
          </Link>
        </p>
        <Speaking alert={alert} />
      </div>
      <AsideButton alertId={alert.id} />
    </li>
  );
}

/** What is shown in a few words, and the best sentence that proves it. */
function Speaking({ alert: { reasons } }: { alert: MatchAlert }) {
  const t = useMessages('matching');
  const formats = useFormats();
  // The occupation and the interest are held against the whole demand, whose title stands there already.
  const wordsOf = ({ criterion, label }: MatchAlert['reasons'][number]) =>
    criterion === 'occupation' || criterion === 'interest' ? t(`alerts.speaking.${criterion}`) : label;
  const labels = [...new Set(reasons.map(wordsOf))];
  const proof = fullestOf(reasons);
  if (labels.length === 0) return null;
  return (
    <>
      <p className={styles.quiet}>{t('alerts.speaks', { wishes: formats.list(labels) })}</p>
      <Proofs evidence={proof} />
    </>
  );
}

/** A whole sentence tells more than a word in a field. */
function fullestOf(reasons: MatchAlert['reasons']): Evidence[] {
  const proofs = reasons.flatMap(({ evidence }) => evidence);
  const [fullest] = proofs.toSorted((a, b) => b.sentence.length - a.sentence.length);
  return fullest ? [fullest] : [];
}

function AsideButton({ alertId }: { alertId: string }) {
  const t = useMessages('matching');
  const mayDecide = useMay('matching.decide');
  const undo = useAct(undoDismissal, { stale: [listAlerts] });
  const act = useAct(dismissAlert, {
    stale: [listAlerts],
    onDone: () => showToast({ message: t('alerts.done'), undo: () => undo.mutate({ params: { alertId } }) }),
  });
  if (!mayDecide) return null;
  return (
    <span className={styles.act}>
      <Button look="bare" busy={act.isPending} onClick={() => act.mutate({ params: { alertId } })}>
        {t('alerts.aside')}
      </Button>
      {act.error && <ProblemNote problem={act.error} />}
    </span>
  );
}
