import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#ground/http/client.ts';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Dialog } from '#ground/ui/Dialog.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { changePlan, listPlans, readPlan, removePlan } from '../../contract-plans.ts';
import type { PlanDetail } from '../../schema-plans.ts';
import type { PlanState } from '../../types.ts';
import { forgetCare } from '../shared/forget-care.ts';
import sharedStyles from '../shared/shared.module.css';
import { useUndo } from '../shared/use-undo.ts';

/** Start, pause, go on, end; a draft can be removed. Ending is asked, because the people leave the plan. */
export function PlanActs({ plan, onEdit }: { plan: PlanDetail; onEdit: () => void }) {
  const t = useMessages('care');
  const [asks, setAsks] = useState<'end' | 'remove'>();
  const turn = useTurn(plan);
  const { state } = plan;
  return (
    <div className={sharedStyles.acts}>
      {state === 'draft' && (
        <Button look="filled" busy={turn.isPending} onClick={() => turn.to('running')}>
          {t('plan.start')}
        </Button>
      )}
      {state === 'paused' && (
        <Button look="filled" busy={turn.isPending} onClick={() => turn.to('running')}>
          {t('plan.go_on')}
        </Button>
      )}
      {state === 'running' && (
        <Button busy={turn.isPending} onClick={() => turn.to('paused')}>
          {t('plan.pause')}
        </Button>
      )}
      {state !== 'ended' && <Button onClick={onEdit}>{t('plan.edit')}</Button>}
      {state === 'draft' && <Button onClick={() => setAsks('remove')}>{t('plan.remove')}</Button>}
      {(state === 'running' || state === 'paused') && <Button onClick={() => setAsks('end')}>{t('plan.end')}</Button>}
      {turn.error && <ProblemNote problem={turn.error} />}
      {asks === 'end' && (
        <EndDialog
          plan={plan}
          busy={turn.isPending}
          onEnd={() => turn.to('ended')}
          onClose={() => setAsks(undefined)}
        />
      )}
      {asks === 'remove' && <RemoveDialog plan={plan} onClose={() => setAsks(undefined)} />}
    </div>
  );
}

/** Changes the state; pausing and going on can be taken back. */
function useTurn({ id, version, name, state: before }: PlanDetail) {
  const t = useMessages('care');
  const cache = useQueryClient();
  const undo = useUndo();
  const change = useAct(changePlan, {
    stale: [readPlan, listPlans],
    onDone: (plan) => {
      const canTurnBack = before !== 'draft' && plan.state !== 'ended';
      showToast({
        message: t(`plan.turned.${plan.state}`, { name }),
        ...(canTurnBack
          ? {
              undo: () =>
                undo(() =>
                  call(changePlan, { params: { planId: id }, body: { version: plan.version, state: before } }),
                ),
            }
          : {}),
      });
      void forgetCare(cache);
    },
  });
  const to = (state: PlanState) => change.mutate({ params: { planId: id }, body: { version, state } });
  return { to, isPending: change.isPending, error: change.error };
}

interface EndDialogProps {
  plan: PlanDetail;
  busy: boolean;
  onEnd: () => void;
  onClose: () => void;
}

function EndDialog({ plan: { name, people }, busy, onEnd, onClose }: EndDialogProps) {
  const t = useMessages('care');
  const end = () => {
    onEnd();
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('plan.end_question', { name })}
      answers={
        <>
          <Button look="risk" busy={busy} onClick={end}>
            {t('plan.end_yes')}
          </Button>
          <Button onClick={onClose}>{t('plan.end_no')}</Button>
        </>
      }
    >
      <p>{t('plan.end_means', { count: people })}</p>
    </Dialog>
  );
}

function RemoveDialog({ plan: { id, name }, onClose }: { plan: PlanDetail; onClose: () => void }) {
  const t = useMessages('care');
  const navigate = useNavigate();
  const remove = useAct(removePlan, {
    stale: [listPlans],
    onDone: () => {
      showToast({ message: t('plan.removed', { name }) });
      void navigate({ to: '/care' });
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('plan.remove_question', { name })}
      answers={
        <>
          <Button look="risk" busy={remove.isPending} onClick={() => remove.mutate({ params: { planId: id } })}>
            {t('plan.remove_yes')}
          </Button>
          <Button onClick={onClose}>{t('plan.end_no')}</Button>
        </>
      }
    >
      {remove.error && <ProblemNote problem={remove.error} />}
    </Dialog>
  );
}
