import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { listPools, takePoolBack } from '../../contract.ts';
import type { PoolCard } from '../../schema.ts';
import { forgetPools } from '../shared/forget-pools.ts';
import { ModeWord } from '../shared/ModeWord.tsx';
import styles from './pools-page.module.css';

/** Pools that were put away, to take them back. */
export function Archive() {
  const t = useMessages('pools');
  const [isShown, setShown] = useState(false);
  const { data } = useRead(listPools, { query: { archived: 'yes' } });
  if (!data || data.items.length === 0) return null;
  if (!isShown) {
    return (
      <p className={styles.archive}>
        <Button look="bare" onClick={() => setShown(true)}>
          {t('list.show_archived')}
        </Button>
      </p>
    );
  }
  return (
    <Section title={t('list.archived')}>
      <ul>
        {data.items.map((pool) => (
          <ArchivedPool key={pool.id} pool={pool} />
        ))}
      </ul>
    </Section>
  );
}

function ArchivedPool({ pool: { id, name, mode, archivedAt, mayEdit } }: { pool: PoolCard }) {
  const t = useMessages('pools');
  const formats = useFormats();
  const cache = useQueryClient();
  const back = useAct(takePoolBack, {
    onDone: () => {
      showToast({ message: t('list.taken_back', { name }) });
      void forgetPools(cache);
    },
  });
  return (
    <li className={styles.line}>
      <span>
        <b className={styles.name}>{name}</b> <ModeWord mode={mode} />{' '}
        <span className={styles.quiet}>{archivedAt && formats.dateLong(archivedAt)}</span>
        {back.error && <ProblemNote problem={back.error} />}
      </span>
      {mayEdit && (
        <Button look="bare" busy={back.isPending} onClick={() => back.mutate({ params: { poolId: id } })}>
          {t('list.take_back')}
        </Button>
      )}
    </li>
  );
}
