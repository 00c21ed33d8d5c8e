import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { readPool } from '../../contract.ts';
import type { PoolPage } from '../../schema.ts';
import { ModeWord } from '../shared/ModeWord.tsx';
import styles from './pool-frame.module.css';

interface PoolFrameProps {
  poolId: string;
  tab: 'board' | 'health' | 'settings';
  actions?: (pool: PoolPage) => ReactNode;
  children: (pool: PoolPage, refetch: () => void) => ReactNode;
}

/** Name, mode and the views of one pool; what is seen of it stands below. */
export function PoolFrame({ poolId, tab, actions, children }: PoolFrameProps) {
  const t = useMessages('pools');
  const { data: pool, error, refetch } = useRead(readPool, { params: { poolId } });
  const title = pool?.name ?? t('nav');
  return (
    <Page
      title={title}
      heading={pool ? <Heading pool={pool} tab={tab} /> : undefined}
      path={[{ label: t('nav'), to: '/pools' }, ...(pool ? [{ label: pool.name }] : [])]}
      actions={pool && actions?.(pool)}
    >
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!pool && !error && <SkeletonRows rows={10} />}
      {pool && children(pool, () => void refetch())}
    </Page>
  );
}

function Heading({ pool, tab }: { pool: PoolPage; tab: PoolFrameProps['tab'] }) {
  const t = useMessages('pools');
  const tabs = [
    { key: 'board', to: '/pools/$poolId' },
    { key: 'health', to: '/pools/$poolId/health' },
    ...(pool.mayEdit ? [{ key: 'settings', to: '/pools/$poolId/settings' }] : []),
  ];
  return (
    <>
      <h1>{pool.name}</h1>
      <p className={styles.facts}>
        <ModeWord mode={pool.mode} />
        <span>{t('list.people_count', { count: pool.people })}</span>
        {pool.paused > 0 && <span>{t('list.paused', { count: pool.paused })}</span>}
        {pool.owner && <span>{t('board.run_by', { name: pool.owner.name })}</span>}
        <span>{t(`seen_by.${pool.visibility}`)}</span>
      </p>
      {pool.purpose && <p className={styles.purpose}>{pool.purpose}</p>}
      <nav aria-label={t('tab.title')} className={styles.tabs}>
        {tabs.map(({ key, to }) => (
          <Link
            key={key}
            to={to}
            params={{ poolId: pool.id }}
            activeOptions={{ exact: true }}
            data-here={key === tab}
            className={styles.tab}
          >
            {t(`tab.${key}`)}
          </Link>
        ))}
      </nav>
    </>
  );
}
