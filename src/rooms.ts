import type { EventBoard } from '#ground/events/events.ts';
import type { ServedRoute } from '#ground/http/room.ts';
import type { Job } from '#ground/jobs/job.ts';
import { mailJobs } from '#ground/mail/jobs.ts';
import type { Accounts } from '#rooms/accounts/index.ts';
import { accountJobs, accountRoutes } from '#rooms/accounts/index.ts';
import { campaignJobs, campaignRoutes, listenForCampaigns } from '#rooms/campaigns/index.ts';
import { careJobs, careRoutes, listenForCare } from '#rooms/care/index.ts';
import { consentJobs, consentRoutes, listenForConsent } from '#rooms/consent/index.ts';
import { contentRoutes } from '#rooms/content/index.ts';
import { demandRoutes } from '#rooms/demand/index.ts';
import { inventoryJobs, inventoryRoutes, listenToTalents, provideInventoryFilters } from '#rooms/inventory/index.ts';
import { listenForMatching, matchingJobs, matchingRoutes } from '#rooms/matching/index.ts';
import { phaseRoutes } from '#rooms/phases/index.ts';
import { listenToTalentsForPools, poolRoutes, providePoolFilters } from '#rooms/pools/index.ts';
import { listenToConsent, talentJobs, talentRoutes } from '#rooms/talents/index.ts';

/** All rooms in the order of the staircase: the one list of what the product can do over HTTP. */
export const routesOfAllRooms = (accounts: Accounts, baseUrl: string): ServedRoute[] => [
  ...accountRoutes(accounts),
  ...phaseRoutes,
  ...consentRoutes(accounts),
  ...talentRoutes,
  ...poolRoutes,
  ...inventoryRoutes(baseUrl),
  ...careRoutes(baseUrl),
  ...demandRoutes,
  ...matchingRoutes,
  ...contentRoutes,
  ...campaignRoutes,
];

export const jobsOfAllRooms: Job[] = [
  ...mailJobs,
  ...accountJobs,
  ...consentJobs,
  ...talentJobs,
  ...inventoryJobs,
  ...careJobs,
  ...matchingJobs,
  ...campaignJobs,
];

/** News that goes down the stairs: who reacts to what. */
export function wireEvents(board: EventBoard) {
  listenForConsent(board);
  listenToConsent(board);
  listenToTalents(board);
  // Before the pools: who comes and goes with a merge keeps the rhythm they had.
  listenForCare(board);
  listenForCampaigns(board);
  listenToTalentsForPools(board);
  listenForMatching(board);
  provideInventoryFilters();
  providePoolFilters();
}
