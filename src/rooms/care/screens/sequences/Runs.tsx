import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '#ground/http/client.ts';
import { keyOf, useAct } from '#ground/http/use-call.ts';
import { useFormats, useToday } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { classes } from '#ground/ui/classes.ts';
import { Chips } from '#ground/ui/FilterSentence.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { listRuns, listSequences, readSequence, stopRun } from '../../contract-sequences.ts';
import type { Sequence, SequenceRun } from '../../schema-sequences.ts';
import { MoreButton } from '../shared/MoreButton.tsx';
import { nameOf, roleOf } from '../shared/names.ts';
import sharedStyles from '../shared/shared.module.css';
import { useDayWords } from '../shared/use-day-words.ts';
import { usePages } from '../shared/use-pages.ts';
import styles from './sequences.module.css';
import { StartRuns } from './StartRuns.tsx';

const STATES = ['running', 'stopped', 'finished'] as const;

/** Who runs through it, how far, and why a run stopped. */
export function Runs({ sequence }: { sequence: Sequence }) {
  const t = useMessages('care');
  const mayWork = useMay('care.work');
  const [state, setState] = useState<(typeof STATES)[number]>('running');
  const list = usePages({
    key: [...keyOf(listRuns), sequence.id, state],
    load: (cursor, signal) =>
      call(listRuns, { params: { sequenceId: sequence.id }, query: { state, cursor } }, { signal }),
  });
  const runs = list.pages.flatMap(({ items }) => items);
  return (
    <Section title={t('runs.title')}>
      <div className={styles.filter}>
        <Chips
          label={t('runs.title')}
          value={state}
          options={STATES.map((value) => ({ value, label: t(`runs.${value}`, { number: sequence.runs[value] }) }))}
          onChoose={setState}
        />
      </div>
      {mayWork && sequence.state === 'running' && (
        <div className={styles.start}>
          <StartRuns sequence={sequence} />
        </div>
      )}
      {list.error && <ProblemNote problem={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <SkeletonRows rows={4} />}
      {list.data && runs.length === 0 && <p className={sharedStyles.quiet}>{t(`runs.none.${state}`)}</p>}
      <ul>
        {runs.map((run) => (
          <RunRow key={run.id} sequence={sequence} run={run} />
        ))}
      </ul>
      <MoreButton {...list} />
    </Section>
  );
}

function RunRow({ sequence, run }: { sequence: Sequence; run: SequenceRun }) {
  const t = useMessages('care');
  const formats = useFormats();
  const mayWork = useMay('care.work');
  const { person, stepsDone, state, startedAt, startedBy } = run;
  const name = nameOf(person);
  const stop = useAct(stopRun, {
    stale: [listRuns, readSequence, listSequences],
    onDone: () => showToast({ message: t('runs.stopped_by_hand', { name }) }),
  });
  return (
    <li className={classes(sharedStyles.row, styles.run)}>
      <span>
        <Link to="/talents/$talentId" params={{ talentId: person.id }} className={styles.name}>
          {name}
        </Link>
        <span className={styles.below}>{roleOf(person)}</span>
      </span>
      <span>
        {t('runs.steps', { count: stepsDone, of: sequence.steps.length })}
        <span className={styles.below}>
          {t(startedBy ? 'runs.since_by' : 'runs.since', {
            day: formats.dateShort(startedAt),
            name: startedBy?.name ?? '',
          })}
        </span>
      </span>
      <RunState run={run} />
      <span className={sharedStyles.right}>
        {mayWork && state === 'running' && (
          <Button
            look="bare"
            busy={stop.isPending}
            aria-label={t('runs.stop_named', { name })}
            onClick={() => stop.mutate({ params: { sequenceId: sequence.id, runId: run.id } })}
          >
            {t('runs.stop')}
          </Button>
        )}
        {stop.error && <ProblemNote problem={stop.error} />}
      </span>
    </li>
  );
}

/** What comes next, or why nothing does. */
function RunState({ run: { state, nextOn, stopReason } }: { run: SequenceRun }) {
  const t = useMessages('care');
  const dayWords = useDayWords();
  const today = useToday();
  return (
    <span>
      {state === 'running' && nextOn && t(nextOn < today ? 'runs.waiting' : 'runs.next', { day: dayWords(nextOn) })}
      {state === 'stopped' && stopReason && t(`stop.${stopReason}`)}
      {state === 'finished' && t('runs.done')}
    </span>
  );
}
