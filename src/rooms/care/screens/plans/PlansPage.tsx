import { useNavigate, useSearch } from '@tanstack/react-router';
import { call } from '#ground/http/client.ts';
import { keyOf } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { EmptyState } from '#ground/ui/EmptyState.tsx';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { useShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { listPlans } from '../../contract-plans.ts';
import { CareTabs } from '../shared/CareTabs.tsx';
import { MoreButton } from '../shared/MoreButton.tsx';
import { usePages } from '../shared/use-pages.ts';
import { NewPlanPage } from './NewPlanPage.tsx';
import { PlanRow } from './PlanRow.tsx';

interface CareSearch {
  act?: 'add';
  pool?: string;
  segment?: string;
}

/** Which plans there are, for whom, how often, and how many people are due. */
export function PlansPage() {
  const navigate = useNavigate();
  const { act, pool, segment }: CareSearch = useSearch({ strict: false });
  const mayPlan = useMay('care.manage_plans');
  const show = (next?: 'add') => void navigate({ to: '/care', search: { act: next } });
  if (act === 'add' && mayPlan) return <NewPlanPage poolId={pool} segmentId={segment} onLeave={() => show()} />;
  return <PlanList onAdd={mayPlan ? () => show('add') : undefined} />;
}

function PlanList({ onAdd }: { onAdd: (() => void) | undefined }) {
  const t = useMessages('care');
  const list = usePages({
    key: [...keyOf(listPlans), 'pages'],
    load: (cursor, signal) => call(listPlans, { query: { cursor } }, { signal }),
  });
  const plans = list.pages.flatMap(({ items }) => items);
  const isEmpty = list.data !== undefined && plans.length === 0;
  useShortcuts(onAdd ? [{ keys: 'a', label: t('plan.add'), run: onAdd }] : []);
  return (
    <Page
      title={t('nav.care')}
      lede={t('plans.lede')}
      actions={
        onAdd &&
        !isEmpty && (
          <Button look="filled" keys="a" onClick={onAdd}>
            {t('plan.add')}
          </Button>
        )
      }
    >
      <CareTabs />
      {list.error && <ProblemNote problem={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <SkeletonRows rows={6} />}
      {isEmpty && (
        <EmptyState
          actions={
            onAdd && (
              <Button look="filled" keys="a" onClick={onAdd}>
                {t('empty.first_plan')}
              </Button>
            )
          }
        >
          {t('plans.empty')}
        </EmptyState>
      )}
      {plans.length > 0 && (
        <ul aria-label={t('tabs.plans')}>
          {plans.map((plan) => (
            <PlanRow key={plan.id} plan={plan} />
          ))}
        </ul>
      )}
      <MoreButton {...list} />
    </Page>
  );
}
