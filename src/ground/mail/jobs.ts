import type { Job } from '../jobs/job.ts';
import { sendMailJob } from './send.ts';
import { tendMailsJob } from './tend.ts';

export const mailJobs = [sendMailJob, tendMailsJob] as unknown as Job[];
