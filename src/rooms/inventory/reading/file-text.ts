import path from 'node:path';
import { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { AppError } from '#ground/errors/app-error.ts';
import { defineJob } from '#ground/jobs/job.ts';
import { setFileText } from '#rooms/talents/index.ts';
import { readCv } from './read-cv.ts';

/** Reads the text of a paper that was kept with a person, in the guarded process, so that search finds it. */
export const readFileTextJob = defineJob({
  name: 'inventory.read_file_text',
  payload: z.object({ talentId: z.uuid(), fileId: z.uuid() }),
  key: ({ fileId }) => fileId,
  run: (ctx, ids) => readFileText(ctx, ids),
});

/** A paper without text (a scan) or one that cannot be read stays as it is: it can still be downloaded. */
async function readFileText(ctx: Ctx, { talentId, fileId }: { talentId: string; fileId: string }): Promise<void> {
  const file = await ctx.db
    .selectFrom('talent_files')
    .select(['stored_as', 'name'])
    .where('id', '=', fileId)
    .executeTakeFirst();
  if (!file) return;
  try {
    const { text } = await readCv(path.join(ctx.filesDir, 'talents', path.basename(file.stored_as)), file.name);
    await setFileText(ctx, talentId, fileId, text);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}
