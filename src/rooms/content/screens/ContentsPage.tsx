import { useMessages } from '#ground/i18n/use-messages.ts';
import { useRead } from '#ground/http/use-call.ts';
import { Button } from '#ground/ui/Button.tsx';
import { EmptyState } from '#ground/ui/EmptyState.tsx';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { useShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { readContent } from '../contract.ts';
import { ContentPanel } from './ContentPanel.tsx';
import { ContentSentence } from './ContentSentence.tsx';
import { ContentTable } from './ContentTable.tsx';
import styles from './contents-page.module.css';
import { useContents } from './use-contents.ts';
import { type ContentsSearch, useContentsSearch } from './use-search.ts';

const isAsked = ({ kind, topic, language, state, q }: ContentsSearch) =>
  Boolean(kind ?? topic ?? language ?? state ?? q);

/** What we have to say: the library, its filters as a sentence, and a panel to write in. */
export function ContentsPage() {
  const t = useMessages('content');
  const [search, change] = useContentsSearch();
  const mayWrite = useMay('content.write');
  const add = () => change({ act: 'add', open: undefined });
  useShortcuts(mayWrite ? [{ keys: 'a', label: t('add.open'), run: add }] : []);
  return (
    <Page
      layout="full"
      title={t('nav')}
      actions={
        mayWrite && (
          <Button keys="a" onClick={add}>
            {t('add.open')}
          </Button>
        )
      }
    >
      <div className={styles.area}>
        <ContentList search={search} change={change} onAdd={mayWrite ? add : undefined} />
        <OpenPanel search={search} onClose={() => change({ act: undefined, open: undefined })} />
      </div>
    </Page>
  );
}

interface ContentListProps {
  search: ContentsSearch;
  change: (change: ContentsSearch) => void;
  onAdd: (() => void) | undefined;
}

function ContentList({ search, change, onAdd }: ContentListProps) {
  const t = useMessages('content');
  const list = useContents(search);
  const { items, total, error, isPending } = list;
  const isEmptyLibrary = total === 0 && !isAsked(search);
  return (
    <div className={styles.list}>
      {!isEmptyLibrary && <ContentSentence search={search} total={total} onChange={change} />}
      <div className={isEmptyLibrary ? `${styles.rows} ${styles.first}` : styles.rows}>
        {error && <ProblemNote problem={error} onRetry={() => void list.refetch()} />}
        {isPending && <SkeletonRows rows={12} />}
        {total === 0 && <Nothing search={search} change={change} onAdd={onAdd} />}
        {items.length > 0 && (
          <ContentTable items={items} openId={search.open} onOpen={(open) => change({ open, act: undefined })} />
        )}
        {list.hasNextPage && (
          <Button look="bare" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('more')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** An empty library teaches; a sentence that nothing fits can be taken back. */
function Nothing({ search, change, onAdd }: ContentListProps) {
  const t = useMessages('content');
  if (isAsked(search)) {
    const all = { kind: undefined, topic: undefined, language: undefined, state: undefined, q: undefined };
    return (
      <EmptyState actions={<Button onClick={() => change(all)}>{t('filter.reset')}</Button>}>
        {t(isBareArchive(search) ? 'empty_archive' : 'no_hits')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      actions={
        onAdd && (
          <Button look={search.act === 'add' ? 'plain' : 'filled'} keys="a" onClick={onAdd}>
            {t('add.first')}
          </Button>
        )
      }
    >
      {t('empty')}
    </EmptyState>
  );
}

const isBareArchive = ({ state, kind, topic, language, q }: ContentsSearch) =>
  state === 'archived' && !kind && !topic && !language && !q;

function OpenPanel({ search: { act, open }, onClose }: { search: ContentsSearch; onClose: () => void }) {
  const { data } = useRead(readContent, { params: { contentId: open ?? '' } }, { enabled: open !== undefined });
  const mayWrite = useMay('content.write');
  if (act === 'add' && mayWrite) return <ContentPanel key="new" onClose={onClose} />;
  return open && data?.id === open ? <ContentPanel key={open} content={data} onClose={onClose} /> : null;
}
