import { z } from 'zod';
import { sealAuditJob } from '#ground/audit/jobs.ts';
import type { Ctx } from '#ground/context.ts';
import type { Job } from '#ground/jobs/job.ts';
import { defineJob } from '#ground/jobs/job.ts';

/** Sessions and links that ended are of no use to anybody; they hold addresses and go daily. */
const clearEndedSessionsJob = defineJob({
  name: 'accounts.clear_ended_sessions',
  payload: z.object({}),
  key: () => 'one',
  schedule: { cron: '17 3 * * *', timeZone: 'UTC' },
  run: clearEndedSessions,
});

/** Sealing the audit log is run here too: this room shows the log. */
export const accountJobs: Job[] = [clearEndedSessionsJob, sealAuditJob];

async function clearEndedSessions({ db, now }: Ctx): Promise<void> {
  await db.deleteFrom('sessions').where('expires_at', '<', now).execute();
  await db.deleteFrom('verifications').where('expires_at', '<', now).execute();
}
