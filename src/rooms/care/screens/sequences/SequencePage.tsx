import { useParams } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Page, Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useSequenceLetters } from '#ground/ui/sequence-letters.ts';
import { useMay } from '#ground/ui/session/session.ts';
import { SkeletonPage } from '#ground/ui/Skeleton.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { useTopics } from '#rooms/consent/web.tsx';
import { changeSequence, listSequences, readSequence } from '../../contract-sequences.ts';
import type { Sequence, StepLetter } from '../../schema-sequences.ts';
import { ForWhom } from '../shared/ForWhom.tsx';
import sharedStyles from '../shared/shared.module.css';
import { Runs } from './Runs.tsx';
import { changeOfSequence, draftOfSequence } from './sequence-draft.ts';
import { SequenceActs } from './SequenceActs.tsx';
import { SequenceEditor } from './SequenceEditor.tsx';
import styles from './sequences.module.css';

/** One sequence: its steps, who runs through it, and why each run stopped. */
export function SequencePage() {
  const t = useMessages('care');
  const { sequenceId = '' }: { sequenceId?: string } = useParams({ strict: false });
  const { data, error, refetch } = useRead(readSequence, { params: { sequenceId } });
  const [isEditing, setEditing] = useState(false);
  if (error) {
    return (
      <Page title={t('tabs.sequences')} path={[{ label: t('tabs.sequences'), to: '/care/sequences' }]}>
        <ProblemNote problem={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (!data) return <SkeletonPage />;
  if (isEditing) return <EditSequence sequence={data} onLeave={() => setEditing(false)} />;
  return <SequenceSheet sequence={data} onEdit={() => setEditing(true)} />;
}

function SequenceSheet({ sequence, onEdit }: { sequence: Sequence; onEdit: () => void }) {
  const t = useMessages('care');
  const mayPlan = useMay('care.manage_plans');
  const { name, pool, segment, entry, state, exitRule } = sequence;
  return (
    <Page
      title={name}
      path={[
        { label: t('nav.care'), to: '/care' },
        { label: t('tabs.sequences'), to: '/care/sequences' },
        { label: name },
      ]}
      aside={
        <>
          <Steps sequence={sequence} />
          <Sent sequence={sequence} />
        </>
      }
    >
      <p className={sharedStyles.sentence}>
        {pool && <ForWhom whom={{ kind: 'pool', ...pool }} />}
        {segment && <ForWhom whom={{ kind: 'segment', mode: null, ...segment }} />}
        {!pool && !segment && t('sequence.anybody')}
      </p>
      <p className={sharedStyles.quiet}>
        {t(`state.${state}`)} · {t(`sequence.entry.${entry}`)} · {t('sequence.always_stops')}{' '}
        {exitRule.onTouch && t('sequence.stops_on_touch')}
      </p>
      {mayPlan && <SequenceActs sequence={sequence} onEdit={onEdit} />}
      <div className={styles.runs}>
        <Runs sequence={sequence} />
      </div>
    </Page>
  );
}

/** The room that sends them knows how many left. */
function Sent({ sequence: { id, name, steps } }: { sequence: Sequence }) {
  const letters = useSequenceLetters();
  if (!letters) return null;
  return (
    <Suspense fallback={null}>
      <letters.SentLetters sequenceId={id} sequenceName={name} isExpected={steps.some(({ send }) => send)} />
    </Suspense>
  );
}

function Steps({ sequence: { steps } }: { sequence: Sequence }) {
  const t = useMessages('care');
  return (
    <Section title={t('sequence.steps', { count: steps.length })}>
      <ol>
        {steps.map((step, i) => (
          <li key={`${step.title}${step.afterDays}${step.kind}`} className={styles.shown}>
            <b>
              {i + 1}. {step.title}
            </b>
            <span className={styles.below}>
              {t(i === 0 ? 'sequence.after_start' : 'sequence.after_step', {
                count: step.afterDays,
                kind: t(`step.${step.kind}`),
              })}
            </span>
            {step.send && <SentLine send={step.send} />}
            {step.text && <span className={styles.text}>{step.text}</span>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function SentLine({ send: { subject, topicId } }: { send: StepLetter }) {
  const t = useMessages('care');
  const topic = useTopics().find(({ id }) => id === topicId)?.name;
  return (
    <span className={styles.sent}>
      {t('sequence.is_sent')} · {topic ?? t('sequence.topic_not_here')} · {t('sequence.quoted', { subject })}
    </span>
  );
}

function EditSequence({ sequence, onLeave }: { sequence: Sequence; onLeave: () => void }) {
  const t = useMessages('care');
  const change = useAct(changeSequence, {
    stale: [readSequence, listSequences],
    onDone: () => {
      showToast({ message: t('sequence.changed') });
      onLeave();
    },
  });
  return (
    <SequenceEditor
      title={sequence.name}
      start={draftOfSequence(sequence)}
      isNew={false}
      busy={change.isPending}
      problem={change.error}
      onSave={(draft) =>
        change.mutate({ params: { sequenceId: sequence.id }, body: changeOfSequence(draft, sequence.version) })
      }
      onLeave={onLeave}
    />
  );
}
