import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { defineJob } from '#ground/jobs/job.ts';
import type { Job } from '#ground/jobs/job.ts';
import { readMailboxes } from '../bounces/mailbox.ts';
import { letterFor } from './letter-source.ts';
import { runCampaign } from './run.ts';
import { finishComplete, tendCampaigns } from './tend.ts';
import { readMailJob, workJob } from './work-job.ts';

/** Long enough to keep the wires busy, short enough that what is due meanwhile does not wait long. */
const RUNS_FOR_MS = 4 * 60_000;

/** The time goes on from the moment of the job, whatever somebody does to the clock of the machine meanwhile. */
export function clockFrom(now: Date): () => Date {
  const started = performance.now();
  return () => new Date(now.getTime() + performance.now() - started);
}

/** Everything that campaigns need: what is due is prepared, what is under way goes on, and what is complete is finished. */
export async function workOnCampaigns(ctx: Ctx): Promise<void> {
  await tendCampaigns(ctx);
  const { rows } = await sql<{
    id: string;
  }>`select id from campaigns where state = 'sending' and deleted_at is null order by started_at limit 20`.execute(
    ctx.db,
  );
  const clock = clockFrom(ctx.now);
  const until = new Date(ctx.now.getTime() + RUNS_FOR_MS);
  await Promise.all(rows.map(({ id }) => runCampaign(ctx, { campaignId: id, clock, until, letterFor })));
  if (rows.length > 0) await finishComplete({ ...ctx, now: clock() });
}

const work = defineJob({
  ...workJob,
  key: () => 'work',
  run: workOnCampaigns,
  // The next minute tries again.
  retries: 0,
  schedule: { cron: '* * * * *', timeZone: 'UTC' },
});

const readMail = defineJob({
  ...readMailJob,
  key: () => 'mailboxes',
  run: readMailboxes,
  retries: 0,
  schedule: { cron: '*/2 * * * *', timeZone: 'UTC' },
});

export const sendingJobs = [work, readMail] as unknown as Job[];
