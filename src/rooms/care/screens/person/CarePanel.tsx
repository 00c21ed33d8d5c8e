import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { SkeletonBar } from '#ground/ui/Skeleton.tsx';
import textStyles from '#ground/ui/text.module.css';
import { readPersonCare } from '../../contract-person.ts';
import type { PersonCare } from '../../schema-person.ts';
import { useDayWords } from '../shared/use-day-words.ts';
import { usePlanWords } from '../shared/use-plan-words.ts';
import { ReasonLine } from '../today/ReasonLine.tsx';
import { LifeEvents } from './LifeEvents.tsx';
import { NotNow } from './NotNow.tsx';
import styles from './care-panel.module.css';

/** How one person is cared for: what is next and why, plans, "not now", days that matter. For the talent's page. */
export function CarePanel({ talentId }: { talentId: string }) {
  const t = useMessages('care');
  const mayRead = useMay('care.read');
  const { data, error, refetch } = useRead(readPersonCare, { params: { talentId } }, { enabled: mayRead });
  if (!mayRead) return null;
  return (
    <>
      <Section title={t('person.next')}>
        {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
        {!data && !error && <SkeletonBar />}
        {data && <Next care={data} />}
        {data && <NotNow talentId={talentId} notNow={data.notNow} />}
      </Section>
      {data && <Plans care={data} />}
      {data && <LifeEvents talentId={talentId} events={data.lifeEvents} />}
    </>
  );
}

function Next({ care: { reasons, nextDueOn, handover } }: { care: PersonCare }) {
  const t = useMessages('care');
  const dayWords = useDayWords();
  return (
    <div className={styles.next}>
      {reasons.map((reason) => (
        <ReasonLine key={reason.reminderId} reason={reason} />
      ))}
      {reasons.length === 0 && (
        <p className={styles.quiet}>
          {nextDueOn ? t('person.due_on', { day: dayWords(nextDueOn) }) : t('person.no_date')}
        </p>
      )}
      {handover && (
        <p className={styles.quiet}>
          <Link className={textStyles.link} to="/care/handovers/$handoverId" params={{ handoverId: handover.id }}>
            {t('person.offered', { name: handover.to.name, day: dayWords(handover.acceptBy) })}
          </Link>
        </p>
      )}
    </div>
  );
}

function Plans({ care: { plans, runs } }: { care: PersonCare }) {
  const t = useMessages('care');
  const [showsAll, setAll] = useState(false);
  const shown = showsAll ? runs : runs.filter(({ state }) => state === 'running');
  return (
    <Section title={t('person.plans')}>
      {plans.length === 0 && shown.length === 0 && <p className={styles.quiet}>{t('person.no_plan')}</p>}
      <ul>
        {plans.map((plan) => (
          <PlanLine key={plan.planId} plan={plan} />
        ))}
        {shown.map((run) => (
          <RunLine key={run.runId} run={run} />
        ))}
      </ul>
      {shown.length < runs.length && (
        <button type="button" className={textStyles.link} onClick={() => setAll(true)}>
          {t('person.earlier_runs', { count: runs.length - shown.length })}
        </button>
      )}
    </Section>
  );
}

function PlanLine({ plan }: { plan: PersonCare['plans'][number] }) {
  const t = useMessages('care');
  const words = usePlanWords();
  const dayWords = useDayWords();
  const { planId, name, rhythm, everyDays, ownEveryDays, pausedUntil, nextDueOn } = plan;
  return (
    <li className={styles.line}>
      <Link to="/care/plans/$planId" params={{ planId }} className={styles.name}>
        {name}
      </Link>
      <span>{nextDueOn ? dayWords(nextDueOn) : t('members.no_date')}</span>
      <span className={styles.note}>
        {ownEveryDays ? t('members.own', { rhythm: words.every(ownEveryDays) }) : words.rhythm({ rhythm, everyDays })}
        {pausedUntil && ` · ${t('members.paused', { day: dayWords(pausedUntil) })}`}
      </span>
    </li>
  );
}

function RunLine({ run }: { run: PersonCare['runs'][number] }) {
  const t = useMessages('care');
  const dayWords = useDayWords();
  const { sequenceId, name, stepsDone, stepCount, nextOn, state, stopReason } = run;
  return (
    <li className={styles.line}>
      <Link to="/care/sequences/$sequenceId" params={{ sequenceId }} className={styles.name}>
        {name}
      </Link>
      <span>{nextOn && dayWords(nextOn)}</span>
      <span className={styles.note}>
        {t('runs.steps', { count: stepsDone, of: stepCount })}
        {state === 'stopped' && stopReason && ` · ${t(`stop.${stopReason}`)}`}
      </span>
    </li>
  );
}
