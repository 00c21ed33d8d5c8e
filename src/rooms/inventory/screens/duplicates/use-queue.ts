import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#ground/http/client.ts';
import { keyOf } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { useProblemWords } from '#ground/i18n/use-problem-words.ts';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { decidePair, listDuplicates, mergePair, readSummary, separatePair } from '../../contract.ts';
import type { DuplicatePair } from '../../schema.ts';
import { usePages } from '../use-pages.ts';
import { type Choices, mergeBody } from './pair-rows.ts';

const PAGE = 30;
const FETCH_AHEAD = 5;

/** Lists that a decision here changes; the queue itself is never fetched again while somebody works in it. */
const DECIDED = ['later', 'merged', 'different'] as const;

/** The pairs that wait for a decision. An act takes its pair away at once; an undo brings it back. */
export function useQueue() {
  const words = useProblemWords();
  const cache = useQueryClient();
  const [decided, setDecided] = useState<readonly string[]>([]);
  const [place, setPlace] = useState(0);
  const pages = usePages({
    key: [listDuplicates.path, 'open', 'queue'],
    load: (cursor, signal) => call(listDuplicates, { query: { cursor, limit: PAGE, state: 'open' } }, { signal }),
  });
  const waiting = pages.items.filter(({ id }) => !decided.includes(id));
  const index = Math.min(place, Math.max(0, waiting.length - 1));
  if (waiting.length - index < FETCH_AHEAD && pages.hasNextPage && !pages.isFetchingNextPage)
    void pages.fetchNextPage();

  const bringBack = (id: string) => {
    setDecided((before) => before.filter((one) => one !== id));
    setPlace(index);
  };
  const tellOthers = () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: keyOf(readSummary) }),
      ...DECIDED.map((state) => cache.invalidateQueries({ queryKey: [listDuplicates.path, state] })),
    ]);
  const act = async (pair: DuplicatePair, { run, undo, done }: QueueAct) => {
    setDecided((before) => [...before, pair.id]);
    try {
      await run();
      showToast({
        message: done,
        undo: async () => {
          await undo();
          bringBack(pair.id);
          await tellOthers();
        },
      });
      await tellOthers();
    } catch (problem) {
      bringBack(pair.id);
      showToast({ message: words(problem) });
    }
  };
  const { decide, merge } = useDecisions(act);
  const walk = (by: 1 | -1) => setPlace(Math.min(waiting.length - 1, Math.max(0, index + by)));
  const openCount = Math.max(waiting.length, (pages.first?.openCount ?? 0) - decided.length);
  return { pages, pair: waiting[index], place: index + 1, openCount, decide, merge, walk };
}

/** The three answers to a pair, each with its way back. */
function useDecisions(act: (pair: DuplicatePair, act: QueueAct) => Promise<void>) {
  const t = useMessages('inventory');
  const names = ({ a, b }: DuplicatePair) => ({ a: a.name, b: b.name });
  const decide = ({ id }: DuplicatePair, decision: 'different' | 'later' | 'open') =>
    call(decidePair, { params: { pairId: id }, body: { decision } });
  return {
    decide: (pair: DuplicatePair, decision: 'different' | 'later') =>
      act(pair, {
        run: () => decide(pair, decision),
        undo: () => decide(pair, 'open'),
        done: t(`duplicates.done.${decision}`, names(pair)),
      }),
    merge: (pair: DuplicatePair, choices: Choices) =>
      act(pair, {
        run: () => call(mergePair, { params: { pairId: pair.id }, body: mergeBody(pair, choices) }),
        undo: () => call(separatePair, { params: { pairId: pair.id } }),
        done: t('duplicates.done.merged', names(pair)),
      }),
  };
}

interface QueueAct {
  run: () => Promise<unknown>;
  undo: () => Promise<unknown>;
  /** The sentence of the toast. */
  done: string;
}
