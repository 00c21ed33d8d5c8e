import { Link, useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button, buttonClass } from '#ground/ui/Button.tsx';
import { EmptyState } from '#ground/ui/EmptyState.tsx';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { useShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import type { CampaignRow } from '../../schema-writing.ts';
import { CampaignTabs } from '../shared/CampaignTabs.tsx';
import { Choice } from '../shared/Choice.tsx';
import { CampaignTable } from './CampaignTable.tsx';
import styles from './list.module.css';
import { LIST_STATES, useCampaigns, useCampaignsSearch } from './use-campaigns.ts';

/** All letters to many: written, on their way, and over. */
export function CampaignsPage() {
  const t = useMessages('campaigns');
  const navigate = useNavigate();
  const mayWrite = useMay('campaigns.write');
  const [search] = useCampaignsSearch();
  const isEmpty = useCampaigns(search).items?.length === 0;
  const begin = () => void navigate({ to: '/campaigns/new' });
  useShortcuts(mayWrite ? [{ keys: 'b', label: t('list.new'), run: begin }] : []);
  return (
    <Page
      title={t('nav')}
      lede={t('list.lede')}
      actions={
        mayWrite && (
          <Button look={isEmpty ? 'plain' : 'filled'} keys="b" onClick={begin}>
            {t('list.new')}
          </Button>
        )
      }
    >
      <CampaignTabs />
      <Letters />
    </Page>
  );
}

function Letters() {
  const t = useMessages('campaigns');
  const [search, change] = useCampaignsSearch();
  const list = useCampaigns(search);
  const { items } = list;
  const { state = 'all', q = '' } = search;
  const isAsked = state !== 'all' || q !== '';
  if (items?.length === 0 && !isAsked) return <FirstLetter />;
  return (
    <>
      <Filters search={search} change={change} />
      {list.error && <ProblemNote problem={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <SkeletonRows rows={8} />}
      {items && <Found items={items} onReset={() => change({ state: 'all', q: '' })} />}
      {list.hasNextPage && (
        <Button look="bare" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
    </>
  );
}

function Found({ items, onReset }: { items: readonly CampaignRow[]; onReset: () => void }) {
  const t = useMessages('campaigns');
  if (items.length > 0) return <CampaignTable campaigns={items} />;
  return <EmptyState actions={<Button onClick={onReset}>{t('list.reset')}</Button>}>{t('list.no_hits')}</EmptyState>;
}

function Filters({
  search,
  change,
}: {
  search: ReturnType<typeof useCampaignsSearch>[0];
  change: (c: typeof search) => void;
}) {
  const t = useMessages('campaigns');
  const [typed, setTyped] = useState(search.q ?? '');
  const q = useDeferredValue(typed);
  const current = search.q ?? '';
  useEffect(() => {
    if (q !== current) change({ q });
    // oxlint-disable-next-line react/exhaustive-deps -- only what is typed changes the address
  }, [q]);
  return (
    <div className={styles.filters}>
      <Choice
        label={t('list.show')}
        value={search.state ?? 'all'}
        options={LIST_STATES.map((value) => ({ value, label: t(`list.states.${value}`) }))}
        onChoose={(state) => change({ state })}
      />
      <div className={styles.search}>
        <TextField
          type="search"
          label={t('list.search')}
          labelHidden
          placeholder={t('list.search')}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </div>
    </div>
  );
}

/** An empty room that teaches: what happens, in which order, and where to begin. */
function FirstLetter() {
  const t = useMessages('campaigns');
  const mayWrite = useMay('campaigns.write');
  return (
    <EmptyState
      actions={
        <>
          {mayWrite && (
            <Link to="/campaigns/new" className={buttonClass('filled')}>
              {t('list.first')}
            </Link>
          )}
          <Link to="/campaigns/senders" className={buttonClass()}>
            {t('list.first_sender')}
          </Link>
        </>
      }
    >
      {t('list.empty')}
    </EmptyState>
  );
}
