import type { EventBoard } from '#ground/events/events.ts';
import type { ServedRoute } from '#ground/http/room.ts';
import type { Job } from '#ground/jobs/job.ts';
import { mailJobs } from '#ground/mail/jobs.ts';
import type { Accounts } from '#rooms/accounts/index.ts';
import { accountJobs, accountRoutes } from '#rooms/accounts/index.ts';
import { consentRoutes, setFirstPeriods } from '#rooms/consent/index.ts';
import { contentRoutes } from '#rooms/content/index.ts';
import { demandRoutes } from '#rooms/demand/index.ts';
import { inventoryJobs, inventoryRoutes, listenToTalents, provideInventoryFilters } from '#rooms/inventory/index.ts';
import { phaseRoutes } from '#rooms/phases/index.ts';
import { talentJobs, talentRoutes } from '#rooms/talents/index.ts';

/** All rooms in the order of the staircase: the one list of what the product can do over HTTP. */
export const routesOfAllRooms = (accounts: Accounts, baseUrl: string): ServedRoute[] => [
  ...accountRoutes(accounts),
  ...phaseRoutes,
  ...consentRoutes,
  ...talentRoutes,
  ...inventoryRoutes(baseUrl),
  ...demandRoutes,
  ...contentRoutes,
];

export const jobsOfAllRooms: Job[] = [...mailJobs, ...accountJobs, ...talentJobs, ...inventoryJobs];

/** News that goes down the stairs: who reacts to what. */
export function wireEvents(board: EventBoard) {
  board.on('accounts.installed', (ctx, { countryProfile }) => setFirstPeriods(ctx, countryProfile));
  listenToTalents(board);
  provideInventoryFilters();
}
