import { z } from 'zod';
import type { Ctx } from '../context.ts';
import { defineJob } from '../jobs/job.ts';
import { isShut } from './gate.ts';
import { EMPTIED, sendMailJob } from './send.ts';

/** How long it can be seen that a mail went out; nothing of what it said stays. */
const KEEP_DAYS = 90;
const MOST_AT_ONCE = 500;

export const tendMailsJob = defineJob({
  name: 'mail.tend',
  payload: z.object({}),
  key: () => 'one',
  schedule: { cron: '* * * * *', timeZone: 'UTC' },
  run: (ctx) => tendMails(ctx),
});

/** Every minute: what is due is tried again, what waited too long is given up, and nothing of what is over stays. */
export async function tendMails(ctx: Ctx): Promise<void> {
  // Where nothing may leave, nothing grows old either: by a clock that jumped everything would have waited too long.
  if (await isShut(ctx)) return;
  const { db, now } = ctx;
  await db
    .updateTable('mails')
    .set({ state: 'given_up', ...EMPTIED })
    .where('state', '=', 'waiting')
    .where('send_until', '<=', now)
    .execute();
  // Left by a process that died while a letter was leaving.
  await db
    .updateTable('mails')
    .set(EMPTIED)
    .where('state', '=', 'failed')
    .where('to_address', 'is not', null)
    .where('next_try_at', '<=', now)
    .execute();
  await db
    .deleteFrom('mails')
    .where('state', '<>', 'waiting')
    .where('created_at', '<', new Date(now.getTime() - KEEP_DAYS * 86_400_000))
    .execute();
  if (ctx.mailer) await enqueueDue(ctx);
}

async function enqueueDue({ db, jobs, now }: Ctx): Promise<void> {
  const due = await db
    .selectFrom('mails')
    .select('id')
    .where('state', '=', 'waiting')
    .where('next_try_at', '<=', now)
    .orderBy('next_try_at')
    .limit(MOST_AT_ONCE)
    .execute();
  for (const { id } of due) await jobs({ db }, sendMailJob, { mailId: id });
}
