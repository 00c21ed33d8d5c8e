import { useParams } from '@tanstack/react-router';
import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { EmptyState } from '#ground/ui/EmptyState.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { listTalents } from '#rooms/talents/contract.ts';
import { readPoolHealth } from '../../contract.ts';
import type { PoolHealth, PoolPage } from '../../schema.ts';
import { PoolFrame } from '../pool/PoolFrame.tsx';
import { CleanUpStart } from './CleanUpStart.tsx';
import { HealthBars, type HealthBar } from './HealthBars.tsx';
import styles from './health.module.css';

/** How good a pool still is, and the way to make it better. */
export function HealthPage() {
  const { poolId = '' }: { poolId?: string } = useParams({ strict: false });
  return (
    <PoolFrame poolId={poolId} tab="health">
      {(pool) => <Health pool={pool} />}
    </PoolFrame>
  );
}

function Health({ pool }: { pool: PoolPage }) {
  const t = useMessages('pools');
  const { data, error, refetch } = useRead(readPoolHealth, { params: { poolId: pool.id } });
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={10} />;
  if (data.people === 0) return <EmptyState>{t('health.empty')}</EmptyState>;
  return (
    <div className={styles.page}>
      <p className={styles.lede}>{t('health.lede')}</p>
      {groupsOf(data).map(({ title, bars }) => (
        <HealthBars key={title} title={t(`health.${title}`)} bars={bars} people={data.people} />
      ))}
      <Also pool={pool} health={data} />
      <CleanUpStart pool={pool} />
    </div>
  );
}

/** The worst comes last; what a role may not see is left out. */
function groupsOf({ silence, age, reach, permission }: PoolHealth): { title: string; bars: HealthBar[] }[] {
  return [
    { title: 'silence', bars: barsOf('silence', { ...silence }) },
    { title: 'age', bars: barsOf('age', { ...age }) },
    ...(reach
      ? [
          {
            title: 'reach',
            bars: barsOf('reach', {
              mail: reach.mail,
              phoneOnly: reach.phoneOnly,
              bounced: reach.bounced,
              nothing: reach.nothing,
            }),
          },
        ]
      : []),
    ...(permission
      ? [
          {
            title: 'permission',
            bars: barsOf('permission', {
              yes: permission.yes,
              never: permission.never,
              ended: permission.ended,
              no: permission.no,
            }),
          },
        ]
      : []),
  ];
}

const barsOf = (group: string, counts: Record<string, number>): HealthBar[] =>
  Object.entries(counts).map(([name, count]) => ({ key: `health.${group}_${name}`, count }));

function Also({ pool, health }: { pool: PoolPage; health: PoolHealth }) {
  const t = useMessages('pools');
  const doubles = useRead(listTalents, { query: { pool: pool.id, hasDuplicates: 'yes', limit: 1 } });
  const bars = [
    { key: 'health.erases_soon', count: health.erasesSoon },
    { key: 'health.paused', count: health.paused },
    { key: 'health.without_owner', count: health.withoutOwner },
    { key: 'health.without_deputy', count: health.withoutDeputy },
    { key: 'health.duplicates', count: doubles.data?.count.value ?? 0 },
  ];
  return <HealthBars title={t('health.also')} bars={bars} people={health.people} />;
}
