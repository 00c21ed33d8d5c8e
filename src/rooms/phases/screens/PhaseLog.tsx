import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '#ground/http/client.ts';
import { keyOf } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { Phase } from '#ground/ui/Phase.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { Said } from '#ground/ui/Said.tsx';
import { SkeletonBar } from '#ground/ui/Skeleton.tsx';
import { listPhaseLog } from '../contract.ts';
import type { PhaseEntity, PhaseLogEntry } from '../schema.ts';
import { DRAWN } from './drawn.ts';
import styles from './phase-page.module.css';

/** Who switched what when, newest first. */
export function PhaseLog({ entities }: { entities: readonly PhaseEntity[] }) {
  const t = useMessages('phases');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...keyOf(listPhaseLog), 'all'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => call(listPhaseLog, { query: { cursor: pageParam } }, { signal }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const entries = data?.pages.flatMap(({ items }) => items) ?? [];
  const placeName = (entry: PhaseLogEntry) =>
    entry.unit?.name ?? (entities.length > 1 ? entities.find(({ id }) => id === entry.entityId)?.name : undefined);
  return (
    <Section title={t('log.title')}>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonBar />}
      {data && entries.length === 0 && <p className={styles.quiet}>{t('log.none')}</p>}
      <ol>
        {entries.map((entry) => (
          <LogLine key={entry.id} entry={entry} placeName={placeName(entry)} />
        ))}
      </ol>
      {hasNextPage && (
        <Button look="bare" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('log.more')}
        </Button>
      )}
    </Section>
  );
}

function LogLine({ entry, placeName }: { entry: PhaseLogEntry; placeName: string | undefined }) {
  const t = useMessages('phases');
  const formats = useFormats();
  const { phase, sinceOn, note, setBy, setAt } = entry;
  return (
    <li className={styles.entry}>
      <Phase phase={DRAWN[phase]} word={t(`since.${phase}`, { date: formats.dateLong(sinceOn) })} />
      {placeName && <span className={styles.place}>{placeName}</span>}
      {note && <Said size="small">{note}</Said>}
      <span className={styles.quietLine} title={formats.dateTime(setAt)}>
        {t(setBy ? 'log.by' : 'log.by_program', { name: setBy ?? '', date: formats.dateLong(setAt) })}
      </span>
    </li>
  );
}
