import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#ground/http/client.ts';
import { keyOf } from '#ground/http/use-call.ts';
import { decideCleanUpItem, listCleanUpItems, readCleanUp, reopenCleanUpItem } from '../../contract.ts';
import type { CleanUpItem } from '../../schema-clean-up.ts';
import type { Decision } from '../../types.ts';

/** Decisions of this sitting: the next person is shown at once, the server is told beside. */
export function useDecisions(runId: string) {
  const cache = useQueryClient();
  const [decided, setDecided] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<unknown>();
  const refresh = () =>
    Promise.all([readCleanUp, listCleanUpItems].map((read) => cache.invalidateQueries({ queryKey: keyOf(read) })));

  const decide = async ({ talentId }: CleanUpItem, decision: Decision, pausedUntil: string | undefined) => {
    setProblem(undefined);
    setDecided((known) => [...known, talentId]);
    try {
      await call(decideCleanUpItem, {
        params: { runId, talentId },
        body: { decision, ...(pausedUntil === undefined ? {} : { pausedUntil }) },
      });
    } catch (reason) {
      setProblem(reason);
      setDecided((known) => known.filter((id) => id !== talentId));
    }
    await refresh();
  };

  const takeBack = async () => {
    const talentId = decided.at(-1);
    if (talentId === undefined) return;
    try {
      await call(reopenCleanUpItem, { params: { runId, talentId } });
      setDecided((known) => known.filter((id) => id !== talentId));
    } catch (reason) {
      setProblem(reason);
    }
    await refresh();
  };

  return {
    decided,
    problem,
    decide: (item: CleanUpItem, decision: Decision, pausedUntil: string | undefined) =>
      void decide(item, decision, pausedUntil),
    takeBack: () => void takeBack(),
  };
}
