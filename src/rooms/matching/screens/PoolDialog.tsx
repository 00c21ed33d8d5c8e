import { useState } from 'react';
import type { z } from 'zod';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useHasMessage, useMessages } from '#ground/i18n/use-messages.ts';
import { useProblemWords } from '#ground/i18n/use-problem-words.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Dialog } from '#ground/ui/Dialog.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { listPools, undoPoolAct } from '#rooms/pools/contract.ts';
import { shortlistToPool } from '../contract-matches.ts';
import type { Match } from '../schema-matches.ts';
import styles from './matches.module.css';

interface PoolDialogProps {
  demandId: string;
  people: readonly Match[];
  onClose: () => void;
  onDone: () => void;
}

/** Marked people go into a pool, each with the reason of the match; who is left out is named with the reason. */
export function PoolDialog({ demandId, people, onClose, onDone }: PoolDialogProps) {
  const t = useMessages('matching');
  const { data, error } = useRead(listPools, { query: {} });
  const pools = (data?.items ?? []).filter(({ mayEdit }) => mayEdit);
  const [poolId, setPoolId] = useState('');
  const chosen = poolId || (pools[0]?.id ?? '');
  const sayDone = useDoneToast();
  const act = useAct(shortlistToPool, {
    onDone: (outcome) => {
      if (outcome.leftOut.length > 0) return;
      sayDone(outcome);
      onDone();
    },
  });
  const leaveOut = (outcome: Outcome) => {
    sayDone(outcome);
    onDone();
  };
  if (act.data && act.data.leftOut.length > 0) {
    const outcome = act.data;
    return <LeftOut outcome={outcome} people={people} onDone={() => leaveOut(outcome)} />;
  }
  const talentIds = people.map(({ talentId }) => talentId);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('pool.title', { count: people.length })}
      answers={
        <>
          <Button
            look="filled"
            busy={act.isPending}
            disabled={chosen === ''}
            onClick={() => act.mutate({ params: { demandId }, body: { poolId: chosen, talentIds } })}
          >
            {t('pool.add')}
          </Button>
          <Button onClick={onClose}>{t('pool.leave')}</Button>
        </>
      }
    >
      <p>{t('pool.what')}</p>
      {data && <PoolChoice pools={pools} chosen={chosen} onChoose={setPoolId} />}
      {(act.error ?? error) && <ProblemNote problem={act.error ?? error} />}
    </Dialog>
  );
}

type Outcome = z.output<(typeof shortlistToPool)['answer']>;

/** What was added can be taken back at once, all of it. */
function useDoneToast() {
  const t = useMessages('matching');
  const undo = useAct(undoPoolAct);
  return ({ added, actIds }: Outcome) => {
    if (added.length === 0) return;
    showToast({
      message: t('pool.done', { count: added.length }),
      undo: async () => {
        for (const actId of actIds) await undo.mutateAsync({ params: { actId } });
        showToast({ message: t('pool.taken_back', { count: added.length }) });
      },
    });
  };
}

interface PoolChoiceProps {
  pools: readonly { id: string; name: string; mode: string }[];
  chosen: string;
  onChoose: (poolId: string) => void;
}

function PoolChoice({ pools, chosen, onChoose }: PoolChoiceProps) {
  const t = useMessages('matching');
  if (pools.length === 0) return <p>{t('pool.none')}</p>;
  return (
    <SelectField
      label={t('pool.which')}
      value={chosen}
      options={pools.map(({ id, name, mode }) => ({ value: id, label: t(`pool.mode.${mode}`, { name }) }))}
      onChoose={onChoose}
    />
  );
}

interface LeftOutProps {
  outcome: Outcome;
  people: readonly Match[];
  onDone: () => void;
}

function LeftOut({ outcome: { added, leftOut }, people, onDone }: LeftOutProps) {
  const t = useMessages('matching');
  const formats = useFormats();
  const words = useOutWords();
  const nameOf = (talentId: string) =>
    people.find((one) => one.talentId === talentId)?.name ?? t('blind_name', { sign: '' });
  const byCode = Map.groupBy(leftOut, ({ code }) => code);
  return (
    <Dialog
      open
      onClose={onDone}
      title={t('pool.left_out', { count: leftOut.length })}
      answers={<Button onClick={onDone}>{t('pool.understood')}</Button>}
    >
      <p>{added.length > 0 ? t('pool.done', { count: added.length }) : t('pool.nobody_added')}</p>
      <ul className={styles.leftOut}>
        {[...byCode].map(([code, all]) => (
          <li key={code}>
            <b>{formats.list(all.map(({ talentId }) => nameOf(talentId)))}</b>
            <span>{words(code)}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** Our own words for what happens often; a refusal of the pools says its own sentence. */
function useOutWords() {
  const t = useMessages('matching');
  useMessages('pools');
  const hasMessage = useHasMessage();
  const problemWords = useProblemWords();
  return (code: string) => {
    const key = `pool.out.${code.replace('pools.', '')}`;
    return hasMessage('matching', key) ? t(key) : problemWords({ code });
  };
}
