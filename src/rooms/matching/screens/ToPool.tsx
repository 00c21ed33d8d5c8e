import { useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { BulkBar } from '#ground/ui/list/BulkBar.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import type { Match } from '../schema-matches.ts';
import styles from './matches.module.css';
import { PoolDialog } from './PoolDialog.tsx';

interface ToPoolProps {
  demandId: string;
  people: readonly Match[];
  onDone: () => void;
}

/** The server takes so many at once: each gets a reason of their own, which somebody has to have seen. */
const MOST_AT_ONCE = 25;

/** What can be done with the marked people, at the foot of the window. */
export function ToPool({ demandId, people, onDone }: ToPoolProps) {
  const t = useMessages('matching');
  const mayWritePools = useMay('pools.write');
  const [isOpen, setOpen] = useState(false);
  if (people.length === 0) return null;
  return (
    <div className={styles.bulk}>
      <BulkBar label={t('marked.bar')} count={t('marked.count', { count: people.length })}>
        {mayWritePools && people.length <= MOST_AT_ONCE && (
          <Button onClick={() => setOpen(true)}>{t('pool.open')}</Button>
        )}
        {people.length > MOST_AT_ONCE && <span>{t('pool.at_most', { count: MOST_AT_ONCE })}</span>}
        <Button look="bare" onClick={onDone}>
          {t('marked.clear')}
        </Button>
      </BulkBar>
      {isOpen && (
        <PoolDialog
          demandId={demandId}
          people={people}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            onDone();
          }}
        />
      )}
    </div>
  );
}
