import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { call } from '#ground/http/client.ts';
import { keyOf } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { EmptyState } from '#ground/ui/EmptyState.tsx';
import { Chips } from '#ground/ui/FilterSentence.tsx';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { useShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { listDemands } from '../contract.ts';
import { DEMAND_STATES, type DemandCard } from '../schema.ts';
import { DemandPanel } from './DemandPanel.tsx';
import { DemandTable } from './DemandTable.tsx';
import styles from './demands.module.css';
import { GateFigures } from './GateFigures.tsx';

type State = DemandCard['state'];
interface DemandsSearch {
  act?: 'plan';
  state?: State;
}

/** Whom do we need, and when: planned roles and vacancies, with the gate each of them still has ahead. */
export function DemandsPage() {
  const t = useMessages('demand');
  const search: DemandsSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const mayPlan = useMay('demand.write');
  const plan = () => void navigate({ to: '/demands', search: { ...search, act: 'plan' } });
  const close = () => void navigate({ to: '/demands', search: { ...search, act: undefined } });
  useShortcuts(mayPlan ? [{ keys: 'a', label: t('plan.open'), run: plan }] : []);
  return (
    <Page
      title={t('nav')}
      lede={t('page.lede')}
      actions={
        mayPlan && (
          <Button keys="a" onClick={plan}>
            {t('plan.open')}
          </Button>
        )
      }
      aside={<GateFigures />}
    >
      <Chips
        label={t('filter.state')}
        value={search.state ?? 'open'}
        options={DEMAND_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
        onChoose={(state) => void navigate({ to: '/demands', search: { state } })}
      />
      <DemandList state={search.state ?? 'open'} onPlan={mayPlan ? plan : undefined} />
      {search.act === 'plan' && mayPlan && <DemandPanel onClose={close} />}
    </Page>
  );
}

function DemandList({ state, onPlan }: { state: State; onPlan: (() => void) | undefined }) {
  const t = useMessages('demand');
  const list = useInfiniteQuery({
    queryKey: [...keyOf(listDemands), state],
    queryFn: ({ pageParam, signal }) =>
      call(listDemands, { query: { state, ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.error || list.isPending) {
    return (
      <div className={styles.waiting}>
        {list.error ? (
          <ProblemNote problem={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <SkeletonRows rows={6} />
        )}
      </div>
    );
  }
  if (items.length === 0) return <NoDemand state={state} onPlan={onPlan} />;
  return (
    <div className={styles.list}>
      <DemandTable items={items} />
      {list.hasNextPage && (
        <Button look="bare" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}

function NoDemand({ state, onPlan }: { state: State; onPlan: (() => void) | undefined }) {
  const t = useMessages('demand');
  if (state !== 'open') return <EmptyState>{t(`empty.${state}`)}</EmptyState>;
  return (
    <EmptyState
      actions={
        onPlan && (
          <Button look="filled" keys="a" onClick={onPlan}>
            {t('plan.first')}
          </Button>
        )
      }
    >
      {t('empty.open')}
    </EmptyState>
  );
}
