import type { Job } from '#ground/jobs/job.ts';
import type { ServedRoute } from '#ground/http/room.ts';
import { personalJobs } from './personal/jobs.ts';
import { letterRoutes } from './routes-letters.ts';
import { sendingRoutes } from './routes-sending.ts';
import { writingRoutes } from './routes-writing.ts';
import { sendingJobs } from './sending/jobs.ts';

export { recordBounce } from './bounces/record.ts';
export { listenForCampaigns } from './listen.ts';
export { recordReply } from './replies/record.ts';
export { tendCampaigns } from './sending/tend.ts';
export { deliveryToken } from './sending/token.ts';
export { unsubscribe } from './statistics/unsubscribe.ts';

export const campaignRoutes: ServedRoute[] = [...sendingRoutes, ...letterRoutes, ...writingRoutes];
export const campaignJobs: Job[] = [...sendingJobs, ...personalJobs];
