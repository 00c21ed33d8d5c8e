import type { Job } from '#ground/jobs/job.ts';
import { dailyCareJob } from './daily/run.ts';
import { digestJob } from './digest/job.ts';
import { refreshPlanJob } from './plans/refresh.ts';

export const careJobs = [dailyCareJob, refreshPlanJob, digestJob] as unknown as Job[];
