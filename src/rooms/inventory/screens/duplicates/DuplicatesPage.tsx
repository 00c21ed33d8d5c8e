import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button, buttonClass } from '#ground/ui/Button.tsx';
import { EmptyState } from '#ground/ui/EmptyState.tsx';
import { Chips } from '#ground/ui/FilterSentence.tsx';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { searchDuplicates } from '../../contract.ts';
import { DecidedPairs } from './DecidedPairs.tsx';
import styles from './duplicates-page.module.css';
import { PairReview } from './PairReview.tsx';
import { useQueue } from './use-queue.ts';

const STATES = ['open', 'later', 'merged', 'different'] as const;
type PairState = (typeof STATES)[number];

/** Who is here twice? One pair after the other, and everything can be taken apart again. */
export function DuplicatesPage() {
  const t = useMessages('inventory');
  const [state, setState] = useState<PairState>('open');
  const search = useAct(searchDuplicates, { onDone: () => showToast({ message: t('duplicates.searching') }) });
  return (
    <Page
      title={t('duplicates.title')}
      lede={t('duplicates.lede')}
      path={[{ label: t('nav'), to: '/inventory' }, { label: t('duplicates.title') }]}
      actions={
        <Button busy={search.isPending} onClick={() => search.mutate({})}>
          {t('duplicates.search')}
        </Button>
      }
    >
      <div className={styles.states}>
        <Chips<PairState>
          label={t('duplicates.states')}
          options={STATES.map((value) => ({ value, label: t(`duplicates.state.${value}`) }))}
          value={state}
          onChoose={setState}
        />
      </div>
      {search.error && <ProblemNote problem={search.error} />}
      {state === 'open' ? <Queue /> : <DecidedPairs key={state} state={state} />}
    </Page>
  );
}

function Queue() {
  const t = useMessages('inventory');
  const formats = useFormats();
  const queue = useQueue();
  const { pages, pair } = queue;
  const title = useFocusOnNext(pair?.id);
  if (pages.isPending) return <SkeletonRows rows={6} />;
  if (pages.error) return <ProblemNote problem={pages.error} onRetry={() => void pages.refetch()} />;
  if (!pair) {
    return (
      <EmptyState
        actions={
          <Link to="/inventory" className={buttonClass('filled')}>
            {t('duplicates.to_inventory')}
          </Link>
        }
      >
        {t('duplicates.none')}
      </EmptyState>
    );
  }
  return (
    <section aria-labelledby="pair-title" className={styles.review}>
      <h2 ref={title} tabIndex={-1} id="pair-title" className={styles.head}>
        {t('duplicates.maybe_same')}{' '}
        <output>
          {t('duplicates.place', { place: formats.number(queue.place), total: formats.number(queue.openCount) })}
        </output>
      </h2>
      <PairReview
        key={pair.id}
        pair={pair}
        onMerge={(choices) => void queue.merge(pair, choices)}
        onDecide={(decision) => void queue.decide(pair, decision)}
        onWalk={queue.walk}
      />
    </section>
  );
}

/** After an act the next pair takes the focus, so that the keyboard goes on where the eyes are. */
function useFocusOnNext(pairId: string | undefined) {
  const title = useRef<HTMLHeadingElement>(null);
  const before = useRef(pairId);
  useEffect(() => {
    if (before.current !== undefined && before.current !== pairId) title.current?.focus();
    before.current = pairId;
  }, [pairId]);
  return title;
}
