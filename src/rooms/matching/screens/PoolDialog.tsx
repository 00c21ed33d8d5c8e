import { useState } from 'react';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useHasMessage, useMessages } from '#ground/i18n/use-messages.ts';
import { useProblemWords } from '#ground/i18n/use-problem-words.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Dialog } from '#ground/ui/Dialog.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { listPools } from '#rooms/pools/contract.ts';
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
  const act = useAct(shortlistToPool, {
    onDone: ({ added, leftOut }) => {
      if (leftOut.length > 0) return;
      showToast({ message: t('pool.done', { count: added.length }) });
      onDone();
    },
  });
  if (act.data && act.data.leftOut.length > 0) return <LeftOut outcome={act.data} people={people} onDone={onDone} />;
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
  outcome: { added: string[]; leftOut: { talentId: string; code: string }[] };
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
