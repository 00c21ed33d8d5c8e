import type { ClientInput } from '#ground/http/contract.ts';
import type { createView } from '#rooms/talents/contract.ts';

/** The lists that Mara has pinned, for the whole team. */
export const VIEWS: ClientInput<typeof createView>['body'][] = [
  { name: 'Silber, länger still', isShared: true, view: { filter: { segment: 'silver_medalist', silentForDays: 180 }, sort: 'last_touch', direction: 'asc' } },
  { name: 'Leistungselektronik', isShared: true, view: { filter: { skill: 'Leistungselektronik' } } },
  { name: 'Ehemalige Ravensburg', isShared: true, view: { filter: { segment: 'former', tag: 'Ravensburg' } } },
  { name: 'Nächste 14 Tage', isShared: false, view: { filter: { owner: 'me', nextStepWithinDays: 14 }, sort: 'next_step', direction: 'asc' } },
]; // prettier-ignore
