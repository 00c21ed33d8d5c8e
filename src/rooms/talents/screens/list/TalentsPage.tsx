import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useCallback, useRef, useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { countMarked, type Marking, NOTHING_MARKED } from '#ground/ui/list/selection.ts';
import { VirtualTable } from '#ground/ui/list/VirtualTable.tsx';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { useShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { useIsPhone } from '#ground/ui/use-phone.ts';
import type { TalentRow } from '../../schema.ts';
import { AddPanel } from '../adding/AddPanel.tsx';
import { TalentBulkBar } from '../bulk/TalentBulkBar.tsx';
import { TalentPanel } from '../panel/TalentPanel.tsx';
import { SentenceBar } from '../sentence/SentenceBar.tsx';
import { nameOf } from '../shared/names.ts';
import { rememberWalk } from '../shared/walk.ts';
import { useViews } from '../views/use-views.ts';
import { ViewState } from '../views/ViewState.tsx';
import { USUAL_COLUMNS } from './columns.ts';
import { ColumnMenu } from './ColumnMenu.tsx';
import { EditingContext } from './editing.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { Legend } from './Legend.tsx';
import { sentenceOf } from './list-search.ts';
import { NoHits } from './NoHits.tsx';
import { SearchField } from './SearchField.tsx';
import styles from './talents-page.module.css';
import { useHitWords } from './use-hit-words.ts';
import { useListColumns } from './use-list-columns.tsx';
import { useListRows } from './use-list-rows.ts';
import { useListSearch } from './use-list-search.ts';
import { useRowEditing } from './use-row-editing.tsx';

/** Everyone one knows, as one list: a sentence that says who, rows with their lines, and a panel beside. */
export function TalentsPage() {
  const t = useMessages('talents');
  const [search, change] = useListSearch();
  const { data: views } = useViews();
  const view = views?.items.find(({ id }) => id === search.view);
  const mayWrite = useMay('talents.write');
  const mayExport = useMay('talents.export');
  const [marking, setMarking] = useState<Marking>(NOTHING_MARKED);
  const list = useListRows(search);
  const add = () => change({ act: 'add', open: undefined });
  useShortcuts(mayWrite ? [{ keys: 'a', label: t('add.open'), run: add }] : []);
  const find = useCallback((q: string) => change({ q: q || undefined }, 'replace'), [change]);
  const isPhone = useIsPhone();
  const field = <SearchField q={search.q ?? ''} onSearch={find} />;
  return (
    <Page
      layout="full"
      title={view?.name ?? t('nav')}
      status={
        <>
          {!isPhone && field}
          <ViewState search={search} onChange={change} view={view} />
        </>
      }
      actions={
        <>
          {mayExport && (
            <span className={styles.wide}>
              <ExportMenu search={search} hits={list.hits} marking={marking} />
            </span>
          )}
          {mayWrite && (
            <Button keys="a" onClick={add}>
              {t('add.open')}
            </Button>
          )}
        </>
      }
    >
      {isPhone && <div className={styles.phoneSearch}>{field}</div>}
      <Sentence search={search} change={change} list={list} />
      <div className={styles.area}>
        <ListArea search={search} change={change} list={list} marking={marking} onMarking={setMarking} />
        {search.act === 'add' && (
          <AddPanel onClose={() => change({ act: undefined })} onAdded={(id) => change({ act: undefined, open: id })} />
        )}
      </div>
    </Page>
  );
}

type List = ReturnType<typeof useListRows>;
type Search = ReturnType<typeof useListSearch>;
interface PartProps {
  search: Search[0];
  change: Search[1];
  list: List;
}

function Sentence({ search, change, list: { pages, hits } }: PartProps) {
  const hitWords = useHitWords();
  return (
    <SentenceBar
      sentence={sentenceOf(search)}
      q={search.q}
      onChange={(filter) => change({ filter: filter.terms.length > 0 ? filter : undefined })}
      hits={pages.data && hitWords(hits)}
      actions={
        <span className={styles.wide}>
          <ColumnMenu search={search} onChange={change} />
        </span>
      }
    />
  );
}

interface ListAreaProps extends PartProps {
  marking: Marking;
  onMarking: (marking: Marking) => void;
}

const idOf = ({ id }: TalentRow) => id;

function ListArea({ search, change, list, marking, onMarking }: ListAreaProps) {
  const t = useMessages('talents');
  const navigate = useNavigate();
  const place = useRef<HTMLDivElement>(null);
  const { pages, rows, hits, rowAt, total, loadUpTo } = list;
  const setColumns = useCallback((wanted: Parameters<typeof change>[0]) => change(wanted, 'replace'), [change]);
  const columns = useListColumns(search, setColumns);
  const shown = (search.columns ?? USUAL_COLUMNS).map(({ name }) => name);
  const { editing, conflictDialog } = useRowEditing(place, shown);
  const open = useCallback((row: TalentRow) => change({ open: row.id, act: undefined }), [change]);
  const leave = useCallback(() => change({ open: undefined, act: undefined }), [change]);
  const markLabel = useCallback((row: TalentRow) => t('list.mark', { name: nameOf(row) }), [t]);
  if (pages.isPending) {
    return (
      <div className={styles.waiting}>
        <SkeletonRows rows={18} />
      </div>
    );
  }
  if (pages.isError && rows.length === 0) {
    return (
      <div className={styles.note}>
        <ProblemNote problem={pages.error} onRetry={() => void pages.refetch()} />
      </div>
    );
  }
  if (rows.length === 0) {
    return (
      <div className={styles.note}>
        <NoHits search={search} onChange={change} />
      </div>
    );
  }
  const at = rows.findIndex(({ id }) => id === search.open);
  const walkTo = (index: number) => {
    const row = rows[index];
    return row && (() => change({ open: row.id }, 'replace'));
  };
  const openPage = (talentId: string) => {
    rememberWalk({ ids: rows.map(idOf), total: hits.value, back: { ...search, open: undefined } });
    void navigate({ to: '/talents/$talentId', params: { talentId } });
  };
  return (
    <EditingContext value={editing}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- left and right walk the cells of the grid inside */}
      <div ref={place} className={styles.list} onKeyDown={walkCells}>
        <VirtualTable
          label={t('nav')}
          total={total}
          rowAt={rowAt}
          rowId={idOf}
          columns={columns}
          onRange={loadUpTo}
          onOpen={open}
          onLeave={leave}
          openId={search.open}
          marking={marking}
          onMarking={onMarking}
          markAllLabel={t('list.mark_all')}
          markLabel={markLabel}
        />
      </div>
      {countMarked(marking, hits.value) > 0 ? (
        <div className={styles.room} />
      ) : (
        <Legend shown={rows.length} hits={hits} />
      )}
      <TalentBulkBar marking={marking} onMarking={onMarking} search={search} hits={hits} />
      {search.open && (
        <TalentPanel
          key={search.open}
          talentId={search.open}
          place={at < 0 ? undefined : { at: at + 1, of: hits }}
          onClose={leave}
          onPrevious={walkTo(at - 1)}
          onNext={at < 0 ? undefined : walkTo(at + 1)}
          onOpenPage={() => search.open && openPage(search.open)}
        />
      )}
      {conflictDialog}
    </EditingContext>
  );
}

/** Right and left go from the row into its cells that can be edited, and back. */
function walkCells(event: KeyboardEvent) {
  if ((event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') || !(event.target instanceof HTMLElement)) return;
  if (event.target.matches('input, select, textarea')) return;
  const row = event.target.closest<HTMLElement>('[role="row"]');
  const cells = [...(row?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])];
  if (!row || cells.length === 0) return;
  event.preventDefault();
  const at = cells.indexOf(event.target) + (event.key === 'ArrowRight' ? 1 : -1);
  (cells[Math.min(at, cells.length - 1)] ?? row).focus();
}
