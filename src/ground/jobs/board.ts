import { PgBoss, fromKysely } from 'pg-boss';
import type { Logger } from 'pino';
import type { Ctx, JobSender } from '../context.ts';
import type { Job } from './job.ts';

export interface JobBoard {
  send: JobSender;
  /** Starts fetching work; before it, jobs can only be sent. */
  work: (contextFor: () => Promise<Ctx>) => Promise<void>;
  /** Waits for running jobs up to `graceMs`, then lets go: they will be taken up again. */
  stop: (graceMs?: number) => Promise<void>;
}

/** Queues for background work in the same database, so that a job commits with the change that needs it. */
export async function openJobBoard(connectionString: string, jobs: Job[], log: Logger): Promise<JobBoard> {
  const boss = new PgBoss({
    connectionString,
    schema: 'pgboss',
    max: 4,
    useListenNotify: true,
    application_name: 'wiedersehen-jobs',
  });
  boss.on('error', (error: Error) => log.error({ code: 'jobs.board_error', error: error.message }));
  await boss.start();
  for (const { name, retries = 3, expireInSeconds = 900, schedule } of jobs) {
    await boss.createQueue(name, {
      retryLimit: retries,
      retryDelay: 5,
      retryBackoff: true,
      expireInSeconds,
      heartbeatSeconds: 60,
      notify: true,
    });
    if (schedule) await boss.schedule(name, schedule.cron, {}, { tz: schedule.timeZone });
  }

  const send: JobSender = async ({ db }, job, payload) => {
    const data = job.payload.parse(payload) as object;
    await boss.send(job.name, data, { db: fromKysely(db) });
  };

  async function work(contextFor: () => Promise<Ctx>) {
    for (const job of jobs) {
      await boss.work(job.name, { pollingIntervalSeconds: 2, batchSize: 1 }, async ([taken]) => {
        if (!taken) return;
        const started = Date.now();
        try {
          await job.run(await contextFor(), job.payload.parse(taken.data));
          log.debug({ code: 'jobs.done', job: job.name, ms: Date.now() - started });
        } catch (error) {
          log.error({ code: 'jobs.failed', job: job.name, jobId: taken.id, err: error });
          throw error;
        }
      });
    }
  }

  return { send, work, stop: (graceMs = 10_000) => boss.stop({ graceful: true, timeout: graceMs }) };
}
