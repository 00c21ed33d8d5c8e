import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#ground/http/client.ts';
import { keyOf } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Chips } from '#ground/ui/FilterSentence.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { readTimeline } from '../../contract.ts';
import type { TimelineEntry as Entry } from '../../schema-profile.ts';
import { TimelineEntry } from './TimelineEntry.tsx';
import styles from './timeline.module.css';

const VIEWS = ['all', 'talks', 'notes', 'permission', 'moves'] as const;
type View = (typeof VIEWS)[number];
const KINDS: Record<View, Entry['kind'][] | undefined> = {
  all: undefined,
  talks: ['touchpoint', 'promise'],
  notes: ['note'],
  permission: ['permission'],
  moves: ['change', 'application', 'merge'],
};

/** Everything that happened, newest first, in one stream. */
export function Timeline({ talentId }: { talentId: string }) {
  const t = useMessages('talents');
  const [view, setView] = useState<View>('all');
  const pages = useInfiniteQuery({
    queryKey: [...keyOf(readTimeline), talentId, view],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(readTimeline, { params: { talentId }, query: { kind: KINDS[view], cursor: pageParam } }, { signal }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const entries = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section aria-label={t('timeline.title')}>
      <div className={styles.head}>
        <h2>{t('timeline.title')}</h2>
        <Chips
          label={t('timeline.views')}
          value={view}
          options={VIEWS.map((value) => ({ value, label: t(`timeline.view.${value}`) }))}
          onChoose={setView}
        />
      </div>
      {pages.isPending && <SkeletonRows rows={5} />}
      {pages.error && <ProblemNote problem={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.data && entries.length === 0 && <p className={styles.empty}>{t('timeline.none')}</p>}
      <ol className={styles.entries}>
        {entries.map((entry) => (
          <TimelineEntry key={`${entry.kind} ${entry.id}`} talentId={talentId} entry={entry} />
        ))}
      </ol>
      {pages.hasNextPage && (
        <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('timeline.more')}
        </Button>
      )}
    </section>
  );
}
