import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call } from '#ground/http/client.ts';
import { reading, useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { useProblemWords } from '#ground/i18n/use-problem-words.ts';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { editTalent, listTalents } from '#rooms/talents/contract.ts';
import type { TalentRow } from '#rooms/talents/schema.ts';
import type { Stage } from '#rooms/talents/types.ts';
import { listMemberships } from '../../contract.ts';
import type { Membership } from '../../schema.ts';
import { forgetPools } from '../shared/forget-pools.ts';
import { nameOf } from '../shared/names.ts';
import { useSaid } from '../shared/use-said.ts';
import { boardColumns } from './board-columns.ts';

/** More than a board can show stands in the list. */
const SHOWN = 200;

/** The people of a pool as the talents' list has them, and why each is here. */
export function useBoard(poolId: string) {
  const query = { pool: poolId, limit: SHOWN };
  const people = useRead(listTalents, { query });
  const memberships = useRead(listMemberships, { params: { poolId }, query: { limit: 500 } });
  const columns = useMemo(() => boardColumns(people.data?.items ?? []), [people.data]);
  const why = useMemo(
    () => new Map<string, Membership>(memberships.data?.items.map((one) => [one.talentId, one])),
    [memberships.data],
  );
  return { people, columns, why, move: useMove(query) };
}

/** A card stands in its new column at once; if the server refuses, it goes back and says why. */
function useMove(query: { pool: string; limit: number }) {
  const t = useMessages('pools');
  const ofTalents = useMessages('talents');
  const cache = useQueryClient();
  const say = useSaid();
  const words = useProblemWords();
  const { queryKey } = reading(listTalents, { query });
  return async (row: TalentRow, stage: Stage) => {
    if (row.stage === stage) return;
    const show = (shown: Stage) =>
      cache.setQueryData(queryKey, (list) =>
        list ? { ...list, items: list.items.map((one) => (one.id === row.id ? { ...one, stage: shown } : one)) } : list,
      );
    show(stage);
    try {
      const { actId } = await call(editTalent, {
        params: { talentId: row.id },
        body: { version: row.version, changes: { stage } },
      });
      say(t('board.moved', { name: nameOf(row), stage: ofTalents(`stage.${stage}`) }), actId, 'talents');
    } catch (problem) {
      show(row.stage);
      showToast({ message: words(problem) });
    }
    await forgetPools(cache);
  };
}
