import { useRead } from '#ground/http/use-call.ts';
import { useMay } from '#ground/ui/session/session.ts';
import { listTeam } from '#rooms/accounts/contract.ts';

export interface Colleague {
  id: string;
  name: string;
  hasLeft: boolean;
}

const CARING = ['administrator', 'recruiter'];
const NOBODY: readonly Colleague[] = [];

/** Everybody of the team who may look after people, also those who have left. */
export const useTeam = (): readonly Colleague[] => useTeamOnItsWay() ?? NOBODY;

/** The same; undefined until the names have come, nobody where they will not come. */
export function useTeamOnItsWay(): readonly Colleague[] | undefined {
  const mayRead = useMay('accounts.read_team');
  const { data, error } = useRead(listTeam, {}, { enabled: mayRead });
  if (!mayRead || error) return NOBODY;
  return data?.items
    .filter(({ role }) => CARING.includes(role))
    .map(({ id, name, state }) => ({ id, name, hasLeft: state === 'disabled' }));
}

/** Those who work here now, or have been invited to. */
export const useColleagues = (): readonly Colleague[] => useTeam().filter(({ hasLeft }) => !hasLeft);
