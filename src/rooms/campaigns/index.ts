import type { Job } from '#ground/jobs/job.ts';
import { sendingJobs } from './sending/jobs.ts';

export { listenForCampaigns } from './listen.ts';
export { sendingRoutes as campaignRoutes } from './routes-sending.ts';

export const campaignJobs: Job[] = [...sendingJobs];
