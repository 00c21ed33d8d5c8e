import { useQueryClient } from '@tanstack/react-query';
import { keyOf } from '#ground/http/use-call.ts';
import { readTalent } from '../../contract.ts';
import type { TalentFacts } from '../../schema.ts';
import type { TalentProfile } from '../../schema-profile.ts';
import type { Changes } from '../shared/use-edit.tsx';

/** The facts of a profile in the cache: a change stands there at once, before the server has answered. */
export function useSavedFacts() {
  const cache = useQueryClient();
  const patch = (id: string, facts: Partial<TalentFacts>) =>
    cache.setQueryData<TalentProfile>(
      keyOf(readTalent, { params: { talentId: id } }),
      (known) => known && { ...known, talent: { ...known.talent, ...facts } },
    );
  return {
    show: (id: string, { ownerId: _owner, deputyId: _deputy, ...changes }: Changes) => patch(id, changes),
    keep: (facts: TalentFacts) => {
      patch(facts.id, facts);
      void cache.invalidateQueries({
        predicate: ({ queryKey: [path] }) => path === '/talents' || path === '/talents/:talentId/timeline',
      });
    },
  };
}
