import { useState } from 'react';
import { Button } from '#ground/ui/Button.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { useMessages } from '#ground/i18n/use-messages.ts';
import type { Match } from '../schema-matches.ts';
import styles from './matches.module.css';
import { Others, Recall, RECALL_FIRST } from './MatchLists.tsx';
import { RunLine } from './RunLine.tsx';
import { Seen } from './Seen.tsx';
import { ToPool } from './ToPool.tsx';
import { TrialNote } from './Trial.tsx';
import { useMatches } from './use-matches.ts';
import { useWalk } from './use-walk.ts';

/** The known people for one demand: recall list first, then by points; nobody is dropped. */
export function Matches({ demandId, knownFirst }: { demandId: string; knownFirst: boolean }) {
  const t = useMessages('matching');
  const { list, first, items } = useMatches(demandId);
  const marks = useMarks();
  const [isAllRecall, setAllRecall] = useState(false);
  const recall = first?.recall ?? [];
  const shownRecall = isAllRecall ? recall : recall.slice(0, RECALL_FIRST);
  const { list: place, walk } = useWalk({
    talentIds: [...shownRecall, ...items].map(({ talentId }) => talentId),
    onMark: marks.toggle,
  });
  if (list.error || !first) {
    return (
      <div className={styles.parts}>
        {list.error ? (
          <ProblemNote problem={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <SkeletonRows rows={8} />
        )}
      </div>
    );
  }
  const rows = { demandId, walk, marks };
  return (
    <div className={styles.parts} ref={place}>
      <div>
        <RunLine page={first} demandId={demandId} />
        <TrialNote demandId={demandId} />
      </div>
      {recall.length > 0 && (
        <Recall matches={shownRecall} total={recall.length} onAll={() => setAllRecall(true)} {...rows} />
      )}
      <Others total={first.rankedCount - recall.length} matches={items} {...rows} />
      <div className={styles.after}>
        {list.hasNextPage && (
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('more')}
          </Button>
        )}
        {knownFirst && <Seen demandId={demandId} knownCount={first.rankedCount} />}
      </div>
      <ToPool demandId={demandId} people={chosenOf([...recall, ...items], marks)} onDone={marks.clear} />
    </div>
  );
}

export interface Marks {
  ids: ReadonlySet<string>;
  /** Undefined where nobody may decide. */
  toggle: ((talentId: string) => void) | undefined;
  clear: () => void;
}

function useMarks(): Marks {
  const mayDecide = useMay('matching.decide');
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const toggle = (talentId: string) => {
    const next = new Set(ids);
    if (!next.delete(talentId)) next.add(talentId);
    setIds(next);
  };
  return { ids, toggle: mayDecide ? toggle : undefined, clear: () => setIds(new Set()) };
}

const chosenOf = (matches: readonly Match[], { ids }: Marks) => matches.filter(({ talentId }) => ids.has(talentId));
