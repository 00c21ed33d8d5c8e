import { useRead } from '#ground/http/use-call.ts';
import { listTeam } from '#rooms/accounts/contract.ts';

/** Colleagues who work here now. */
export function useTeam(): { id: string; name: string }[] {
  const { data } = useRead(listTeam, {});
  return (data?.items ?? []).filter(({ state }) => state !== 'disabled').map(({ id, name }) => ({ id, name }));
}
