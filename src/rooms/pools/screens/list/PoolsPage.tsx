import { Link, useNavigate } from '@tanstack/react-router';
import { useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { DataTable } from '#ground/ui/DataTable.tsx';
import { EmptyState } from '#ground/ui/EmptyState.tsx';
import { Page, Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { useShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { useIsPhone } from '#ground/ui/use-phone.ts';
import { listPools } from '../../contract.ts';
import type { PoolCard } from '../../schema.ts';
import { ModeWord } from '../shared/ModeWord.tsx';
import { Archive } from './Archive.tsx';
import { HiddenPools } from './HiddenPools.tsx';
import styles from './pools-page.module.css';
import { SegmentsSection } from './SegmentsSection.tsx';

/** Who belongs together: pools by hand, segments by rule. */
export function PoolsPage() {
  const t = useMessages('pools');
  const navigate = useNavigate();
  const mayWrite = useMay('pools.write');
  const { data, error, refetch } = useRead(listPools, {});
  const make = () => void navigate({ to: '/pools/new' });
  useShortcuts(mayWrite ? [{ keys: 'p', label: t('list.new_pool'), run: make }] : []);
  return (
    <Page
      title={t('nav')}
      lede={t('list.lede')}
      actions={
        mayWrite && (
          <Button look="filled" keys="p" onClick={make}>
            {t('list.new_pool')}
          </Button>
        )
      }
    >
      <Section title={t('list.pools')}>
        {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
        {!data && !error && <SkeletonRows rows={6} />}
        {data && <PoolTable pools={data.items} />}
      </Section>
      {data && data.hidden.length > 0 && <HiddenPools pools={data.hidden} />}
      {error?.status !== 403 && <SegmentsSection />}
      <Archive />
    </Page>
  );
}

const nameCell = (pool: PoolCard) => <NameCell pool={pool} />;
const modeCell = ({ mode }: PoolCard) => <ModeWord mode={mode} />;
const ownerCell = ({ owner }: PoolCard) => owner?.name ?? '–';
const peopleCell = (pool: PoolCard) => <PeopleCell pool={pool} />;

function PoolTable({ pools }: { pools: readonly PoolCard[] }) {
  const t = useMessages('pools');
  const isPhone = useIsPhone();
  const wide = [
    { key: 'mode', head: t('list.mode'), width: '110px', cell: modeCell },
    { key: 'owner', head: t('list.owner'), width: '160px', cell: ownerCell },
    {
      key: 'visible',
      head: t('list.visible'),
      width: '100px',
      cell: ({ visibility }: PoolCard) => t(`visibility.${visibility}`),
    },
  ];
  const columns = [
    { key: 'name', head: t('list.name'), cell: nameCell },
    ...(isPhone ? [] : wide),
    { key: 'people', head: t('list.people'), width: '110px', align: 'right' as const, cell: peopleCell },
  ];
  return (
    <DataTable
      caption={t('list.pools')}
      rows={pools}
      rowKey={({ id }) => id}
      empty={<EmptyState>{t('list.empty_pools')}</EmptyState>}
      columns={columns}
    />
  );
}

function NameCell({ pool: { id, name, purpose, isOpen, owner } }: { pool: PoolCard }) {
  const t = useMessages('pools');
  if (!isOpen) {
    return (
      <>
        <b className={styles.name}>{name}</b>
        <span className={styles.below}>
          {owner ? t('list.closed', { owner: owner.name }) : t('list.closed_nobody')}
        </span>
      </>
    );
  }
  return (
    <>
      <Link to="/pools/$poolId" params={{ poolId: id }} className={styles.name}>
        {name}
      </Link>
      {purpose && <span className={styles.below}>{purpose}</span>}
    </>
  );
}

function PeopleCell({ pool: { people, paused } }: { pool: PoolCard }) {
  const t = useMessages('pools');
  const formats = useFormats();
  return (
    <>
      {paused > 0 && <span className={styles.quiet}>{t('list.paused', { count: paused })} · </span>}
      {formats.number(people)}
    </>
  );
}
