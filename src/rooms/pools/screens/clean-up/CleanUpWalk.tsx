import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { useFormats, useToday } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Growing } from '#ground/ui/Growing.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { useShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { dropCleanUp, finishCleanUp, listCleanUpItems } from '../../contract.ts';
import type { CleanUpItem, CleanUpRun } from '../../schema-clean-up.ts';
import type { Decision } from '../../types.ts';
import { forgetPools } from '../shared/forget-pools.ts';
import { dayAfter } from '../shared/day-after.ts';
import { AcceptAll } from './AcceptAll.tsx';
import { CleanUpPerson } from './CleanUpPerson.tsx';
import { Decided } from './Decided.tsx';
import styles from './clean-up.module.css';
import { useDecisions } from './use-decisions.ts';

const REST_DAYS = 180;
const sum = ({ stay, pause, leave }: CleanUpRun['open']) => stay + pause + leave;

/** Person by person: 1 stays, 2 rests, 3 leaves, J skips, Z takes the last decision back. */
export function CleanUpWalk({ run }: { run: CleanUpRun }) {
  const t = useMessages('pools');
  const formats = useFormats();
  const mayDecide = useMay('pools.write');
  const { data, error, refetch } = useRead(listCleanUpItems, { params: { runId: run.id }, query: { limit: 100 } });
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const [until, setUntil] = useState(useRestDay());
  const decisions = useDecisions(run.id);
  const item = nextOf(data?.items ?? [], [...decisions.decided, ...skipped]);
  const decide = (decision: Decision) => {
    if (item && mayDecide) decisions.decide(item, decision, decision === 'pause' ? until : undefined);
  };
  const skip = () => setSkipped([...skipped, item?.talentId ?? '']);
  useWalkKeys({ decide, skip, takeBack: decisions.takeBack });
  const total = sum(run.open) + sum(run.decided);
  return (
    <div className={styles.page}>
      <Growing label={t('clean_up.label')} done={sum(run.decided)} total={total}>
        {t('clean_up.progress', { done: formats.number(sum(run.decided)), total: formats.number(total) })}
      </Growing>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {Boolean(decisions.problem) && <ProblemNote problem={decisions.problem} />}
      {!data && !error && <SkeletonRows rows={6} />}
      {item && (
        <CleanUpPerson
          key={item.talentId}
          item={item}
          until={until}
          onUntil={setUntil}
          onDecide={mayDecide ? decide : undefined}
          onSkip={skip}
        />
      )}
      {sum(run.open) === 0 && <p className={styles.words}>{t('clean_up.all_decided')}</p>}
      {mayDecide && <Ending run={run} until={until} decisions={decisions} />}
      <Decided run={run} mayDecide={mayDecide} />
    </div>
  );
}

interface EndingProps {
  run: CleanUpRun;
  until: string;
  decisions: ReturnType<typeof useDecisions>;
}

const Ending = ({ run, until, decisions: { decided, takeBack } }: EndingProps) => (
  <>
    {run.allowsBulk && <AcceptAll run={run} until={until} />}
    <EndButtons run={run} onTakeBack={decided.length > 0 ? takeBack : undefined} />
  </>
);

const useRestDay = () => dayAfter(useToday(), REST_DAYS);

/** Who was skipped comes again when nobody else is left. */
const nextOf = (items: readonly CleanUpItem[], passed: readonly string[]) =>
  items.find(({ talentId }) => !passed.includes(talentId)) ?? items[0];

interface WalkKeys {
  decide: (decision: Decision) => void;
  skip: () => void;
  takeBack: () => void;
}

function useWalkKeys({ decide, skip, takeBack }: WalkKeys) {
  const t = useMessages('pools');
  useShortcuts([
    { keys: '1', label: t('clean_up.stay'), run: () => decide('stay') },
    { keys: '2', label: t('clean_up.pause'), run: () => decide('pause') },
    { keys: '3', label: t('clean_up.leave'), run: () => decide('leave') },
    { keys: 'j', label: t('clean_up.skip'), run: skip },
    { keys: 'z', label: t('clean_up.back'), run: takeBack },
  ]);
}

function EndButtons({ run, onTakeBack }: { run: CleanUpRun; onTakeBack: (() => void) | undefined }) {
  const t = useMessages('pools');
  const navigate = useNavigate();
  const cache = useQueryClient();
  const params = { runId: run.id };
  const finish = useAct(finishCleanUp, { onDone: () => void forgetPools(cache) });
  const drop = useAct(dropCleanUp, {
    onDone: () => {
      showToast({ message: t('clean_up.dropped') });
      void navigate({ to: '/pools/$poolId/health', params: { poolId: run.poolId } }).then(() => forgetPools(cache));
    },
  });
  const open = sum(run.open);
  return (
    <>
      <div className={styles.acts}>
        <Button
          look={open === 0 ? 'filled' : 'plain'}
          busy={finish.isPending}
          onClick={() => finish.mutate({ params })}
        >
          {t('clean_up.finish')}
        </Button>
        {onTakeBack && (
          <Button look="bare" keys="z" onClick={onTakeBack}>
            {t('clean_up.back')}
          </Button>
        )}
        <Button look="bare" busy={drop.isPending} onClick={() => drop.mutate({ params })}>
          {t('clean_up.drop')}
        </Button>
      </div>
      {open > 0 && <p className={styles.note}>{t('clean_up.finish_open', { count: open })}</p>}
      {(finish.error ?? drop.error) && <ProblemNote problem={finish.error ?? drop.error} />}
    </>
  );
}
