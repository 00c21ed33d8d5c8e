import { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { defineJob } from '#ground/jobs/job.ts';
import { markNight } from '../instance.ts';
import { expireAnswers, forgetWhatIsOver } from './expire.ts';
import { isClockRight, noteNight } from './halt.ts';
import { remindOfTheEnd } from './remind.ts';

const AT_ONCE = 100;

/** Ten minutes before the erasing of what is due. */
export const nightJob = defineJob({
  name: 'consent.night',
  payload: z.object({}),
  key: () => 'night',
  schedule: { cron: '7 2 * * *', timeZone: 'Europe/Zurich' },
  run: async (ctx) => void (await runNight(ctx)),
});

/**
 * Once a night, and again without harm: what ended is marked, who is about to end is asked, who was never told is erased.
 * A clock that jumped stops all of it (RL-9).
 */
export async function runNight(ctx: Ctx, jumpMs?: number): Promise<'done' | 'halted'> {
  if (!(await isClockRight(ctx, jumpMs))) return 'halted';
  await expireAnswers(ctx);
  await forgetWhatIsOver(ctx);
  await remindOfTheEnd(ctx);
  const erased = await eraseUninformed(ctx);
  await noteNight(ctx, { outcome: 'done', erased, failed: [] });
  await markNight(ctx);
  return 'done';
}

/** Past the deadline without the notice the record goes (IN-2). The day itself still belongs to the person. */
async function eraseUninformed(ctx: Ctx): Promise<number> {
  const today = ctx.now.toISOString().slice(0, 10);
  let [erased, after] = [0, '00000000-0000-0000-0000-000000000000'];
  for (;;) {
    const rows = await ctx.db
      .selectFrom('information_duties')
      .select('talent_id')
      .where('informed_at', 'is', null)
      .where('inform_by', '<', today)
      .where('talent_id', '>', after)
      .orderBy('talent_id')
      .limit(AT_ONCE)
      .execute();
    const last = rows.at(-1);
    if (!last) return erased;
    await ctx.emit(ctx, 'consent.erase_now', { talentIds: rows.map(({ talent_id }) => talent_id) });
    erased += rows.length;
    after = last.talent_id;
  }
}
