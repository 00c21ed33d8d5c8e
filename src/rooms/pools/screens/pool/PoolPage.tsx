import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button, buttonClass } from '#ground/ui/Button.tsx';
import { EmptyState } from '#ground/ui/EmptyState.tsx';
import { rememberVisit } from '#ground/ui/recent.ts';
import { useMay } from '#ground/ui/session/session.ts';
import { useShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';
import type { PoolPage as Pool } from '../../schema.ts';
import { AddPanel } from '../people/AddPanel.tsx';
import { Board } from './Board.tsx';
import { PoolFrame } from './PoolFrame.tsx';
import { VolumeBoard } from './VolumeBoard.tsx';

/** One pool by its stages: a Boutique to be moved, a Volumen pool to be counted. */
export function PoolPage() {
  const { poolId = '' }: { poolId?: string } = useParams({ strict: false });
  return (
    <PoolFrame poolId={poolId} tab="board" actions={actionsOf}>
      {(pool) => <PoolBody pool={pool} />}
    </PoolFrame>
  );
}

const actionsOf = (pool: Pool) => <Actions pool={pool} />;

function useAddAct(poolId: string) {
  const navigate = useNavigate();
  const { act }: { act?: string } = useSearch({ strict: false });
  const go = (next: 'add' | undefined) =>
    void navigate({ to: '/pools/$poolId', params: { poolId }, search: { act: next }, replace: true });
  return { isOpen: act === 'add', open: () => go('add'), close: () => go(undefined) };
}

function Actions({ pool }: { pool: Pool }) {
  const t = useMessages('pools');
  const mayWrite = useMay('pools.write') && pool.archivedAt === null;
  const { open } = useAddAct(pool.id);
  useShortcuts(mayWrite ? [{ keys: 'a', label: t('board.add'), run: open }] : []);
  return (
    <>
      <Link to="/talents" search={{ pool: pool.id }} className={buttonClass()}>
        {t('board.list')}
      </Link>
      {mayWrite && (
        <Button look="filled" keys="a" onClick={open}>
          {t('board.add')}
        </Button>
      )}
    </>
  );
}

function PoolBody({ pool }: { pool: Pool }) {
  const t = useMessages('pools');
  const add = useAddAct(pool.id);
  const mayWrite = useMay('pools.write');
  useEffect(() => rememberVisit({ to: `/pools/${pool.id}`, label: pool.name, kind: 'page' }), [pool.id, pool.name]);
  return (
    <>
      {add.isOpen && mayWrite && <AddPanel pool={pool} onClose={add.close} />}
      {pool.people === 0 ? (
        <EmptyState actions={mayWrite && <Button onClick={add.open}>{t('board.add')}</Button>}>
          {t(`board.empty_${pool.mode}`)}
        </EmptyState>
      ) : pool.allowsBulk ? (
        <VolumeBoard pool={pool} />
      ) : (
        <Board pool={pool} />
      )}
    </>
  );
}
