import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { removeFile } from '#ground/files/store.ts';
import { defineJob } from '#ground/jobs/job.ts';
import { forgetMailsAbout } from '#ground/mail/outbox.ts';
import { importsFolder } from './imports/upload.ts';
import { dropLostPairs } from './review/lost-pairs.ts';

const DAY_MS = 86_400_000;
/** Rejected rows can be corrected for a month; files that nobody mapped go after a week. */
const KEEP_CELLS_DAYS = 30;
const KEEP_UNUSED_DAYS = 7;

/** Every night: what has had its time goes, without any click. Catches up after days of standstill, because it asks for "until today". */
export const cleanUpJob = defineJob({
  name: 'inventory.clean_up',
  payload: z.object({}),
  key: () => 'once',
  schedule: { cron: '20 3 * * *', timeZone: 'Europe/Zurich' },
  run: (ctx) => cleanUp(ctx),
});

async function cleanUp(ctx: Ctx): Promise<void> {
  const { db, now } = ctx;
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);
  await eraseHeldPeople(ctx);
  await db
    .updateTable('import_rows')
    .set({ cells: null })
    .where('cells', 'is not', null)
    .where('import_id', 'in', db.selectFrom('imports').select('id').where('finished_at', '<', daysAgo(KEEP_CELLS_DAYS)))
    .execute();
  await db
    .deleteFrom('imports')
    .where('state', 'in', ['uploaded', 'checked'])
    .where('created_at', '<', daysAgo(KEEP_UNUSED_DAYS))
    .execute();
  await dropLostPairs(ctx);
  await removeUnusedFiles(ctx);
}

/** Who did not answer the invitation goes, and a letter that still waits to be sent goes along. */
async function eraseHeldPeople({ db, now }: Ctx) {
  const today = now.toISOString().slice(0, 10);
  await db.transaction().execute(async (db) => {
    const gone = await db.deleteFrom('held_people').where('erase_on', '<=', today).returning('id').execute();
    await forgetMailsAbout(
      { db },
      gone.map(({ id }) => id),
    );
  });
}

/** Files of imports that are over, or that a crash left behind. */
async function removeUnusedFiles(ctx: Ctx) {
  const folder = importsFolder(ctx);
  const names = await readdir(folder).catch(() => []);
  const rows = await ctx.db.selectFrom('imports').select('stored_as').where('stored_as', 'is not', null).execute();
  const used = new Set(rows.map(({ stored_as }) => stored_as));
  for (const name of names) {
    if (used.has(name)) continue;
    const { mtimeMs } = await stat(path.join(folder, name));
    if (ctx.now.getTime() - mtimeMs > DAY_MS) await removeFile(folder, name);
  }
}
