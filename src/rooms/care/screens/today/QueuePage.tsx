import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ApiProblem, call } from '#ground/http/client.ts';
import type { ClientAnswer } from '#ground/http/contract.ts';
import { keyOf } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button, buttonClass } from '#ground/ui/Button.tsx';
import { EmptyState } from '#ground/ui/EmptyState.tsx';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { listQueue } from '../../contract-today.ts';
import { useToday } from '#ground/i18n/use-formats.ts';
import { EntryList } from './EntryList.tsx';
import { notToldYet, useMorning } from './handled.ts';
import type { Slot } from './slots.ts';
import { useOpenEntry } from './use-open-entry.ts';

type QueuePageAnswer = ClientAnswer<typeof listQueue>;

/** Everybody who is due, in the order of Today, for those who want to do more. */
export function QueuePage() {
  const t = useMessages('care');
  const today = useToday();
  const morning = useMorning();
  const pages = useInfiniteQuery<
    QueuePageAnswer,
    ApiProblem,
    { pages: QueuePageAnswer[] },
    readonly unknown[],
    string | undefined
  >({
    queryKey: [...keyOf(listQueue), 'pages'],
    initialPageParam: undefined,
    queryFn: ({ pageParam, signal }) => call(listQueue, { query: { cursor: pageParam } }, { signal }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const entries = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const done = new Map(notToldYet(morning, pages.dataUpdatedAt).map((one) => [one.talentId, one]));
  const slots = entries.map((entry, i): Slot => {
    const talentId = entry.person.id;
    const one = done.get(talentId);
    return one
      ? { kind: 'handled', number: i + 1, talentId, handled: one }
      : { kind: 'open', number: i + 1, talentId, entry: { ...entry, proposal: null } };
  });
  const list = useOpenEntry(slots, { startsOpen: false });
  return (
    <Page
      title={t('queue.title')}
      lede={t('queue.lede')}
      path={[{ label: t('nav.today'), to: '/today' }, { label: t('queue.title') }]}
    >
      {pages.isPending && <SkeletonRows rows={8} />}
      {pages.error && <ProblemNote problem={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.data && slots.length === 0 && (
        <EmptyState
          actions={
            <Link to="/today/week" className={buttonClass()}>
              {t('today.see_week')}
            </Link>
          }
        >
          {t('queue.empty')}
        </EmptyState>
      )}
      {slots.length > 0 && <EntryList label={t('queue.title')} slots={slots} today={today} list={list} />}
      {pages.hasNextPage && (
        <Button look="bare" busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </Page>
  );
}
