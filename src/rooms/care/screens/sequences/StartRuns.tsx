import { useDeferredValue, useState } from 'react';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { suggestTalents } from '#rooms/talents/contract.ts';
import { listRuns, listSequences, readSequence, startRuns } from '../../contract-sequences.ts';
import type { Sequence } from '../../schema-sequences.ts';
import { ActFrame } from '../acts/ActFrame.tsx';
import styles from './sequences.module.css';

interface Picked {
  id: string;
  name: string;
}

/** Starts the sequence for people who are looked up by name. Who cannot start is named with the reason. */
export function StartRuns({ sequence }: { sequence: Sequence }) {
  const t = useMessages('care');
  const [isOpen, setOpen] = useState(false);
  const [people, setPeople] = useState<readonly Picked[]>([]);
  const leave = () => {
    setOpen(false);
    setPeople([]);
  };
  const start = useAct(startRuns, {
    stale: [listRuns, readSequence, listSequences],
    onDone: ({ started, leftOut }) => {
      const [first] = leftOut;
      showToast({
        message: first
          ? t(`runs.left_out.${first.reason}`, { count: started, left: leftOut.length })
          : t('runs.started', { count: started }),
      });
      leave();
    },
  });
  if (!isOpen) return <Button onClick={() => setOpen(true)}>{t('runs.start')}</Button>;
  return (
    <ActFrame
      title={t('runs.start')}
      save={t('runs.start_for', { count: people.length })}
      busy={start.isPending}
      isEmpty={people.length === 0}
      problem={start.error}
      onSave={() =>
        start.mutate({ params: { sequenceId: sequence.id }, body: { talentIds: people.map(({ id }) => id) } })
      }
      onLeave={leave}
    >
      <PersonSearch chosen={people} onPick={(one) => setPeople([...people.filter(({ id }) => id !== one.id), one])} />
      {people.length > 0 && (
        <ul className={styles.picked}>
          {people.map(({ id, name }) => (
            <li key={id}>
              <Button
                aria-label={t('runs.unpick', { name })}
                onClick={() => setPeople(people.filter((one) => one.id !== id))}
              >
                {`${name} ×`}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </ActFrame>
  );
}

function PersonSearch({ chosen, onPick }: { chosen: readonly Picked[]; onPick: (one: Picked) => void }) {
  const t = useMessages('care');
  const [q, setQ] = useState('');
  const asked = useDeferredValue(q.trim());
  const { data } = useRead(suggestTalents, { query: { q: asked } }, { enabled: asked.length >= 2 });
  const found = asked.length < 2 ? [] : (data?.items ?? []).filter(({ id }) => !chosen.some((one) => one.id === id));
  return (
    <div>
      <TextField label={t('runs.search')} autoComplete="off" value={q} onChange={(event) => setQ(event.target.value)} />
      <ul className={styles.found}>
        {found.map(({ id, name, role, employer }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => {
                onPick({ id, name });
                setQ('');
              }}
            >
              <b>{name}</b> {[role, employer].filter(Boolean).join(', ')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
