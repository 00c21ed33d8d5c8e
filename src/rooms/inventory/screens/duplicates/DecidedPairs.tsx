import { useQueryClient } from '@tanstack/react-query';
import { call } from '#ground/http/client.ts';
import { keyOf, useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { PersonName } from '#ground/ui/PersonName.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { Button } from '#ground/ui/Button.tsx';
import { decidePair, listDuplicates, readSummary, separatePair } from '../../contract.ts';
import type { DuplicatePair } from '../../schema.ts';
import { MoreButton } from '../MoreButton.tsx';
import { usePages } from '../use-pages.ts';
import styles from './duplicates-page.module.css';

const PAGE = 50;

/** What was decided before, each with its way back. */
export function DecidedPairs({ state }: { state: 'later' | 'merged' | 'different' }) {
  const t = useMessages('inventory');
  const pages = usePages({
    key: [listDuplicates.path, state],
    load: (cursor, signal) => call(listDuplicates, { query: { cursor, limit: PAGE, state } }, { signal }),
  });
  if (pages.isPending) return <SkeletonRows rows={6} />;
  if (pages.error) return <ProblemNote problem={pages.error} onRetry={() => void pages.refetch()} />;
  if (pages.items.length === 0) return <p className={styles.promise}>{t(`duplicates.none_of.${state}`)}</p>;
  return (
    <>
      <ul className={styles.decided}>
        {pages.items.map((pair) => (
          <DecidedLine key={pair.id} pair={pair} />
        ))}
      </ul>
      <MoreButton {...pages} />
    </>
  );
}

function DecidedLine({ pair }: { pair: DuplicatePair }) {
  const t = useMessages('inventory');
  const cache = useQueryClient();
  const drop = () => void cache.invalidateQueries({ queryKey: keyOf(listDuplicates) });
  const separate = useAct(separatePair, { stale: [readSummary], onDone: drop });
  const reopen = useAct(decidePair, { stale: [readSummary], onDone: drop });
  const params = { pairId: pair.id };
  const act = () =>
    pair.state === 'merged' ? separate.mutate({ params }) : reopen.mutate({ params, body: { decision: 'open' } });
  const problem = separate.error ?? reopen.error;
  return (
    <li>
      <span>
        <PersonName name={pair.a.name} size="card" /> <span className={styles.unknown}>{t('duplicates.and')}</span>{' '}
        <PersonName name={pair.b.name} size="card" />
      </span>
      <Button busy={separate.isPending || reopen.isPending} onClick={act}>
        {t(`duplicates.back.${pair.state}`)}
      </Button>
      {problem && <ProblemNote problem={problem} />}
    </li>
  );
}
