import type { Ctx } from '#ground/context.ts';
import { checkImportJob } from './check.ts';
import { runImportJob } from './run.ts';
import { undoImportJob } from './undo.ts';

const JOB_OF = { checking: checkImportJob, running: runImportJob, undoing: undoImportJob } as const;

/** After a crash imports are "running" without anybody running them: the next start sends them on their way. */
export async function resumeUnfinished(ctx: Ctx): Promise<void> {
  const rows = await ctx.db
    .selectFrom('imports')
    .select(['id', 'state'])
    .where('state', 'in', Object.keys(JOB_OF))
    .execute();
  for (const { id, state } of rows) await ctx.jobs(ctx, JOB_OF[state as keyof typeof JOB_OF], { importId: id });
}
