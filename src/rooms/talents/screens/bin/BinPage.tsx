import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '#ground/http/client.ts';
import { keyOf, useAct } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import type { Formats } from '#ground/i18n/formats.ts';
import { type Translate, useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { type DataColumn, DataTable } from '#ground/ui/DataTable.tsx';
import { EmptyState } from '#ground/ui/EmptyState.tsx';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { useIsPhone } from '#ground/ui/use-phone.ts';
import { showToast } from '#ground/ui/toast/toasts.ts';
import type { ClientAnswer } from '#ground/http/contract.ts';
import { listBin, restoreTalent } from '../../contract.ts';
import { BIN_DAYS } from '../../types.ts';
import { forgetTalents } from '../shared/forget-talents.ts';
import { nameOf } from '../shared/names.ts';

type BinEntry = ClientAnswer<typeof listBin>['items'][number];

/** Deleted people, with the day on which they are really gone, and the way back. */
export function BinPage() {
  const t = useMessages('talents');
  const formats = useFormats();
  const isPhone = useIsPhone();
  const pages = useInfiniteQuery({
    queryKey: [...keyOf(listBin), 'pages'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => call(listBin, { query: { cursor: pageParam } }, { signal }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const people = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page
      title={t('bin.title')}
      lede={t('bin.lede', { days: BIN_DAYS })}
      path={[{ label: t('nav'), to: '/talents' }, { label: t('bin.title') }]}
    >
      {pages.isPending && <SkeletonRows rows={6} />}
      {pages.error && <ProblemNote problem={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.data && (
        <DataTable<BinEntry>
          caption={t('bin.title')}
          rows={people}
          rowKey={({ id }) => id}
          empty={<EmptyState>{t('bin.empty')}</EmptyState>}
          onPhone="stack"
          columns={columnsOf(t, formats, isPhone ? 'named' : 'under_heads')}
        />
      )}
      {pages.hasNextPage && (
        <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('timeline.more')}
        </Button>
      )}
    </Page>
  );
}

/** Where rows stack there are no heads, and the days say by themselves what they are. */
type Days = 'under_heads' | 'named';

function columnsOf(t: Translate, formats: Formats, days: Days): DataColumn<BinEntry>[] {
  const said = (head: string, words: string) => (days === 'named' ? `${head}: ${words}` : words);
  return [
    { key: 'name', head: t('column.name'), cell: (person) => <b>{nameOf(person)}</b> },
    {
      key: 'deleted',
      head: t('bin.deleted'),
      cell: (person) => said(t('bin.deleted'), deletedWords(person, t, formats)),
    },
    {
      key: 'erases',
      head: t('bin.erases'),
      cell: ({ erasesOn }) =>
        said(
          t('bin.erases'),
          t('bin.erases_on', { date: formats.dateLong(erasesOn), ago: formats.relative(erasesOn) }),
        ),
    },
    { key: 'restore', head: '', align: 'right', cell: (person) => <Restore person={person} /> },
  ];
}

function deletedWords({ deletedAt, deletedBy }: BinEntry, t: Translate, formats: Formats): string {
  const date = formats.dateLong(deletedAt);
  return deletedBy ? t('bin.deleted_by', { date, name: deletedBy.name }) : date;
}

function Restore({ person }: { person: BinEntry }) {
  const t = useMessages('talents');
  const cache = useQueryClient();
  const restore = useAct(restoreTalent, {
    onDone: () => {
      showToast({ message: t('bin.restored', { name: nameOf(person) }) });
      void forgetTalents(cache);
    },
  });
  return (
    <>
      <Button
        busy={restore.isPending}
        aria-label={t('bin.restore_named', { name: nameOf(person) })}
        onClick={() => restore.mutate({ params: { talentId: person.id } })}
      >
        {t('bin.restore')}
      </Button>
      {restore.error && <ProblemNote problem={restore.error} />}
    </>
  );
}
