import { defineJob } from '#ground/jobs/job.ts';
import type { Job } from '#ground/jobs/job.ts';
import { clockFrom } from '../sending/jobs.ts';
import { runCampaign } from '../sending/run.ts';
import { finishComplete } from '../sending/tend.ts';
import { personalLetterFor } from './letter-source.ts';
import { sendPersonalJob } from './send-job.ts';

const RUNS_FOR_MS = 60_000;

/** A letter to one person waits for no newsletter. What the server puts off is tried again by the work of the minute. */
const sendPersonal = defineJob({
  ...sendPersonalJob,
  key: ({ campaignId }) => campaignId,
  retries: 0,
  run: async (ctx, { campaignId }) => {
    const clock = clockFrom(ctx.now);
    const until = new Date(ctx.now.getTime() + RUNS_FOR_MS);
    await runCampaign(ctx, { campaignId, clock, until, letterFor: personalLetterFor });
    await finishComplete({ ...ctx, now: clock() });
  },
});

export const personalJobs = [sendPersonal] as unknown as Job[];
