import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button, buttonClass } from '#ground/ui/Button.tsx';
import { EmptyState } from '#ground/ui/EmptyState.tsx';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { readYear } from '../../contract-plans.ts';
import { CareTabs } from '../shared/CareTabs.tsx';
import { useToday } from '#ground/i18n/use-formats.ts';
import { YearLines } from './YearLines.tsx';
import { YearTable } from './YearTable.tsx';

/** Who hears what when: one line per plan over twelve months, and the same as a table below. */
export function YearPage() {
  const t = useMessages('care');
  const navigate = useNavigate();
  const today = useToday();
  const { year = Number(today.slice(0, 4)) }: { year?: number } = useSearch({ strict: false });
  const { data, error, refetch } = useRead(readYear, { query: { year } });
  const goTo = (next: number) => void navigate({ to: '/care/year', search: { year: next }, replace: true });
  useShortcuts([
    { keys: '[', label: t('year.before', { year: year - 1 }), run: () => goTo(year - 1) },
    { keys: ']', label: t('year.after', { year: year + 1 }), run: () => goTo(year + 1) },
  ]);
  return (
    <Page
      title={t('year.title', { year })}
      lede={t('year.lede')}
      path={[{ label: t('nav.care'), to: '/care' }, { label: String(year) }]}
      actions={
        <>
          <Button keys="[" onClick={() => goTo(year - 1)}>
            {String(year - 1)}
          </Button>
          <Button keys="]" onClick={() => goTo(year + 1)}>
            {String(year + 1)}
          </Button>
        </>
      }
    >
      <CareTabs />
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={6} />}
      {data?.plans.length === 0 && (
        <EmptyState
          actions={
            <Link to="/care" className={buttonClass()}>
              {t('year.to_plans')}
            </Link>
          }
        >
          {t('year.empty')}
        </EmptyState>
      )}
      {data && data.plans.length > 0 && (
        <>
          <YearLines view={data} today={today} />
          <YearTable view={data} />
        </>
      )}
    </Page>
  );
}
