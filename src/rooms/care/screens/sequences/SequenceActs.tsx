import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Dialog } from '#ground/ui/Dialog.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { changeSequence, listRuns, listSequences, readSequence, removeSequence } from '../../contract-sequences.ts';
import type { Sequence } from '../../schema-sequences.ts';
import type { SequenceState } from '../../types.ts';
import sharedStyles from '../shared/shared.module.css';

/** Start, pause, go on, end; the end stops all runs, so it is asked. */
export function SequenceActs({ sequence, onEdit }: { sequence: Sequence; onEdit: () => void }) {
  const t = useMessages('care');
  const [asks, setAsks] = useState(false);
  const { id, version, state, runs, name } = sequence;
  const change = useAct(changeSequence, {
    stale: [readSequence, listSequences, listRuns],
    onDone: (next) => showToast({ message: t(`plan.turned.${next.state}`, { name }) }),
  });
  const turn = (next: SequenceState) => change.mutate({ params: { sequenceId: id }, body: { version, state: next } });
  const neverRan = runs.running + runs.finished + runs.stopped === 0;
  return (
    <div className={sharedStyles.acts}>
      {(state === 'draft' || state === 'paused') && (
        <Button look="filled" busy={change.isPending} onClick={() => turn('running')}>
          {t(state === 'draft' ? 'sequence.start' : 'plan.go_on')}
        </Button>
      )}
      {state === 'running' && (
        <Button busy={change.isPending} onClick={() => turn('paused')}>
          {t('plan.pause')}
        </Button>
      )}
      {state !== 'ended' && <Button onClick={onEdit}>{t('plan.edit')}</Button>}
      {state === 'draft' && neverRan && <RemoveButton sequence={sequence} />}
      {(state === 'running' || state === 'paused') && <Button onClick={() => setAsks(true)}>{t('plan.end')}</Button>}
      {change.error && <ProblemNote problem={change.error} />}
      <Dialog
        open={asks}
        onClose={() => setAsks(false)}
        title={t('plan.end_question', { name })}
        answers={
          <>
            <Button
              look="risk"
              onClick={() => {
                setAsks(false);
                turn('ended');
              }}
            >
              {t('sequence.end_yes')}
            </Button>
            <Button onClick={() => setAsks(false)}>{t('plan.end_no')}</Button>
          </>
        }
      >
        <p>{t('sequence.end_means', { count: runs.running })}</p>
      </Dialog>
    </div>
  );
}

function RemoveButton({ sequence: { id, name } }: { sequence: Sequence }) {
  const t = useMessages('care');
  const navigate = useNavigate();
  const remove = useAct(removeSequence, {
    stale: [listSequences],
    onDone: () => {
      showToast({ message: t('plan.removed', { name }) });
      void navigate({ to: '/care/sequences' });
    },
  });
  return (
    <>
      <Button busy={remove.isPending} onClick={() => remove.mutate({ params: { sequenceId: id } })}>
        {t('plan.remove')}
      </Button>
      {remove.error && <ProblemNote problem={remove.error} />}
    </>
  );
}
