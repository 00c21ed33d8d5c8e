import { z } from 'zod';
import type { Job } from '../jobs/job.ts';
import { defineJob } from '../jobs/job.ts';
import { SEND_MAIL } from './outbox.ts';
import { sendMail, tendMails } from './send.ts';

/** Single mails only: a campaign gets a queue of its own, so that nobody waits for a sign-in mail behind it (EM-7). */
const sendMailJob = defineJob({
  ...SEND_MAIL,
  key: ({ mailId }) => mailId,
  // The outbox keeps its own times, which outlast the jobs.
  retries: 0,
  run: (ctx, { mailId }) => sendMail(ctx, mailId),
});

const tendMailsJob = defineJob({
  name: 'mail.tend',
  payload: z.object({}),
  key: () => 'one',
  schedule: { cron: '* * * * *', timeZone: 'UTC' },
  run: (ctx) => tendMails(ctx),
});

export const mailJobs = [sendMailJob, tendMailsJob] as unknown as Job[];
